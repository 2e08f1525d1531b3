"""An Excel workbook -> rows of cells. The only room with a spreadsheet library."""

from __future__ import annotations

import io
import lzma
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from generator.documents import Refused
from generator.intake import limits
from generator.intake.export.container import open_zip
from generator.intake.export.table import Row
from generator.spelling import normalised
from generator.texts import _

_EMPTY_ROWS = 1_000  # after so many, the rest of the sheet is only formatted
_DOCTYPE = re.compile(rb"<!(doctype|entity)", re.IGNORECASE)
_FORMULA = re.compile(rb"<f[ >/]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


# What zipfile and openpyxl raise for a damaged file; neither promises fewer.
_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError,
    ParseError, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError,
)  # fmt: skip


def rows_of_workbook(raw: bytes, sheet: str) -> tuple[list[Row], tuple[str, ...]]:
    """(rows, notes) of the sheet named, or else of the first that can be seen. Raises Refused."""
    notes: list[str] = []
    try:
        with open_zip(raw) as archive:
            has_formulas = _scanned(archive)
        with _workbook(raw) as book:
            chosen = _chosen(book, sheet, notes)
            rows = list(_rows(chosen))
        if has_formulas:
            _refuse_empty_formulas(raw, chosen.title, rows)
    except _FAULTS:
        raise Refused(
            _("is damaged, or was cut short on its way"), fix=_("Export it once more.")
        ) from None
    return rows, tuple(notes)


def _scanned(archive: zipfile.ZipFile) -> bool:
    """Refuses what no parser should see; says whether any sheet holds formulas."""
    formulas = False
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(member) as part:
            while block := part.read(1 << 18):
                window = (tail + block).replace(b"\0", b"")  # UTF-16 hides nothing so
                if _DOCTYPE.search(window):
                    raise Refused(_("holds a document type, which no form tool writes"))
                if "worksheets/" in member.filename and _FORMULA.search(window):
                    formulas = True
                tail = window[-16:]
    return formulas


@contextmanager
def _workbook(raw: bytes, values: bool = True) -> Iterator[Any]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations, which are not read
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=values, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _chosen(book: Any, sheet: str, notes: list[str]) -> Any:
    seen = [each for each in book.worksheets if each.sheet_state == "visible"]
    if sheet:
        for each in book.worksheets:
            if normalised(each.title) == normalised(sheet):
                return each
        raise Refused(
            _("has no sheet called “{sheet}”").format(sheet=sheet),
            fix=_("The sheets are: {sheets}.").format(sheets=", ".join(s.title for s in seen)),
        )
    if not seen:
        raise Refused(_("has no sheet that can be seen"))
    if len(seen) > 1:
        notes.append(_("only the first sheet, “{sheet}”, is read").format(sheet=seen[0].title))
    return seen[0]


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # a used range to the last cell says nothing
    empty = 0
    for number, cells in enumerate(
        sheet.iter_rows(max_row=limits.ROWS + 2, max_col=limits.COLUMNS + 1, values_only=True), 1
    ):
        texts = [as_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        empty = 0 if texts else empty + 1
        if empty > _EMPTY_ROWS:
            return
        if any(len(text) > limits.CELL for text in texts):
            raise Refused(
                _("holds a cell of more than {n} characters").format(n=limits.CELL), number
            )
        if texts:
            yield number, texts


def as_text(cell: object) -> str:
    """A cell as text that does not depend on how the sheet shows it: dates as ISO, 5.0 as 5."""
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            moment = cell + timedelta(microseconds=500_000)  # Excel's days are fractions
            return moment.replace(microsecond=0).isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell))


def _refuse_empty_formulas(raw: bytes, title: str, rows: list[Row]) -> None:
    """A formula that was never calculated reads as nothing: the answer would be lost unseen."""
    with _workbook(raw, values=False) as book:
        written = dict(rows)
        for cells in book[title].iter_rows(max_row=limits.ROWS, max_col=limits.COLUMNS):
            for cell in cells:
                if getattr(cell, "data_type", "") == "f":
                    read = written.get(cell.row, [])
                    if len(read) < cell.column or not read[cell.column - 1]:
                        raise Refused(
                            _("holds a formula without a value in cell {cell}").format(
                                cell=cell.coordinate
                            ),
                            cell.row,
                            _("Open it in Excel, replace the formula by its text, and save."),
                        )
