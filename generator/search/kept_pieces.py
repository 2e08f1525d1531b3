"""Pieces kept from an earlier build -> those of today, by the rows that changed.

What is kept of a piece is its file. Only the pieces that are asked for are read.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.search.pieces import SIZES, Cutter, Piece, path_of, rows_read
from generator.search.rows import LETTERS, Row, key_of
from generator.search.words import fold

Changes = Mapping[str, Row | None]  # by what the row begins with: a key or an ending


class Recut(NamedTuple):
    gone: Collection[str]  # where pieces began that are no more, or that are written anew
    pieces: Sequence[Piece]


class KeptPieces:
    def __init__(self, kind: str, begin: Sequence[str], memory: Mapping[str, bytes]) -> None:
        self._kind, self._begin, self._memory = kind, begin, memory
        self._letters_of = LETTERS[kind]
        self._read: dict[int, dict[str, Row]] = {}

    def row(self, key: str) -> str | None:
        row = self._rows(self._number(self._letters_of(key))).get(key)
        return row and row.text

    def _number(self, letters: str) -> int:
        return max(0, bisect(self._begin, letters) - 1)

    def _rows(self, number: int) -> Mapping[str, Row]:
        if number not in self._read:
            content = self._memory[path_of(self._kind, self._begin[number])]
            self._read[number] = {
                key: Row(self._letters_of(key), text)
                for text in rows_read(content)
                for key in (key_of(text),)
            }
        return self._read[number]

    # ---- Changes ----

    def recut(self, changes: Changes) -> Recut:
        """What becomes of the pieces from which a row goes, or to which one comes."""
        touched: dict[int, dict[str, Row | None]] = {}
        for key, row in changes.items():
            letters = self._letters_of(key)
            number = self._number(letters)
            touched.setdefault(number, {})[key] = row
            if number and letters == self._begin[number]:
                # Without its first rows a piece may begin elsewhere, or not at all.
                touched.setdefault(number - 1, {})
        gone: list[str] = []
        pieces: list[Piece] = []
        end = 0
        for number in sorted(touched):
            if number >= end:
                anew, end = self._cut_anew(number, touched)
                pieces += anew
                gone += self._begin[number:end]
        return Recut(gone, pieces)

    def _cut_anew(self, number: int, touched: Mapping[int, Changes]) -> tuple[list[Piece], int]:
        """From the beginning of a piece to where one again begins as it did."""
        cutter = Cutter(self._begin[number], SIZES[self._kind])
        pieces: list[Piece] = []
        while True:
            rows = {**self._rows(number), **touched.get(number, {})}
            in_order = sorted(rows, key=lambda key: (fold(key), key))
            pieces += cutter.pieces(row for key in in_order if (row := rows[key]))
            number += 1
            if number == len(self._begin) or (cutter.is_full and number not in touched):
                return [*pieces, cutter.last()], number
