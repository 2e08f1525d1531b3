"""The numbers of documents, rising <-> a letter for each: how far it lies from the one before.

The letters are those that JSON takes as they are, and of one byte for a small delta.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import sub

FIRST = ord("]")
SURROGATES, SURROGATE_COUNT = 0xD800, 0x800  # half of a pair each, which UTF-8 can't write


class _LetterByDelta(dict[int, str]):
    def __missing__(self, delta: int) -> str:
        code = FIRST + delta
        self[delta] = chr(code if code < SURROGATES else code + SURROGATE_COUNT)
        return self[delta]


class _DeltaByLetter(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        code = ord(letter)
        self[letter] = (code if code < SURROGATES else code - SURROGATE_COUNT) - FIRST
        return self[letter]


_LETTERS, _DELTAS = _LetterByDelta(), _DeltaByLetter()


def encoded_deltas(numbers: Sequence[int]) -> str:
    return "".join(map(_LETTERS.__getitem__, map(sub, numbers, chain((0,), numbers))))


def decoded_deltas(letters: str) -> Iterator[int]:
    return accumulate(map(_DELTAS.__getitem__, letters))
