"""A table -> its bars, as SVG to stand in a page.

leather sets sizes and colours as attributes. Ours come from the style sheet, so that they follow
dark mode and larger text, and all that is not shape is taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from exempelbank.followup.figure_table import FigureTable
from exempelbank.i18n import _

WIDTH = 400  # drawn narrow, so that the words stay readable on a phone
_BAR = 26
_MARGINS = 60
_ALLOWED_ATTRIBUTES = {"class", "transform", "x", "y", "x1", "x2", "y1", "y2", "dy", "width",
                       "height", "text-anchor"}  # fmt: skip


def bar_chart(table: FigureTable) -> Markup:
    """Nothing when there is nothing to draw."""
    from xml.etree import ElementTree

    import leather

    if table.drawn is None:
        return Markup()
    counts = [(int(row[table.drawn]), str(row[0])) for row in table.rows]
    if not any(count for count, _name in counts):
        return Markup()
    most = max(count for count, _name in counts)
    height = _BAR * len(counts) + _MARGINS
    chart = leather.Chart()
    chart.add_x_scale(0, most)
    chart.add_x_axis(ticks=_ticks(most), tick_formatter=lambda value, _n, _of: str(int(value)))
    chart.add_bars(counts)
    drawing = chart.to_svg_group(WIDTH, height)
    drawing.remove(drawing[0])  # the background
    for element in drawing.iter():
        for name in element.attrib.keys() - _ALLOWED_ATTRIBUTES:
            del element.attrib[name]
        for name, value in element.attrib.items():
            element.set(name, _rounded(value))
    label = _("Bar chart: {title}. The table holds the same figures.").format(title=table.title)
    return Markup(
        '<svg class="eb-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(WIDTH, height, label, Markup(ElementTree.tostring(drawing, encoding="unicode")))


def _ticks(most: int) -> list[int]:
    """Whole numbers, at most six of them."""
    step = next(step for step in _steps() if most / step <= 5)
    return list(range(0, most + 1, step))


def _steps() -> Iterator[int]:
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def _rounded(value: Any) -> str:
    try:
        return f"{float(value):.1f}".removesuffix(".0")
    except ValueError:
        return str(value)
