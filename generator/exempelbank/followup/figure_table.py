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

    def as_lines(self) -> list[str]:
        """In columns, for a terminal."""
        cells = [self.columns, *([str(value) for value in row] for row in self.rows)]
        widths = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        lines = [
            "  ".join(
                [row[0].ljust(widths[0])]
                + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
            ).rstrip()
            for row in cells
        ]
        return [self.title, "", *lines, *(["", self.note] if self.note else [])]
