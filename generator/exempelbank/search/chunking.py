"""Rows in the order of their sort keys -> chunks of about one size, to be fetched one by one.

Where a chunk ends depends on its own rows alone: after those whose sort key, made into a number,
says so, unless it is very small or large by then. A changed row changes its own chunk, and seldom
how others are divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

from exempelbank.search.wire_format import Row

ONE_IN = 3  # sort keys ends a chunk that is neither small nor large
LONGEST_START = 24  # letters; longer sort keys begin no chunk
SEPARATOR = ",\n"


class ChunkSize(NamedTuple):
    """Letters, before compression. Small chunks waste less, large ones need fewer requests."""

    least: int
    most: int  # and what the rows of the last sort key add


CHUNK_SIZES = {
    "words": ChunkSize(8_000, 16_000),
    "ends": ChunkSize(4_000, 8_000),
    "found": ChunkSize(4_000, 8_000),
}


class Chunk(NamedTuple):
    start: str  # the sort key of its first row; nothing for the first chunk
    rows: Sequence[str]

    @property
    def content(self) -> bytes:
        return f"[{SEPARATOR.join(self.rows)}]".encode()


def chunks_of(rows: Iterable[Row], size: ChunkSize) -> Iterator[Chunk]:
    start, gathered, length, is_full = "", list[str](), 0, False
    for sort_key, same_key in groupby(rows, key=attrgetter("sort_key")):
        if is_full and len(sort_key) <= LONGEST_START:
            yield Chunk(start, gathered)
            start, gathered, length = sort_key, [], 0
        encoded = [row.json for row in same_key]
        gathered += encoded
        length += sum(map(len, encoded))
        is_full = length >= size.most or (
            length >= size.least and not crc32(sort_key.encode()) % ONE_IN
        )
    yield Chunk(start, gathered)


def chunk_path(folder: str, start: str) -> str:
    """The browser finds it in the same way: `#chunk` in index.js."""
    name = re.sub("[^a-z0-9]", lambda other: f"-{ord(other[0]):x}-", start)
    return f"{folder}/from-{name}.json"


def short_hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
