"""A text -> where its sentences are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from exempelbank.privacy.patterns import Pattern

Span = tuple[int, int]

# An initial does not end the sentence that goes on after it.
_SENTENCE = Pattern(r"[^.!?\n]+(?:(?:[.!?](?=\S)|(?<=\b[A-ZÅÄÖ])\.(?= [a-zåäö]))[^.!?\n]+)*[.!?]?")


class Sentences:
    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _SENTENCE.finditer(text)]
        self._starts = [start for start, _end in self._spans]

    def around(self, place: int) -> Span:
        """The sentence in which this character stands."""
        return self._spans[max(0, bisect_right(self._starts, place) - 1)]


def any_between(places: Sequence[int], first: int, last: int) -> bool:
    """`places` are in order; `last` itself does not count."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last
