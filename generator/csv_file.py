"""Rows -> a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Cell = str | int | float
MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8; a file begins with it
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_from(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark; commas; lines end with CR LF."""
    return b"".join((MARK, line_from(header), *map(line_from, rows)))


def line_from(row: Sequence[Cell]) -> bytes:
    """As RFC 4180 has it. Python's own writer looks at long texts a character at a time."""
    return (",".join([_quoted(harmless(cell)) for cell in row]) + "\r\n").encode()


def _quoted(cell: Cell) -> str:
    text = str(cell)
    # To look for four letters is quicker than for a pattern.
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets a ' before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell
