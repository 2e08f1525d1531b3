"""An OpenDocument spreadsheet -> rows of cells."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.documents import Refused
from generator.intake import limits
from generator.intake.export.container import open_zip
from generator.intake.export.table import Row
from generator.intake.export.xml_export import local_name, parsed_xml
from generator.spelling import normalised
from generator.texts import _

_FAULTS = (
    KeyError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError,
    NotImplementedError,
)  # fmt: skip
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def rows_of_ods(raw: bytes, sheet: str) -> tuple[list[Row], tuple[str, ...]]:
    """(rows, notes) of the sheet named, or else of the first that can be seen. Raises Refused."""
    try:
        with open_zip(raw) as archive:
            content = archive.read("content.xml")
    except _FAULTS:
        raise Refused(
            _("is damaged, or was cut short on its way"), fix=_("Export it once more.")
        ) from None
    root = parsed_xml(content)
    chosen, notes = _chosen(root, sheet)
    return list(_rows(chosen)), notes


def _chosen(root: Element, sheet: str) -> tuple[Element, tuple[str, ...]]:
    tables = list(root.iter(f"{_TABLE}table"))
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style
        if properties.get(f"{_TABLE}display") == "false"
    }
    names = {table.get(f"{_TABLE}name", ""): table for table in tables}
    if sheet:
        for name, table in names.items():
            if normalised(name) == normalised(sheet):
                return table, ()
        raise Refused(
            _("has no sheet called “{sheet}”").format(sheet=sheet),
            fix=_("The sheets are: {sheets}.").format(sheets=", ".join(names)),
        )
    seen = [table for table in tables if table.get(f"{_TABLE}style-name") not in hidden]
    if not seen:
        raise Refused(_("has no sheet that can be seen"))
    note = _("only the first sheet, “{sheet}”, is read").format(
        sheet=seen[0].get(f"{_TABLE}name", "")
    )
    return seen[0], (note,) if len(seen) > 1 else ()


def _rows(table: Element) -> Iterator[Row]:
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = _count(row, "number-rows-repeated")
        cells = _cells(row)
        # A sheet ends with one row that stands for a million empty ones.
        for each in range(min(repeated, limits.ROWS + 2) if cells else 0):
            yield number + each + 1, list(cells)
        number += repeated
        if number > limits.ROWS + 2 and cells:
            return


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local_name(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = _text_of(cell)
        repeated = _count(cell, "number-columns-repeated")
        room = limits.COLUMNS + 1 - len(cells)
        cells += [text] * min(repeated, room)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _count(element: Element, name: str) -> int:
    given = element.get(f"{_TABLE}{name}", "1")
    return int(given) if given.isdigit() and len(given) < 10 else 1


def _text_of(cell: Element) -> str:
    match cell.get(f"{_OFFICE}value-type"):
        case "date":
            return (cell.get(f"{_OFFICE}date-value") or "").replace("T", " ")
        case "float":
            value = cell.get(f"{_OFFICE}value") or ""
            return value.removesuffix(".0")
        case "boolean":
            return (cell.get(f"{_OFFICE}boolean-value") or "").upper()
    paragraphs = [child for child in cell if child.tag == f"{_TEXT}p"]
    text = "\n".join(_inline(paragraph) for paragraph in paragraphs)
    if len(text) > limits.CELL:
        raise Refused(_("holds a cell of more than {n} characters").format(n=limits.CELL))
    return text


def _inline(element: Element) -> str:
    """Runs of text; ODF writes spaces, tabs and line breaks as elements."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdigit() else 1, 1000))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag != f"{_OFFICE}annotation":
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)
