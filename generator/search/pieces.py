"""Rows in the order of their letters -> pieces of about one size, to be fetched one by one.

Where a piece ends depends on its own rows alone: after those whose letters, made into a number, say
so, unless it is very small or large by then. A changed row changes its own piece, and seldom how
others are divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

from generator.search.rows import Row

ONE_IN = 3  # letters end a piece that is neither small nor large
LONGEST_NAME = 24  # letters; longer ones begin no piece
SEPARATOR = ",\n"  # no row has a line break


class Size(NamedTuple):
    """Letters, before compression. Small pieces waste less, large ones need fewer requests."""

    least: int
    most: int  # and what the last letters' rows add


SIZES = {"words": Size(8_000, 16_000), "ends": Size(4_000, 8_000), "found": Size(4_000, 8_000)}


class Piece(NamedTuple):
    begin: str  # the letters of its first row; nothing for the first piece
    rows: Sequence[Row]

    @property
    def content(self) -> bytes:
        return rows_written(row.text for row in self.rows)


def rows_written(rows: Iterable[str]) -> bytes:
    """One a line, so that they can be told apart again without a look into them."""
    return f"[{SEPARATOR.join(rows)}]".encode()


def rows_read(content: bytes) -> Sequence[str]:
    rows = content[1:-1].decode()
    return rows.split(SEPARATOR) if rows else []


class Cutter:
    """Takes rows, some at a time, and gives the pieces that are finished."""

    def __init__(self, begin: str, size: Size) -> None:
        self._begin, self._size = begin, size
        self._rows: list[Row] = []
        self._length = 0
        self.is_full = False

    def pieces(self, rows: Iterable[Row]) -> Iterator[Piece]:
        for letters, together in groupby(rows, key=attrgetter("letters")):
            same = list(together)
            if self.is_full and len(letters) <= LONGEST_NAME:
                yield self.last()
                self._begin, self._rows, self._length = letters, [], 0
            self._rows += same
            self._length += sum(len(row.text) for row in same)
            self.is_full = self._length >= self._size.most or (
                self._length >= self._size.least and not crc32(letters.encode()) % ONE_IN
            )

    def last(self) -> Piece:
        return Piece(self._begin, self._rows)


def pieces_of(rows: Iterable[Row], size: Size) -> Iterator[Piece]:
    cutter = Cutter("", size)
    yield from cutter.pieces(rows)
    yield cutter.last()


def path_of(kind: str, begin: str) -> str:
    """The browser finds it in the same way."""
    name = re.sub("[^a-z0-9]", lambda strange: f"-{ord(strange[0]):x}-", begin)
    return f"{kind}/from-{name}.json"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
