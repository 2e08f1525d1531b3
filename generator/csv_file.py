"""Rows -> a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any

Cell = str | int | float
MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8; a file begins with it
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_from(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark; commas; lines end with CR LF."""
    return b"".join((MARK, line_from(header), *map(line_from, rows)))


def line_from(row: Sequence[Cell]) -> bytes:
    line: str = _WRITER.writerow([harmless(cell) for cell in row])
    return line.encode()


class _AsItIs:
    """csv writes to something; what that gives back is given back by `writerow`."""

    def write(self, line: str) -> str:
        return line


_WRITER: Any = csv.writer(_AsItIs())


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets a ' before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell
