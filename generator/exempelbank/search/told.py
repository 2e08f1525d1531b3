"""SearchText -> Told: its words without stop words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from exempelbank.search.index import SearchText
from exempelbank.search.words import LONGEST_WORD, STOP_WORDS, WORD, joined_words, spelled

FIELDS = ("title", "summary", "labels", "body")


class Told(NamedTuple):
    text: SearchText
    words: Sequence[Sequence[str]]  # of each field, in order
    joined: Sequence[Sequence[str]]  # those with hyphens, written together


class _Known(dict[str, tuple[str, ...]]):
    """What stands between spaces, as spelled -> its words without stop words. Each word is one
    string throughout, which makes counting them several times faster.
    """

    def __init__(self) -> None:
        self._same: dict[str, str] = {}

    def __missing__(self, found: str) -> tuple[str, ...]:
        words = (word[:LONGEST_WORD] for word in WORD.findall(found))
        self[found] = tuple(
            self._same.setdefault(word, word) for word in words if word not in STOP_WORDS
        )
        return self[found]


def told_from(texts: Iterable[SearchText]) -> Sequence[Told]:
    known = _Known().__getitem__

    def words(found: Iterable[str]) -> Sequence[str]:
        return list(chain.from_iterable(map(known, found)))

    def told(text: SearchText) -> Told:
        values = (text.title, text.summary, " . ".join(text.labels), text.body)
        return Told(
            text,
            [words(spelled(value).split()) for value in values],
            [words(joined_words(value)) for value in values],
        )

    return list(map(told, texts))
