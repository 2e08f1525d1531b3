"""Rows below the heading -> the rows that answers can be read from, and why not from the others.

What is empty may be missing: Excel leaves the last empty cells out of some rows, and writes more
of them in others. But an answer without a heading has been moved there, or another one has, and
where a quotation mark is wrong nobody knows where the row ends. Such a row is told of alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _, ngettext
from exempelbank.intake.export.rows import TableRow

DELIMITERS = (",", ";", "\t")  # between the cells of a text
_ROWS_NAMED = 10  # in one message


class RowWidths:
    """Of one file. It counts, and is asked when all rows have been read."""

    def __init__(self, delimiter: str = "", ends_within_line: bool = False) -> None:
        """`delimiter`: "" of a sheet, whose cells stay where they are whatever the others hold."""
        self._delimiter, self._ends_within_line = delimiter, ends_within_line
        self._rows = self._long = self._undivided = 0
        self._short: list[int] = []  # rows
        self._other_delimiter: list[int] = []
        self._faulty: list[int] = []
        self._beyond: list[int] = []

    def fitted(self, rows: Iterable[TableRow], width: int) -> list[TableRow]:
        """`width`: of the heading."""
        fitted = list(self._each_fitted(rows, width))
        # When only the last row is short, that is no habit of Excel's.
        if self._ends_within_line and fitted and self._short == [fitted[-1].number]:
            self._short = []
            fitted[-1] = self._refused(fitted[-1], _cut_short())
        return fitted

    def _each_fitted(self, rows: Iterable[TableRow], width: int) -> Iterator[TableRow]:
        """What follows a row whose quotation marks are wrong may be the
        rest of it, until a row is as wide as the heading.
        """
        unsettled: TableRow | None = None
        following = 0
        for row in rows:
            if unsettled and not row.fault and len(row.cells) != width:
                following += 1
                continue
            if unsettled:
                yield _with_following(unsettled, following)
                unsettled = None
            self._rows += 1
            if row.fault:
                self._faulty.append(row.number)
                unsettled, following = row, 0
            else:
                yield self._fitted(row, width)
        if unsettled:
            yield _with_following(unsettled, following)

    def _fitted(self, row: TableRow, width: int) -> TableRow:
        missing = width - len(row.cells)
        if self._delimiter and width > 2 and (swallowed := self._rows_within(row.cells, width)):
            return self._refused(row, _swallows_rows(swallowed))
        if missing > 0 and self._delimiter:
            if len(row.cells) == 1 and self._is_divided_by_another(row.cells[0], missing):
                self._other_delimiter.append(row.number)
                return self._refused(row, self._divided_by_another())
            self._short.append(row.number)
            self._undivided += len(row.cells) == 1
        elif missing < 0 and any(map(str.strip, row.cells[width:])):
            if self._delimiter:
                return self._refused(row, self._too_wide(len(row.cells), width))
            self._beyond.append(row.number)
        elif missing < 0:
            self._long += 1
        return row

    def _refused(self, row: TableRow, fault: str) -> TableRow:
        self._faulty.append(row.number)
        return TableRow(row.number, [], f"{fault} {put_right()}")

    def _is_divided_by_another(self, cell: str, times: int) -> bool:
        return any(cell.count(sign) >= times for sign in DELIMITERS if sign != self._delimiter)

    def _rows_within(self, cells: list[str], width: int) -> int:
        """How many; a missing quotation mark makes one cell of the rows that follow it."""
        most = 0
        for cell in cells:
            if "\n" in cell and cell.count("\n") >= 3:
                lines = cell.split("\n")
                most = max(most, sum(line.count(self._delimiter) >= width - 1 for line in lines))
        return most if most >= 2 else 0

    # ---- What all rows say together ----

    @property
    def fit(self) -> bool:
        """At least half of the rows: they are divided, and not into more than the heading."""
        return (len(self._faulty) + self._undivided) * 2 <= self._rows

    def refuse_wrong_delimiter(self, heading_is_known: bool) -> None:
        """Nearly all rows are divided in another way. A heading that is known is divided rightly;
        then rows that are too wide hold answers that should have had quotation marks.
        """
        misfits = self._other_delimiter if heading_is_known else self._faulty
        if misfits and len(misfits) * 10 >= self._rows * 9:
            raise UnreadableFile(
                _("nearly all rows are divided in another way than the heading"),
                misfits[0],
                _(
                    "The delimiter may be another than “{delimiter}”, "
                    "or a quotation mark is missing."
                ).format(delimiter=_shown(self._delimiter)),
            )

    def notes(self) -> Iterator[str]:
        if self._short:
            yield ngettext(
                "the last empty cells are missing in {n} row",
                "the last empty cells are missing in {n} rows",
                len(self._short),
            ).format(n=len(self._short))
        if self._long:
            yield ngettext(
                "{n} row ends with empty cells that the heading does not have",
                "{n} rows end with empty cells that the heading does not have",
                self._long,
            ).format(n=self._long)
        if self._beyond:
            yield ngettext(
                "row {rows} holds something in a column without a heading, and it is not read",
                "rows {rows} hold something in a column without a heading, and it is not read",
                len(self._beyond),
            ).format(rows=_named(self._beyond))

    # ---- What is said of one row ----

    def _too_wide(self, cells: int, width: int) -> str:
        return _(
            "The row has {n} cells and the heading {width}, so nobody can tell which answer "
            "belongs where. An answer may hold “{delimiter}” and lack quotation marks around it."
        ).format(n=cells, width=width, delimiter=_shown(self._delimiter))

    def _divided_by_another(self) -> str:
        return _(
            "The row is divided by another sign than the “{delimiter}” of the heading."
        ).format(delimiter=_shown(self._delimiter))


def _swallows_rows(lines: int) -> str:
    return _(
        "The row has a cell that holds {n} whole rows, which are not read: a quotation mark is "
        "missing."
    ).format(n=lines)


def _with_following(row: TableRow, following: int) -> TableRow:
    if not following:
        return row
    says = ngettext(
        "The line after it is not read either: it may be part of the same answer.",
        "The {n} lines after it are not read either: they may be part of the same answer.",
        following,
    ).format(n=following)
    return row._replace(fault=f"{row.fault} {says}")


def _cut_short() -> str:
    return _("The file ends in the middle of this row, so an answer may have been cut.")


def put_right() -> str:
    return _("Put it right in the file, or export it once more.")


def _shown(delimiter: str) -> str:
    return {"\t": "tab"}.get(delimiter, delimiter)


def _named(rows: list[int]) -> str:
    return ", ".join(map(str, rows[:_ROWS_NAMED])) + (" …" if len(rows) > _ROWS_NAMED else "")
