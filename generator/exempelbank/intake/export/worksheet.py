"""The parts of an Excel workbook that hold answers -> rows of cells, read as they come."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from exempelbank.intake import limits
from exempelbank.intake.export.archive import damaged
from exempelbank.intake.export.elements import (
    End,
    Listener,
    Start,
    read_elements,
    stream_elements,
    whole_number,
)
from exempelbank.intake.export.error_values import NOT_AVAILABLE
from exempelbank.intake.export.rows import TableRow
from exempelbank.intake.export.table import too_many_cells, too_many_columns

_EMPTY_ROWS = 1_000  # after so many, the rest of the sheet is only formatted
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WORKBOOK = re.compile(r"xl/workbook\d*\.xml")
_DIGITS = "0123456789"

# What is stored in a cell, its type and the number of its style -> the text that is meant.
AsText = Callable[[str, str, str], str]


def workbook_part(names: Collection[str]) -> str:
    """The member of an archive that says which sheets there are; "": it is no workbook. SharePoint
    calls it workbook2.xml.
    """
    return min(filter(_WORKBOOK.fullmatch, names), default="")


def rows_of_sheet(
    blocks: Iterable[bytes], strings: list[str], as_text: AsText
) -> Iterator[TableRow]:
    """`strings`: the texts that cells of the type “s” point into. Raises MalformedXml and
    UnreadableFile.
    """
    sheet = _Sheet(strings, as_text)
    for _block in stream_elements(blocks, sheet):
        yield from sheet.rows
        sheet.rows.clear()
        if sheet.ended:
            return


def shared_strings(blocks: Iterable[bytes]) -> list[str]:
    """Raises MalformedXml and UnreadableFile."""
    listener = _Strings()
    read_elements(blocks, listener)
    return listener.strings


def unescaped(text: str) -> str:
    """Excel writes what XML has no room for by its number: _x000B_."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


class _Texts(Listener):
    """<t>…</t>, or runs of them; what stands in <rPh> says how the text is pronounced."""

    def __init__(self) -> None:
        super().__init__()
        self._pronounces = False

    def start_of(self, word: str) -> Start | None:
        return {"t": self._start_text, "rPh": self._start_pronunciation}.get(word)

    def end_of(self, word: str) -> End | None:
        return {"t": self._end_text, "rPh": self._end_pronunciation}.get(word)

    def _start_text(self, _attributes: dict[str, str]) -> None:
        self.reads = not self._pronounces

    def _end_text(self) -> None:
        self.reads = False

    def _start_pronunciation(self, _attributes: dict[str, str]) -> None:
        self._pronounces = True

    def _end_pronunciation(self) -> None:
        self._pronounces = False


class _Strings(_Texts):
    """<si><t>…</t></si>"""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def end_of(self, word: str) -> End | None:
        return self._end_string if word == "si" else super().end_of(word)

    def _end_string(self) -> None:
        if len(self.strings) >= limits.CELLS:
            raise too_many_cells()
        self.strings.append(unescaped(self.take_text()))


class _Sheet(_Texts):
    """<row r="2"><c r="B2" t="s" s="4"><f>…</f><v>7</v></c></row>, or a text within <is>."""

    def __init__(self, strings: list[str], as_text: AsText) -> None:
        super().__init__()
        self.rows: list[TableRow] = []
        self.ended = False
        self._columns = _Columns()
        self._strings, self._as_text = strings, as_text
        self._number = self._last_filled = 0
        self._cells: list[str] = []
        self._column = 0  # of the next cell, when it does not say
        self._attributes: dict[str, str] = {}
        self._has_value = self._has_formula = False

    def start_of(self, word: str) -> Start | None:
        handlers = {
            "c": self._start_cell,
            "v": self._start_value,
            "is": self._start_inline,
            "f": self._start_formula,
            "row": self._start_row,
        }
        return handlers.get(word) or super().start_of(word)

    def end_of(self, word: str) -> End | None:
        handlers = {
            "c": self._end_cell,
            "v": self._end_text,
            "row": self._end_row,
            "sheetData": self._end_sheet,
        }
        return handlers.get(word) or super().end_of(word)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._number = whole_number(attributes.get("r"), self._number + 1)
        self._column = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._has_value = self._has_formula = False

    def _start_value(self, _attributes: dict[str, str]) -> None:
        self.reads = self._has_value = True

    def _start_inline(self, _attributes: dict[str, str]) -> None:
        self._has_value = True

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self._has_formula = True

    def _end_cell(self) -> None:
        attributes = self._attributes
        reference = attributes.get("r")
        column = self._columns[reference.rstrip(_DIGITS)] if reference else -1
        if column < 0:
            column = self._column
        self._column = column + 1
        kind = attributes.get("t", "n")
        if not (stored := self.take_text()):
            # One that comes to an empty text says that it is a text. Else nobody has worked it out.
            if self._has_formula and not (self._has_value and kind == "str"):
                self._put(NOT_AVAILABLE, column)
        elif kind != "s":
            self._put(self._as_text(stored, kind, attributes.get("s", "")), column)
        elif (index := whole_number(stored, -1)) < 0 or index >= len(self._strings):
            raise damaged(self._number)
        else:
            self._put(self._strings[index], column)

    def _put(self, text: str, column: int) -> None:
        if not text:
            return
        if column >= limits.COLUMNS:
            raise too_many_columns(self._number)
        missing = column - len(self._cells)
        if missing < 0:
            self._cells[column] = text
            return
        if missing:
            self._cells += [""] * missing
        self._cells.append(text)

    def _end_row(self) -> None:
        if self._cells:
            self.rows.append(TableRow(self._number, self._cells))
            self._cells = []
            self._last_filled = self._number
        elif self._number - self._last_filled > _EMPTY_ROWS:
            self.ended = True

    def _end_sheet(self) -> None:
        self.ended = True


class _Columns(dict[str, int]):
    """The letters of a column -> its number, from 0; -1 when they are none."""

    def __missing__(self, letters: str) -> int:
        column = _column_of(letters)
        if column >= 0:
            self[letters] = column
        return column


def _column_of(letters: str) -> int:
    if not re.fullmatch("[A-Z]{1,3}", letters):
        return -1
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
