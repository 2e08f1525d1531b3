"""Rows -> a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_from(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8, with the mark by which spreadsheets know it; commas; lines end with CR LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets a ' before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell
