"""A table -> its bars, each as a share of the longest."""

from __future__ import annotations

from typing import NamedTuple

from exempelbank.followup.figure_table import FigureTable


class Bar(NamedTuple):
    name: str
    number: int
    percent: float  # of the longest bar


def bars_from(table: FigureTable) -> list[Bar]:
    """None when there is nothing to draw."""
    if table.drawn is None:
        return []
    counts = [(str(row[0]), int(row[table.drawn])) for row in table.rows]
    most = max((count for _name, count in counts), default=0)
    return (
        [Bar(name, count, round(100 * count / most, 1)) for name, count in counts] if most else []
    )
