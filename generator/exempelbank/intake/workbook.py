"""An Excel workbook -> rows of cells. The only module with a spreadsheet library.

The sheet itself is read as it comes: openpyxl would read it all to learn how large it is, and take
half a minute before a million rows can be refused. What a number means (is it a time? in which
calendar?) is openpyxl's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from itertools import islice
from math import isfinite

from exempelbank.exceptions import MalformedXml, UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.archive import Archive, damaged
from exempelbank.intake.export.elements import End, Listener, Start, read_elements, whole_number
from exempelbank.intake.export.error_values import NOT_AVAILABLE, is_error_value
from exempelbank.intake.export.moments import moment_as_text, rounded
from exempelbank.intake.export.rows import TableRow
from exempelbank.intake.export.table import (
    SEARCHED,
    IsHeading,
    no_known_heading,
    other_sheets_note,
)
from exempelbank.intake.export.worksheet import (
    rows_of_sheet,
    shared_strings,
    unescaped,
    workbook_part,
)
from exempelbank.text.normalization import normalised

_GENERAL = "General"
_LONGEST_NUMBER = 40  # characters; what is longer is no number
_PLAIN = re.compile("0|[1-9][0-9]*")
_LONGEST = 255  # characters of a format; no Excel allows more


def rows_of_workbook(
    raw: bytes, sheet_name: str, is_heading: IsHeading = no_known_heading
) -> tuple[Iterator[TableRow], tuple[str, ...], bool]:
    """(rows, notes) of the sheet named, or else of the first that can be seen and has the heading;
    and whether its days are counted from 1904. Raises UnreadableFile.
    """
    archive = Archive(raw)
    try:
        book, parts = _Book(), _Parts()
        folder, _slash, name = workbook_part(archive.names).rpartition("/")
        read_elements(archive.blocks(f"{folder}/{name}"), book)
        read_elements(archive.blocks(f"{folder}/_rels/{name}.rels"), parts)
    except MalformedXml:
        raise damaged() from None
    sheets = [sheet for sheet in book.sheets if parts.target(sheet.part) in archive.names]
    workbook = _Workbook(archive, parts, book.from_1904)
    if sheet_name:
        return workbook.rows(_named_sheet(sheets, sheet_name)), (), book.from_1904
    visible = [sheet for sheet in sheets if sheet.visible]
    if not visible:
        raise UnreadableFile(_("has no sheet that can be seen"))
    chosen = workbook.likely_sheet(visible, is_heading)
    return workbook.rows(chosen), _other_sheets(visible, chosen), book.from_1904


@dataclass(frozen=True, slots=True)
class _WorkbookSheet:
    name: str
    visible: bool
    part: str


@dataclass(frozen=True)
class _Workbook:
    archive: Archive
    parts: _Parts
    from_1904: bool

    def rows(self, sheet: _WorkbookSheet) -> Iterator[TableRow]:
        try:
            blocks = self.archive.blocks(self.parts.target(sheet.part))
            yield from rows_of_sheet(blocks, self._strings, self._cells.as_text)
        except MalformedXml:
            raise damaged() from None

    def likely_sheet(self, sheets: list[_WorkbookSheet], is_heading: IsHeading) -> _WorkbookSheet:
        """The first with the heading, for people put one about the form before it; or that is not
        empty.
        """
        if len(sheets) == 1:
            return sheets[0]
        starts = {sheet: [*islice(self.rows(sheet), SEARCHED)] for sheet in sheets}
        filled = [sheet for sheet in sheets if starts[sheet]] or sheets
        for sheet in filled:
            if any(is_heading(row.cells) for row in starts[sheet]):
                return sheet
        return filled[0]

    @cached_property
    def _strings(self) -> list[str]:
        part = self.parts.of_kind("sharedStrings")
        return shared_strings(self.archive.blocks(part)) if part in self.archive.names else []

    @cached_property
    def _cells(self) -> _CellText:
        styles = _Styles()
        if (part := self.parts.of_kind("styles")) in self.archive.names:
            read_elements(self.archive.blocks(part), styles)
        return _CellText(styles.formats, self.from_1904)


def _named_sheet(sheets: list[_WorkbookSheet], wanted: str) -> _WorkbookSheet:
    for sheet in sheets:
        if normalised(sheet.name) == normalised(wanted):
            return sheet
    raise UnreadableFile(
        _("has no sheet called “{sheet}”").format(sheet=wanted),
        fix=_("The sheets are: {sheets}.").format(
            sheets=", ".join(sheet.name for sheet in sheets if sheet.visible)
        ),
    )


def _other_sheets(visible: list[_WorkbookSheet], chosen: _WorkbookSheet) -> tuple[str, ...]:
    if len(visible) == 1:
        return ()
    return (other_sheets_note(chosen.name, [each.name for each in visible if each != chosen]),)


# ---- The parts that say what the others are ----


class _Book(Listener):
    """The list of sheets, and the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[_WorkbookSheet] = []
        self.from_1904 = False

    def start_of(self, word: str) -> Start | None:
        return {"sheet": self._start_sheet, "workbookPr": self._start_properties}.get(word)

    def _start_sheet(self, attributes: dict[str, str]) -> None:
        part = next((text for name, text in attributes.items() if name.endswith(" id")), "")
        visible = attributes.get("state", "visible") == "visible"
        self.sheets.append(_WorkbookSheet(attributes.get("name", ""), visible, part))

    def _start_properties(self, attributes: dict[str, str]) -> None:
        self.from_1904 = attributes.get("date1904") in ("1", "true")


class _Parts(Listener):
    """Which member of the archive each part is."""

    def __init__(self) -> None:
        super().__init__()
        self._targets: dict[str, str] = {}
        self._members: dict[str, str] = {}

    def start_of(self, word: str) -> Start | None:
        return self._start_relationship if word == "Relationship" else None

    def _start_relationship(self, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        member = target[1:] if target.startswith("/") else f"xl/{target}"
        kind = attributes.get("Type", "").rpartition("/")[2]
        self._members.setdefault(kind, member)
        if kind == "worksheet":
            self._targets[attributes.get("Id", "")] = member

    def target(self, part: str) -> str:
        return self._targets.get(part, "")

    def of_kind(self, kind: str) -> str:
        return self._members.get(kind, "")


class _Styles(Listener):
    """How the cells of each style show their number: formats[style]."""

    def __init__(self) -> None:
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        super().__init__()
        self.formats: list[str] = []
        self._codes = {str(number): code for number, code in BUILTIN_FORMATS.items()}
        self._of_cells = False

    def start_of(self, word: str) -> Start | None:
        handlers = {
            "numFmt": self._start_format,
            "cellXfs": self._start_cells,
            "xf": self._start_style,
        }
        return handlers.get(word)

    def end_of(self, word: str) -> End | None:
        return self._end_cells if word == "cellXfs" else None

    def _start_format(self, attributes: dict[str, str]) -> None:
        self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def _start_cells(self, _attributes: dict[str, str]) -> None:
        self._of_cells = True

    def _end_cells(self) -> None:
        self._of_cells = False

    def _start_style(self, attributes: dict[str, str]) -> None:
        if self._of_cells:
            self.formats.append(self._codes.get(attributes.get("numFmtId", ""), _GENERAL))


# ---- A cell as text ----


@dataclass(frozen=True, slots=True)
class _CellText:
    formats: list[str]
    from_1904: bool

    def as_text(self, stored: str, kind: str, style: str) -> str:
        """A text that does not depend on how the sheet shows it: dates as ISO, 5.0 as 5."""
        match kind:
            case "n":
                return self._of_number(stored, style)
            case "b":
                return "FALSE" if stored == "0" else "TRUE"
            case "d":
                return moment_as_text(stored)
            case "e":
                return stored if is_error_value(stored) else NOT_AVAILABLE
        return unescaped(stored)

    def _of_number(self, stored: str, style: str) -> str:
        if len(stored) > _LONGEST_NUMBER or (not style and _PLAIN.fullmatch(stored)):
            return stored
        try:
            number = float(stored)
        except ValueError:
            return stored
        if not isfinite(number):
            return stored
        index = whole_number(style, 0)
        code = self.formats[index] if index < len(self.formats) else _GENERAL
        if _shows_time(code) and (moment := self._moment(number, code)):
            return moment
        if stored.isdigit():
            return stored.lstrip("0") or "0"
        return str(int(number)) if number.is_integer() else str(number)

    def _moment(self, number: float, code: str) -> str:
        from openpyxl.styles.numbers import is_timedelta_format
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

        epoch = MAC_EPOCH if self.from_1904 else WINDOWS_EPOCH
        with suppress(OverflowError, ValueError):  # a number outside the calendar stays one
            moment = from_excel(number, epoch, timedelta=is_timedelta_format(code))
            return rounded(moment) if isinstance(moment, datetime) else str(moment)
        return ""


@cache
def _shows_time(code: str) -> bool:
    from openpyxl.styles.numbers import is_date_format

    return len(code) <= _LONGEST and bool(is_date_format(code))
