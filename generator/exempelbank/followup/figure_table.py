"""A figure as a table: the page, the files and the command line all show the same one."""

from __future__ import annotations

from typing import NamedTuple

from exempelbank.files.csv import csv_from

Value = str | int


class FigureTable(NamedTuple):
    id: str  # the name of its file
    title: str
    columns: tuple[str, ...]  # the first names the rows
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""  # how it was counted
    drawn: int | None = None  # the column that a chart shows

    def as_csv(self) -> bytes:
        return csv_from(self.columns, self.rows)

    @property
    def number_columns(self) -> tuple[int, ...]:
        """Those that hold a number in some row, or in none for want of rows."""
        return tuple(
            column
            for column in range(1, len(self.columns))
            if not self.rows or any(isinstance(row[column], int) for row in self.rows)
        )

    def as_lines(self) -> list[str]:
        """For a terminal: in columns, numbers to the right; a list of words row by row."""
        note = ["", self.note] if self.note else []
        lines = self._aligned() if self.number_columns else self._row_by_row()
        return [self.title, "", *lines, *note]

    def _row_by_row(self) -> list[str]:
        return [
            line
            for name, *rest in self.rows
            for line in (
                str(name),
                *(
                    f"  {column}: {cell}"
                    for column, cell in zip(self.columns[1:], rest, strict=True)
                    if cell
                ),
            )
        ]

    def _aligned(self) -> list[str]:
        cells = [self.columns, *([str(value) for value in row] for row in self.rows)]
        widths = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        numbers = self.number_columns
        return [
            "  ".join(
                cell.rjust(widths[n]) if n in numbers else cell.ljust(widths[n])
                for n, cell in enumerate(row)
            ).rstrip()
            for row in cells
        ]
