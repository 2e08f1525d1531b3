"""Text with delimiters -> rows of cells. Rows are numbered as a spreadsheet would show them."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator

from generator.documents import Refused
from generator.intake import limits
from generator.intake.export.table import Layout, Table, table_from
from generator.texts import _

_DELIMITERS = (",", ";", "\t")
_SEP = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
# PHP writes \" within a quoted cell without doubling it; before a delimiter it closes the cell.
_PHP_QUOTE = re.compile(r'(?<!\\)\\"(?=[^,;\t|.:\r\n" ])')
_VV = {"{newline}": "\n", "{cr}": "\r", "{tab}": "\t", "{quote}": '"', "{question_not_shown}": ""}
_VV_TOKEN = re.compile("|".join(map(re.escape, _VV)))


def table_of_text(text: str, layout: Layout) -> Table:
    """Raises Refused when no delimiter gives every row the width of the heading."""
    delimiter = layout.delimiter
    if declared := _SEP.match(text):
        delimiter, text = delimiter or declared[1], text[declared.end() :]
    if layout.preamble:
        text = _without_schema(text)
    if layout.php_quotes:
        text = _PHP_QUOTE.sub(r'\\""', text)
    if delimiter:
        return _table(text, delimiter, layout)
    found: list[Table] = []
    faults: list[tuple[int, Refused]] = []
    for candidate in _DELIMITERS:
        try:
            table = _table(text, candidate, layout)
        except Refused as why:
            # The delimiter that the first lines hold most of is the one that was meant.
            faults.append((text[:2000].count(candidate), why))
            continue
        if len(table.headers) > 1:
            found.append(table)
    if found:
        return max(found, key=lambda table: len(table.headers))
    if faults and max(faults, key=lambda fault: fault[0])[0]:
        raise max(faults, key=lambda fault: fault[0])[1]
    raise Refused(
        _("has only one column"),
        1,
        _("Columns must be divided by comma, semicolon or tab, the same in the whole file."),
    )


def _table(text: str, delimiter: str, layout: Layout) -> Table:
    table = table_from(list(_rows(text, delimiter, layout)), layout)
    width = len(table.headers)
    for number, cells in table.rows:
        if len(cells) != width:
            raise Refused(
                _("has {n} columns in this row and {width} in the heading").format(
                    n=len(cells), width=width
                ),
                number,
                _(
                    "The delimiter may be another than “{delimiter}”, "
                    "or a quotation mark is missing."
                ).format(delimiter={"\t": "tab"}.get(delimiter, delimiter)),
            )
        if width > 2:
            _refuse_swallowed_rows(cells, number, delimiter, width)
    return table


def _rows(text: str, delimiter: str, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    if not layout.quoting:
        for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
            cells = line.removesuffix("\r").split(delimiter)
            yield number, [_from_vv(cell) if layout.vv else cell for cell in cells]
        return
    csv.field_size_limit(limits.CELL)
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if number > limits.ROWS + 100:
                raise Refused(_("has more than {n} rows").format(n=limits.ROWS))
            if layout.entities:
                cells = [html.unescape(cell) for cell in cells]
            yield number, cells
    except csv.Error as why:
        if "field larger" in str(why):
            says = _("holds a cell of more than {n} characters").format(n=limits.CELL)
        elif "end of data" in str(why):
            says = _("has a quotation mark that is never closed")
        else:
            says = _("has a quotation mark in the wrong place")
        raise Refused(says, number + 1, _("Export the file once more.")) from None


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends. Not splitlines: it also cuts at what Unicode calls a line end."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _refuse_swallowed_rows(cells: list[str], number: int, delimiter: str, width: int) -> None:
    """A missing quotation mark makes one cell of the rows that follow it."""
    for cell in cells:
        if cell.count("\n") >= 3:
            like_rows = sum(line.count(delimiter) >= width - 1 for line in cell.split("\n"))
            if like_rows >= 2:
                raise Refused(
                    _("has a cell that holds whole rows"),
                    number,
                    _("A quotation mark is missing in this row. Export the file once more."),
                )


def _from_vv(cell: str) -> str:
    """LimeSurvey VV. Last {lbrace}, or "{lbrace}tab}" would become a tab."""
    return _VV_TOKEN.sub(lambda token: _VV[token[0]], cell).replace("{lbrace}", "{")


def _without_schema(text: str) -> str:
    """SharePoint begins with ListSchema={…}, on the heading's line or one of its own."""
    start = text.find("{")
    if not text.lstrip('"').startswith("ListSchema=") or start < 0:
        return text
    quoted = text.startswith('"')
    if quoted:  # the whole schema as one cell, with its quotation marks doubled
        cell = re.match(r'"((?:[^"]|"")*)"', text)
        end = cell.end() if cell else start
    else:
        try:
            _schema, end = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError):
            raise Refused(_("begins with a list schema that can't be read"), 1) from None
    return text[end:].lstrip(",;\r\n")
