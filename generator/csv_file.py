"""Rows -> a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

Cell = str | int | float
MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8; a file begins with it
_FORMULA = "=+-@\N{MINUS SIGN}"
_TAKEN_AWAY = ("\t", "\r", "\n")  # by some spreadsheets, from the beginning of a cell
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that show nothing


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
    return f"'{cell}" if isinstance(cell, str) and _is_taken_for_formula(cell) else cell


def _is_taken_for_formula(text: str) -> bool:
    """By its first sign that shows. Wide, small and raised ones count as what they are forms of."""
    if text.startswith(_TAKEN_AWAY):
        return True
    for sign in text:
        if unicodedata.normalize("NFKC", sign)[0] in _FORMULA:
            return True
        if unicodedata.category(sign)[0] not in "CMZ" and sign not in _BLANK:
            return False
    return False
