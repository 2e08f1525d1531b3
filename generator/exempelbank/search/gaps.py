"""The numbers of texts, rising <-> a letter for each: how far it lies from the one before.

The letters are those that JSON takes as they are, and of one byte for a short way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import sub

FIRST = ord("]")
HALVES, MANY_HALVES = 0xD800, 0x800  # letters that are half of a pair, which UTF-8 can't write


class _Letters(dict[int, str]):
    def __missing__(self, gap: int) -> str:
        code = FIRST + gap
        self[gap] = chr(code if code < HALVES else code + MANY_HALVES)
        return self[gap]


class _Gaps(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        code = ord(letter)
        self[letter] = (code if code < HALVES else code - MANY_HALVES) - FIRST
        return self[letter]


_LETTERS, _GAPS = _Letters(), _Gaps()


def gaps_between(texts: Sequence[int]) -> str:
    return "".join(map(_LETTERS.__getitem__, map(sub, texts, chain((0,), texts))))


def texts_after(gaps: str) -> Iterator[int]:
    return accumulate(map(_GAPS.__getitem__, gaps))
