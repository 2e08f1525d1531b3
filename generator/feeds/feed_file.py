"""A file that may be written, and what decides its bytes: so that one that stays is not written."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from generator.catalogue.catalogue import AnyRecord

Mark = Callable[[AnyRecord], bytes]  # another whenever anything in the record is, and as long


class FeedFile(NamedTuple):
    address: str
    records: tuple[AnyRecord, ...]  # that it tells of, in order
    besides: tuple[Hashable, ...]  # what else counts, but for the settings: they decide every file
    write: Callable[[], Iterable[bytes]]  # in pieces: the largest need not stand whole in memory

    def whole(self) -> bytes:
        return b"".join(self.write())
