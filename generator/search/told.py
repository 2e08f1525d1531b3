"""SearchText -> Told: its words without stop words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.search.index import SearchText
from generator.search.words import LONGEST_WORD, STOP_WORDS, joined_words, spelled_apart

FIELDS = ("title", "summary", "labels", "body")


class Told(NamedTuple):
    text: SearchText
    words: Sequence[Sequence[str]]  # of each field, in order
    joined: Sequence[Sequence[str]]  # those with hyphens, written together


class _Known(dict[str, str | None]):
    """A word as found -> the one string for it, no longer than words may be; None when it is a
    stop word. That each word is one string throughout makes counting them several times faster.
    """

    def __missing__(self, found: str) -> str | None:
        word = found[:LONGEST_WORD]
        known = None if word in STOP_WORDS else word
        self[found] = known if known is None or len(known) == len(found) else self[word]
        return self[found]


def told_from(texts: Iterable[SearchText]) -> Sequence[Told]:
    known = _Known().__getitem__

    def without_stop_words(words: Iterable[str]) -> Sequence[str]:
        return list(filter(None, map(known, words)))

    def told(text: SearchText) -> Told:
        values = (text.title, text.summary, " . ".join(text.labels), text.body)
        return Told(
            text,
            [without_stop_words(spelled_apart(value).split()) for value in values],
            [without_stop_words(joined_words(value)) for value in values],
        )

    return list(map(told, texts))
