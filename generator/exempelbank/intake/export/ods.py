"""An OpenDocument spreadsheet -> rows of cells, read as they come."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.exceptions import MalformedXml, UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.archive import Archive, damaged
from exempelbank.intake.export.elements import End, Listener, Start, stream_elements, whole_number
from exempelbank.intake.export.error_values import NOT_AVAILABLE, is_error_value
from exempelbank.intake.export.moments import moment_as_text
from exempelbank.intake.export.rows import TableRow
from exempelbank.intake.export.table import other_sheets_note, too_many_columns
from exempelbank.text.normalization import normalised

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{_SPACE}table:1.0 ", f"{_SPACE}office:1.0 "
_TEXT, _STYLE = f"{_SPACE}text:1.0 ", f"{_SPACE}style:1.0 "
_ERROR_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_NOT_ANSWERS = {"annotation", "frame", "custom-shape", "g"}  # what they hold is no answer
_MOST_SPACES = 1_000  # that one sign may stand for


def rows_of_ods(raw: bytes, sheet_name: str) -> tuple[Iterator[TableRow], list[str]]:
    """(rows, notes) of the sheet named, or else of the first that can be seen and is not empty.
    Raises UnreadableFile. The notes are there when the rows have been read.
    """
    archive = Archive(raw)
    if _MANIFEST in archive.names and any(
        b"encryption-data" in block for block in archive.blocks(_MANIFEST)
    ):
        raise UnreadableFile(_("is protected by a password"), fix=_("Save it without a password."))
    notes: list[str] = []
    return _rows(archive, sheet_name, notes), notes


def _rows(archive: Archive, sheet_name: str, notes: list[str]) -> Iterator[TableRow]:
    content = _Content(sheet_name)
    try:
        for _block in stream_elements(archive.blocks(_CONTENT), content):
            for number, cells, repeated in content.rows:
                for offset in range(repeated):
                    yield TableRow(number + offset, cells)
            content.rows.clear()
    except MalformedXml:
        raise damaged() from None
    if content.chosen is None and sheet_name:
        raise UnreadableFile(
            _("has no sheet called “{sheet}”").format(sheet=sheet_name),
            fix=_("The sheets are: {sheets}.").format(sheets=", ".join(content.names)),
        )
    if content.chosen is None:
        raise UnreadableFile(_("has no sheet that can be seen"))
    if content.visible_sheets > 1 and not sheet_name:
        others = [name for name in content.names if name != content.chosen]
        notes.append(other_sheets_note(content.chosen, others))


class _Content(Listener):
    """Of the chosen sheet, the rows: (the number of the first, cells, how many are like it)."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[str], int]] = []
        self.names: list[str] = []
        self.visible_sheets = 0
        self.chosen: str | None = None
        self._wanted = normalised(wanted)
        self._hidden: set[str] = set()  # styles
        self._style = ""
        self._is_chosen = False  # the sheet we are in
        self._has_rows = False  # the chosen sheet
        self._number = self._repeated = self._empty = 0
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._paragraphs = 0
        self._aside_depth = 0  # how many notes and drawings we are in

    def start_of(self, word: str) -> Start | None:
        if word in _NOT_ANSWERS:
            return self._start_aside
        handlers = {
            "style": self._start_style,
            "table-properties": self._start_properties,
            "table": self._start_table,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
            "p": self._start_paragraph,
            "s": self._start_spaces,
            "tab": self._start_tab,
            "line-break": self._start_line,
        }
        return handlers.get(word)

    def end_of(self, word: str) -> End | None:
        if word in _NOT_ANSWERS:
            return self._end_aside
        handlers = {
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "p": self._end_paragraph,
        }
        return handlers.get(word)

    # ---- Which sheet ----

    def _start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")

    def _start_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get(f"{_TABLE}display") == "false":
            self._hidden.add(self._style)

    def _start_table(self, attributes: dict[str, str]) -> None:
        name = attributes.get(f"{_TABLE}name", "")
        visible = attributes.get(f"{_TABLE}style-name") not in self._hidden
        self.names.append(name)
        self.visible_sheets += visible
        fits = normalised(name) == self._wanted if self._wanted else visible
        if fits and not self._has_rows:  # an empty one gives way to the next
            self.chosen, self._is_chosen = name, True
            self._number = 0

    def _end_table(self) -> None:
        self._is_chosen = False

    # ---- Rows and cells ----

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._repeated = whole_number(attributes.get(f"{_TABLE}number-rows-repeated"), 1)
        self._cells, self._empty = [], 0

    def _end_row(self) -> None:
        # A sheet ends with one row that stands for a million empty ones.
        if self._cells and self._is_chosen:
            self.rows.append((self._number + 1, self._cells, self._repeated))
            self._has_rows = True
        self._number += self._repeated if self._is_chosen else 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._paragraphs = attributes, 0

    def _end_cell(self) -> None:
        if not self._is_chosen:
            return
        text = self._text_of_cell(self.take_text())
        repeated = whole_number(self._cell.get(f"{_TABLE}number-columns-repeated"), 1)
        if not text:
            self._empty += repeated
            return
        if len(self._cells) + self._empty + repeated > limits.COLUMNS:
            raise too_many_columns(self._number + 1)
        self._cells += [""] * self._empty + [text] * repeated
        self._empty = 0

    def _text_of_cell(self, written: str) -> str:
        if self._cell.get(_ERROR_TYPE) == "error":
            return written if is_error_value(written) else NOT_AVAILABLE
        match self._cell.get(f"{_OFFICE}value-type"):
            case "date":
                return moment_as_text(self._cell.get(f"{_OFFICE}date-value", ""))
            case "float":
                return self._cell.get(f"{_OFFICE}value", "").removesuffix(".0")
            case "boolean":
                return self._cell.get(f"{_OFFICE}boolean-value", "").upper()
        return written

    # ---- The text of a cell: ODF writes spaces, tabs and line breaks as elements ----

    def _start_paragraph(self, _attributes: dict[str, str]) -> None:
        if self._is_chosen and not self._aside_depth:
            self.reads = True
            if self._paragraphs:
                self.text("\n")
            self._paragraphs += 1

    def _end_paragraph(self) -> None:
        self.reads = False

    def _start_aside(self, _attributes: dict[str, str]) -> None:
        self._aside_depth += 1
        self.reads = False

    def _end_aside(self) -> None:
        self._aside_depth -= 1

    def _start_spaces(self, attributes: dict[str, str]) -> None:
        count = whole_number(attributes.get(f"{_TEXT}c"), 1)
        self.text(" " * min(count, _MOST_SPACES))

    def _start_tab(self, _attributes: dict[str, str]) -> None:
        self.text("\t")

    def _start_line(self, _attributes: dict[str, str]) -> None:
        self.text("\n")
