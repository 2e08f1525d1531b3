"""Rows -> a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain

Cell = str | int | float
_FORMULA = "=+-@\N{MINUS SIGN}"
_TAKEN_AWAY = ("\t", "\r", "\n")  # by some spreadsheets, from the beginning of a cell
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that show nothing


def csv_from(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """As RFC 4180 has it; UTF-8, with the mark by which spreadsheets know it."""
    return _written((map(harmless, row) for row in chain([header], rows)), ",")


def csv_for_excel(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Such as Excel opens in columns where a comma stands in decimals: semicolons between cells."""
    return _written((map(_with_decimal_comma, map(harmless, row)) for row in rows), ";")


def _written(rows: Iterable[Iterable[Cell]], delimiter: str) -> bytes:
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
        csv.writer(text, delimiter=delimiter).writerows(rows)
        text.flush()
        return raw.getvalue()


def _with_decimal_comma(cell: Cell) -> Cell:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


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
