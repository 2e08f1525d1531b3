"""What every reader gives: rows, whose answers are found by the words of the question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from exempelbank.intake import limits
from exempelbank.intake.cleaning import one_line
from exempelbank.text.normalization import composed

# Text; or what JSON and XML hold: lists and mappings of text, true and false. None: not answered.
RawValue = object

_NUMBERED = re.compile(r"(.+)#([1-9]\d?)")
_SHAREPOINT = re.compile(r"_x([0-9a-fA-F]{4})_")


class TableRow(NamedTuple):
    number: int
    cells: list[str]
    fault: str = ""  # why there are none: where the row ends can't be known, and what to do


@dataclass(frozen=True, slots=True)
class Cells(Mapping[str, RawValue]):
    """A row of a table by its headers. Thousands of rows share them."""

    columns: Mapping[str, int]
    cells: Sequence[str]

    def __getitem__(self, header: str) -> RawValue:
        index = self.columns[header]
        if index >= len(self.cells):
            raise KeyError(header)
        return self.cells[index]

    def __iter__(self) -> Iterator[str]:
        return islice(self.columns, len(self.cells))

    def __len__(self) -> int:
        return min(len(self.columns), len(self.cells))


@dataclass(frozen=True, slots=True)
class ExportRow:
    path: str  # the file's name
    number: int  # as the spreadsheet shows it: the heading is row 1. In JSON and XML, from 1
    answers: Mapping[str, RawValue]
    fault: str = ""  # why it has no answers, and what to do


@dataclass(frozen=True)
class Export:
    """`nested`: answers lie at paths, and one that was not given is absent."""

    path: str
    headers: tuple[str, ...]  # each unique: the second of two equals is "Annat#2"
    rows: Sequence[ExportRow]
    nested: bool = False
    file_type: str = "text"
    aliases: Mapping[str, str] = field(default_factory=dict)  # another name for a header
    notes: tuple[str, ...] = ()  # what a coordinator should know about how it was read
    from_1904: bool = False  # a number that is a day counts from then, as in Excel on an old Mac

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        headers: dict[str, str] = {}
        for tier in (self.headers, self.aliases):
            for form in (heading, _folded):
                for name in tier:
                    headers.setdefault(form(name), self.aliases.get(name, name))
        return headers

    def header_for(self, name: str) -> str | None:
        """The header that a mapping means by these words. Capitals count when they must."""
        headers = self._by_name
        plain = heading(name)
        if match_numbered := _NUMBERED.fullmatch(plain):
            first = headers.get(heading(match_numbered[1])) or headers.get(
                _folded(match_numbered[1])
            )
            if plain not in headers and first and match_numbered[2] == "1":
                return first
        return headers.get(plain) or headers.get(plain.casefold())


@lru_cache(maxsize=2 * limits.PATHS)
def heading(text: str) -> str:
    """NFC, one kind of space, no line breaks, nothing unseen, no trailing : or *."""
    plain = one_line(text)
    return plain.lstrip("\ufeff").rstrip(" :*") or plain


def _folded(text: str) -> str:
    return heading(text).casefold()


def unique(headers: Iterable[str]) -> tuple[str, ...]:
    """Equals get a number, in order: Annat, Annat#2. An empty heading is called by its column."""
    seen: Counter[str] = Counter()
    names = []
    for number, text in enumerate(headers, 1):
        name = heading(text) or f"({number})"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return tuple(names)


def sharepoint_aliases(headers: Iterable[str]) -> dict[str, str]:
    """SharePoint writes å as _x00e5_ in its internal names."""
    return {
        composed(_SHAREPOINT.sub(lambda m: chr(int(m[1], 16)), name)): name
        for name in headers
        if _SHAREPOINT.search(name)
    }
