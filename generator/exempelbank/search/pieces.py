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

from exempelbank.search.rows import Row

ONE_IN = 3  # letters end a piece that is neither small nor large
LONGEST_NAME = 24  # letters; longer ones begin no piece
SEPARATOR = ",\n"


class Size(NamedTuple):
    """Letters, before compression. Small pieces waste less, large ones need fewer requests."""

    least: int
    most: int  # and what the last letters' rows add


SIZES = {"words": Size(8_000, 16_000), "ends": Size(4_000, 8_000), "found": Size(4_000, 8_000)}


class Piece(NamedTuple):
    begin: str  # the letters of its first row; nothing for the first piece
    rows: Sequence[str]

    @property
    def content(self) -> bytes:
        return f"[{SEPARATOR.join(self.rows)}]".encode()


def pieces_of(rows: Iterable[Row], size: Size) -> Iterator[Piece]:
    begin, gathered, length, is_full = "", list[str](), 0, False
    for letters, together in groupby(rows, key=attrgetter("letters")):
        if is_full and len(letters) <= LONGEST_NAME:
            yield Piece(begin, gathered)
            begin, gathered, length = letters, [], 0
        same = [row.text for row in together]
        gathered += same
        length += sum(map(len, same))
        is_full = length >= size.most or (
            length >= size.least and not crc32(letters.encode()) % ONE_IN
        )
    yield Piece(begin, gathered)


def path_of(kind: str, begin: str) -> str:
    """The browser finds it in the same way."""
    name = re.sub("[^a-z0-9]", lambda strange: f"-{ord(strange[0]):x}-", begin)
    return f"{kind}/from-{name}.json"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
