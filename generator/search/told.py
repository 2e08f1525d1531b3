"""SearchText -> Told: its words without stop words, and what is shown of it.

Nothing more is read of a text, so this is what is kept of it between builds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.search.index import SearchText
from generator.search.words import LONGEST_WORD, STOP_WORDS, joined_words, spelled_apart

FIELDS = ("title", "summary", "labels", "body")


class Told(NamedTuple):
    shown: SearchText  # without labels and body
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


class Teller:
    """Tells of many texts, and remembers their words."""

    def __init__(self) -> None:
        self._known: Callable[[str], str | None] = _Known().__getitem__

    def told(self, text: SearchText) -> Told:
        values = (text.title, text.summary, " . ".join(text.labels), text.body)
        return Told(
            replace(text, labels=(), body=""),
            [self._words(spelled_apart(value)) for value in values],
            [[word for word in map(self._known, joined_words(value)) if word] for value in values],
        )

    def _words(self, apart: str) -> list[str]:
        return list(filter(None, map(self._known, apart.split())))

    # ---- Kept between builds ----

    def read(self, kept: bytes) -> Told:
        shown, *lines = kept.decode().split("\n")
        id, address, kind, title, summary, archived, note, facets = json.loads(shown)
        text = SearchText(
            id,
            address,
            kind,
            title,
            summary,
            archived=archived,
            note=note,
            facets={facet: tuple(values) for facet, values in facets.items()},
        )
        words = [self._words(line) for line in lines]
        return Told(text, words[: len(FIELDS)], words[len(FIELDS) :])


def kept_from(told: Told) -> bytes:
    """What `Teller.read` reads."""
    text = told.shown
    shown = (text.id, text.address, text.kind, text.title, text.summary, text.archived, text.note,
             dict(text.facets))  # fmt: skip
    lines = json.dumps(shown), *map(" ".join, told.words), *map(" ".join, told.joined)
    return "\n".join(lines).encode()
