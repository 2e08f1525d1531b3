"""Pieces kept from an earlier build -> those of today, by the rows that changed.

What is kept of a piece is its rows, one a line, with the rare ones that its file leaves out. Only
the pieces that are asked for are read.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from generator.search.building import at_least
from generator.search.index import is_rare
from generator.search.pieces import SIZES, Cutter, Piece
from generator.search.rows import LETTERS, Row, key_of, postings_from
from generator.search.shards import Outline
from generator.search.synonyms import Synonyms
from generator.search.words import fold

Changes = Mapping[str, Row | None]  # by what the row begins with: a key or an ending


class Recut(NamedTuple):
    gone: Collection[str]  # where pieces began that are no more, or that are written anew
    pieces: Sequence[Piece]


def kept_rows(piece: Piece) -> bytes:
    return "\n".join(row.text for row in piece.rows).encode()


def place_of(kind: str, begin: str) -> str:
    """Where the rows of a piece are kept."""
    return f"{kind}/{begin}"


class KeptPieces:
    def __init__(
        self,
        kind: str,
        begin: Sequence[str],
        memory: Mapping[str, bytes],
        is_rare: Callable[[str], bool],
    ) -> None:
        self._kind, self._begin, self._memory, self._is_rare = kind, begin, memory, is_rare
        self._letters_of = LETTERS[kind]
        self._read: dict[int, dict[str, Row]] = {}

    def row_from(self, text: str) -> Row:
        return Row(self._letters_of(key_of(text)), text, self._is_rare(text))

    def row(self, key: str) -> str | None:
        row = self._rows(self._number(self._letters_of(key))).get(key)
        return row and row.text

    def content(self, begin: str) -> bytes:
        """Of the file."""
        return Piece(begin, list(self._rows(self._number(begin)).values())).content

    def _number(self, letters: str) -> int:
        return max(0, bisect(self._begin, letters) - 1)

    def _rows(self, number: int) -> Mapping[str, Row]:
        if number not in self._read:
            kept = self._memory[place_of(self._kind, self._begin[number])].decode()
            rows = map(self.row_from, kept.split("\n") if kept else ())
            self._read[number] = {key_of(row.text): row for row in rows}
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


def kept_pieces(
    outline: Outline, synonyms: Synonyms, memory: Mapping[str, bytes]
) -> Mapping[str, KeptPieces]:
    often = at_least(outline.counts["texts"])

    def rare(row: str) -> bool:
        key = key_of(row)
        return " " in key and is_rare(key, postings_from(row), often, synonyms.keys)

    return {
        kind: KeptPieces(kind, begin, memory, rare if kind == "found" else _never)
        for kind, begin in outline.begin.items()
    }


def _never(_row: str) -> bool:
    return False
