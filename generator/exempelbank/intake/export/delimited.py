"""Text with delimiters -> rows of cells. Rows are numbered as a spreadsheet would show them.

Cells are cut out of the bytes and become text one by one: as a text, a file of 50 MB takes 200 when
there is an emoji in it. Python's csv would not do: it loses its place at a cell that is too long.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.line_ends import LineEnds
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.row_widths import DELIMITERS, RowWidths, put_right
from exempelbank.intake.export.rows import TableRow
from exempelbank.intake.export.table import (
    ExportTable,
    IsHeading,
    no_known_heading,
    table_from,
    too_many_columns,
    too_many_rows,
)

_SEP = re.compile(rb'"?sep=([\t\x20!#-~])"?(?:\r\n?|\n)', re.IGNORECASE)
_START = 1 << 16  # bytes, in which a delimiter of the heading must be
_PADDING = (b"\x1a", b"\0")  # what old programs end a file with
_SAMPLED = 200  # rows that tell which delimiter it is
_MOST_FAULTS = 1_000  # rows whose quotation marks are wrong; where there are more, it is the file
_BLANK_ROWS = 100  # more than rows of responses
_SCHEMA = re.compile(rb'"[^"]*+(?:""[^"]*+)*+"')
_VV = {"{newline}": "\n", "{cr}": "\r", "{tab}": "\t", "{quote}": '"', "{question_not_shown}": ""}
_VV_TOKEN = re.compile("|".join(map(re.escape, _VV)))


def parse_delimited(
    raw: bytes, options: ReadOptions, is_heading: IsHeading = no_known_heading
) -> ExportTable:
    """Raises UnreadableFile when no delimiter divides the rows as it divides the heading."""
    delimiter = (options.delimiter or "").encode()
    if declared := _SEP.match(raw):
        delimiter, raw = delimiter or declared[1], raw[declared.end() :]
    if options.preamble:
        raw = _without_schema(raw)
    if raw.endswith(_PADDING):
        raw = raw.rstrip(b"".join(_PADDING))
    delimiter = delimiter or _delimiter_of(raw, options, is_heading)
    widths = RowWidths(delimiter.decode(), not raw.endswith((b"\n", b"\r")))
    table = table_from(_rows(raw, delimiter, options), options, is_heading, widths)
    widths.refuse_wrong_delimiter(table.heading_is_known)
    return table


def _delimiter_of(raw: bytes, options: ReadOptions, is_heading: IsHeading) -> bytes:
    """That which makes a heading that is known, or else divides most rows, into most columns."""
    start = raw[:_START]
    sampled = _SAMPLED + (options.header_row or 0)
    found: list[tuple[tuple[bool, bool, int], bytes]] = []
    faults: list[tuple[int, UnreadableFile]] = []
    for delimiter in map(str.encode, DELIMITERS):
        if delimiter not in start:
            continue
        widths = RowWidths(delimiter.decode())
        try:
            rows = islice(_rows(raw, delimiter, options), sampled)
            table = table_from(rows, options, is_heading, widths)
        except UnreadableFile as why:
            # The delimiter that the first lines hold most of is the one that was meant.
            faults.append((start[:2000].count(delimiter), why))
            continue
        if len(table.headers) > 1:
            order = (table.heading_is_known, widths.fit, len(table.headers))
            found.append((order, delimiter))
    if found:
        return max(found, key=lambda each: each[0])[1]
    if faults and max(faults, key=lambda fault: fault[0])[0]:
        raise max(faults, key=lambda fault: fault[0])[1]
    raise UnreadableFile(
        _("has only one column"),
        1,
        _("Columns must be divided by comma, semicolon or tab, the same in the whole file."),
    )


def _rows(raw: bytes, delimiter: bytes, options: ReadOptions) -> Iterator[TableRow]:
    quoted = options.quoting != "none"
    pattern = _cell_pattern(delimiter, options.php_quotes) if quoted else None
    text_of = _cell_reader(options)
    line_end = LineEnds(raw, delimiter)
    at = number = faults = 0
    while at < len(raw):
        number += 1
        if number > limits.ROWS + _BLANK_ROWS:
            raise too_many_rows()
        end = line_end.after(at) if quoted else line_end.feed_after(at)
        line = raw[at:end].removesuffix(b"\r")
        after = end + 1
        fault = ""
        if pattern and b'"' in line:
            cells, end_of_row, fault = _quoted_row(raw, at, pattern, delimiter, number)
            after = after if fault else end_of_row
            if len(cells) == 1 and cells[0].count(delimiter) > 1:
                cells = _cells_within(cells[0], pattern, delimiter, number)
        elif line.count(delimiter) >= limits.COLUMNS:
            raise too_many_columns(number)
        else:
            cells = line.split(delimiter)
        line_end.delimiters = line_end.delimiters or len(cells) - 1
        at = after
        faults += bool(fault)
        if faults > _MOST_FAULTS:
            raise UnreadableFile(fault, number)
        yield TableRow(number, [text_of(cell) for cell in cells], fault)


def _cell_pattern(delimiter: bytes, php_quotes: bool) -> re.Pattern[bytes]:
    """(within quotation marks, the closing one, without them, what comes after)."""
    end = re.escape(delimiter)
    body = rb'[^"]*+(?:""[^"]*+)*+'
    if php_quotes:
        # PHP does not double the mark in \". Before a delimiter it closes the cell, unless what
        # comes after could then not have been written: a mark in the middle of a cell without.
        closes = rb'(?:\r|\n|\Z|%b(?![^%b"\r\n]+"))' % (end, end)
        body = rb'(?:[^"\\]++|""|\\++"(?!%b)|\\++)*+' % closes
    return re.compile(
        rb'(?:"(%b)("?)|([^"%b\r\n][^%b\r\n]*+)?)(%b|\r\n|\n|\r|\Z)?' % (body, end, end, end)
    )


def _quoted_row(
    raw: bytes, at: int, pattern: re.Pattern[bytes], delimiter: bytes, number: int
) -> tuple[list[bytes], int, str]:
    """(the cells of a row in which there are quotation marks, where the next begins, and "" or why
    neither can be known).
    """
    cells: list[bytes] = []
    after: bytes | None = delimiter
    while after == delimiter:
        match = pattern.match(raw, at)
        quoted, closing, plain, after = match.groups() if match else (None, None, None, None)
        if quoted is not None and not closing:
            says = _("The row has a quotation mark that is never closed.")
            return [], at, f"{says} {put_right()}"
        if after is None or match is None:
            says = _("The row has a quotation mark in the wrong place.")
            return [], at, f"{says} {put_right()}"
        if len(cells) == limits.COLUMNS:
            raise too_many_columns(number)
        cells.append(plain or b"" if quoted is None else quoted.replace(b'""', b'"'))
        at = match.end()
    return cells, at, ""


def _cells_within(
    cell: bytes, pattern: re.Pattern[bytes], delimiter: bytes, number: int
) -> list[bytes]:
    """Of a row that stands whole within quotation marks, as Excel saves one it has not divided."""
    cells, end, fault = _quoted_row(cell, 0, pattern, delimiter, number)
    return [cell] if fault or end < len(cell) else cells


def _cell_reader(options: ReadOptions) -> Callable[[bytes], str]:
    has_entities = options.entities == "html"
    is_vv = options.unescape == "limesurvey-vv"

    def text_of(cell: bytes) -> str:
        """Of one without end, only enough to say so."""
        if len(cell) > limits.CELL:
            return cell[: 4 * limits.CELL + 4].decode("utf-8", "ignore")[: limits.CELL + 1]
        text = cell.decode("utf-8", "surrogatepass")
        if has_entities and "&" in text:
            with suppress(ValueError):  # a number of more digits than Python will read
                text = html.unescape(text)
        return _from_vv(text) if is_vv else text

    return text_of


def _from_vv(cell: str) -> str:
    """LimeSurvey VV. Last {lbrace}, or "{lbrace}tab}" would become a tab."""
    return _VV_TOKEN.sub(lambda token: _VV[token[0]], cell).replace("{lbrace}", "{")


def _without_schema(raw: bytes) -> bytes:
    """SharePoint begins with ListSchema={…}, on the heading's line or one of its own."""
    start = raw.find(b"{", 0, _START)
    if not raw.startswith((b"ListSchema=", b'"ListSchema=')) or start < 0:
        return raw
    if raw.startswith(b'"'):  # the whole schema as one cell, with its quotation marks doubled
        cell = _SCHEMA.match(raw)
        end = cell.end() if cell else start
    else:
        text = raw[: limits.CELL].decode("utf-8", "ignore")
        try:
            _schema, length = json.JSONDecoder().raw_decode(text, text.index("{"))
        except (ValueError, RecursionError):
            raise UnreadableFile(_("begins with a list schema that can't be read"), 1) from None
        end = len(text[:length].encode())
    return raw[end:].lstrip(b",;\r\n")
