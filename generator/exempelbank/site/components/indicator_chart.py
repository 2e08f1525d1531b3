"""The series of an indicator -> a chart: where its marks and lines stand, in percent of it.

A line through what was measured, over the days; a single value is a bar. What is hidden leaves a
gap. Where there is nothing to compare there is no chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from exempelbank.model.content import Indicator

_LEFT, _RIGHT = 14, 96  # where the first and the last mark stand: numbers of the scale are before
_APART = 14  # what a number beside its mark takes
_MOST_STEPS = 4


class Mark(NamedTuple):
    x: float
    y: float
    value: float
    labelled: bool


class Line(NamedTuple):
    x1: float
    y1: float
    x2: float
    y2: float


class LineChart(NamedTuple):
    marks: Sequence[Mark]
    lines: Sequence[Line]
    goals: Sequence[float]  # from the top
    scale: Sequence[tuple[float, float]]  # (from the top, value)
    first: date
    last: date


class BarChart(NamedTuple):
    width: float
    goals: Sequence[float]  # from the left


def chart_of(indicator: Indicator) -> LineChart | BarChart | None:
    measured = [(one.day, one.value) for one in indicator.values if one.value is not None]
    goals = [goal for goal in (indicator.at_least, indicator.at_most) if goal is not None]
    if len({day for day, _value in measured}) > 1:
        return _line_chart(indicator, goals)
    if measured and goals and min(measured[-1][1], *goals) >= 0:
        scale = _scale([measured[-1][1], *goals])
        return BarChart(_share(measured[-1][1], scale), [_share(goal, scale) for goal in goals])
    return None


def _line_chart(indicator: Indicator, goals: Sequence[float]) -> LineChart:
    measured = [(one.day, one.value) for one in indicator.values if one.value is not None]
    scale = _scale([*(value for _day, value in measured), *goals])
    first, last = measured[0][0], measured[-1][0]

    def across(day: date) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (day - first).days / (last - first).days, 2)

    def down(value: float) -> float:
        return round(100 - _share(value, scale), 2)

    marks: list[Mark] = []
    room_from, last_x = 0.0, across(last)
    for day, value in measured:
        x = across(day)
        labelled = x == last_x or (room_from <= x <= last_x - _APART)
        room_from = x + _APART if labelled else room_from
        marks.append(Mark(x, down(value), value, labelled))
    lines = [
        Line(across(one.day), down(one.value), across(other.day), down(other.value))
        for one, other in pairwise(indicator.values)
        if one.value is not None and other.value is not None
    ]
    return LineChart(
        marks, lines, [down(goal) for goal in goals], [(down(v), v) for v in scale], first, last
    )


def _scale(values: Sequence[float]) -> Sequence[float]:
    """Round numbers, evenly apart, from nothing to beyond all of the values."""
    least, most = min(0, *values), max(0, *values)
    step = _step((most - least) or 1)
    return [
        round(number * step, 6) for number in range(floor(least / step), ceil(most / step) + 1)
    ] or [0, 1]


def _step(span: float) -> float:
    """1, 2 or 5 of ones, tens, hundreds or tenths."""
    power: float = 10 ** floor(log10(span / _MOST_STEPS))
    return next(n * power for n in (1, 2, 5, 10) if span / (n * power) <= _MOST_STEPS)


def _share(value: float, scale: Sequence[float]) -> float:
    return round(100 * (value - scale[0]) / ((scale[-1] - scale[0]) or 1), 2)
