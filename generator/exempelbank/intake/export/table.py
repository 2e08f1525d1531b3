"""Rows of cells -> headers and rows: where the heading is, and which rows hold a response."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _, ngettext
from exempelbank.intake import limits
from exempelbank.intake.cleaning import without_unseen
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.row_widths import RowWidths
from exempelbank.intake.export.rows import (
    Cells,
    Export,
    ExportRow,
    TableRow,
    heading,
    sharepoint_aliases,
    unique,
)

IsHeading = Callable[[Sequence[str]], bool]
SEARCHED = 20  # rows from the top in which a heading is looked for
_SHEETS_NAMED = 5  # in one message
_ONE_ANSWER = {"", "response", "open-ended response", "svar", "öppet svar"}


@dataclass(frozen=True)
class ExportTable:
    headers: tuple[str, ...]
    rows: Sequence[TableRow]
    aliases: Mapping[str, str] = field(default_factory=dict)
    above: int = 0  # rows before the heading, which are no responses
    heading_is_known: bool = False  # it is one that was looked for
    notes: tuple[str, ...] = ()  # what was done with rows that are not as wide as the heading


def no_known_heading(_cells: Sequence[str]) -> bool:
    return False


def table_from(
    rows: Iterable[TableRow],
    options: ReadOptions,
    is_heading: IsHeading = no_known_heading,
    widths: RowWidths | None = None,
) -> ExportTable:
    """`widths`: counts how wide the rows are. Rows are taken as they come, and no more of them than
    are needed to refuse a file that is too large. Raises UnreadableFile.
    """
    remaining = iter(rows)
    header_rows = options.header_rows or 1
    first = list(islice(remaining, max(SEARCHED, options.header_row or 0) + header_rows))
    at = _heading_at(first, options, is_heading)
    last = at + header_rows
    _refuse_faults(first[at:last])
    headings = [row.cells for row in first[at:last]]
    if len(headings[0]) > limits.COLUMNS:
        raise too_many_columns(first[at].number)
    if any(len(cell) > limits.HEADING for cells in headings for cell in cells):
        raise too_many_characters(limits.HEADING, first[at].number)
    headers, aliases = (
        _headers_of_two_rows(headings) if len(headings) > 1 else (unique(headings[0]), {})
    )
    widths = widths or RowWidths()
    below = _responses(chain(first[last:], remaining), options)
    rows_below = widths.fitted(below, len(headers))
    return ExportTable(
        headers,
        rows_below,
        sharepoint_aliases(headers) | aliases,
        above=at,
        heading_is_known=is_heading(headings[0]),
        notes=tuple(widths.notes()),
    )


def _responses(rows: Iterable[TableRow], options: ReadOptions) -> Iterator[TableRow]:
    """The rows that hold something. Cells are counted, for a row may have one or a thousand; and
    characters, for a cell may have one or a million.
    """
    count = total = characters = 0
    second_heading = options.skips_second_heading
    for row in rows:
        cells = row.cells
        if not row.fault and not _holds_something(cells):
            continue
        if (
            second_heading
            and not row.fault
            and all(cell.startswith(second_heading) for cell in cells if cell.strip())
        ):
            continue
        second_heading = ""
        count += 1
        total += len(cells)
        characters += sum(map(len, cells))
        if count > limits.ROWS:
            raise too_many_rows()
        if total > limits.CELLS:
            raise too_many_cells()
        if characters > limits.CHARACTERS:
            raise too_many_characters(limits.CHARACTERS)
        yield row


def _refuse_faults(rows: Iterable[TableRow]) -> None:
    for row in rows:
        if row.fault:
            raise UnreadableFile(row.fault, row.number)


def _holds_something(cells: Sequence[str]) -> bool:
    """That can be seen: a mark or a NUL alone is no response."""
    return any(cell.strip() and without_unseen(cell).strip() for cell in cells)


def other_sheets_note(chosen: str, others: Sequence[str]) -> str:
    named = ", ".join(f"“{name}”" for name in others[:_SHEETS_NAMED])
    return _(
        "only the sheet “{sheet}” is read, not {others}; the mapping can name another (input: "
        "sheet)"
    ).format(sheet=chosen, others=named + (" …" if len(others) > _SHEETS_NAMED else ""))


def too_many_rows() -> UnreadableFile:
    return UnreadableFile(_("has more than {n} rows").format(n=limits.ROWS), fix=_fewer())


def too_many_cells() -> UnreadableFile:
    return UnreadableFile(_("has more than {n} cells").format(n=limits.CELLS), fix=_fewer())


def too_many_columns(row: int) -> UnreadableFile:
    return UnreadableFile(_("has more than {n} columns").format(n=limits.COLUMNS), row)


def too_many_characters(n: int, row: int | None = None) -> UnreadableFile:
    return UnreadableFile(
        _("holds more than {n} characters").format(n=n), row, "" if row else _fewer()
    )


def _fewer() -> str:
    return _("Export fewer responses at a time, for example one year.")


def export_from(
    path: str, table: ExportTable, file_type: str, notes: Iterable[str], from_1904: bool
) -> Export:
    """`notes`: what else people should know of how it was read, in whole sentences."""
    columns = {header: index for index, header in enumerate(table.headers)}
    rows = [
        ExportRow(path, number, Cells(columns, cells), fault) for number, cells, fault in table.rows
    ]
    notes = (*notes, *table.notes)
    if table.above:
        says = ngettext(
            "{n} row above the heading is not read",
            "{n} rows above the heading are not read",
            table.above,
        )
        notes = (*notes, says.format(n=table.above))
    return Export(path, table.headers, rows, False, file_type, table.aliases, notes, from_1904)


def _heading_at(rows: Sequence[TableRow], options: ReadOptions, is_heading: IsHeading) -> int:
    if options.header_row:
        for index, row in enumerate(rows):
            if row.number == options.header_row:
                return index
        raise UnreadableFile(
            _("has no row {n}, where the mapping says that the heading is").format(
                n=options.header_row
            )
        )
    for index, row in enumerate(rows[:SEARCHED]):
        if is_heading(row.cells):
            return index
    for index, row in enumerate(rows[:SEARCHED]):
        if row.fault or _holds_something(row.cells):
            return index
    raise UnreadableFile(_("holds no rows"))


def _headers_of_two_rows(headings: Sequence[list[str]]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Two heading rows: a question reaches over the blank cells to its right, its options below it.
    An option's column is "Question [Option]"; it answers to other ways of writing that too.
    """
    first, second = headings[0], headings[1]
    names: list[str] = []
    options: list[tuple[str, str]] = []
    question = ""
    for number in range(max(len(first), len(second))):
        above = heading(first[number]) if number < len(first) else ""
        below = heading(second[number]) if number < len(second) else ""
        question = above or question
        has_no_options = below.casefold() in _ONE_ANSWER
        names.append(question if has_no_options else f"{question} [{below}]" if question else below)
        options.append(("" if has_no_options else question, "" if has_no_options else below))
    headers = unique(names)
    aliases: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for header, (question, option) in zip(headers, options, strict=True):
        if not option:
            continue
        for form in ("{0}: {1}", "{0} - {1}", "{0} – {1}", "{0}/{1}", "{0} | {1}", "{0} {1}"):
            aliases.setdefault(heading(form.format(question, option)), header)
        for alias in (heading(option), heading(question)):
            seen[alias] += 1
            aliases.setdefault(alias, header)
            aliases.setdefault(f"{alias}#{seen[alias]}", header)
    return headers, aliases


SUM_ROW = re.compile(r"(summa|sum|totalt?|total count)\b[\s:]*", re.IGNORECASE)
