"""An initiative's indicators -> what its page says of each: in words, in a chart, in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from exempelbank.i18n import _
from exempelbank.model.content import Indicator, Initiative, Measurement, PartMeasurement
from exempelbank.site.components.indicator_chart import BarChart, LineChart, chart_of
from exempelbank.site.rendering.environment import capitalised, day, number


class Series(NamedTuple):
    """What the page shows of one that has been measured."""

    name: str
    facts: Sequence[tuple[str, str]]
    goal: str  # of the line in the chart
    unit: str
    latest: str  # of the values that are shown
    chart: LineChart | BarChart | None
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]  # the columns that hold numbers
    hides: bool  # something is not shown


def measured_on(indicator: Indicator) -> date | None:
    """The last day."""
    return max((one.day for one in indicator.values), default=indicator.measured)


def updated_on(initiative: Initiative) -> date | None:
    return max(filter(None, map(measured_on, initiative.indicators)), default=None)


def overview(initiative: Initiative) -> list[tuple[str, str, str, str]]:
    """(name, goal, outcome, measured) of each."""
    return [
        (
            one.name,
            _goal(one),
            _outcome(one),
            day(measured) if (measured := measured_on(one)) else "",
        )
        for one in initiative.indicators
    ]


def _outcome(indicator: Indicator) -> str:
    if indicator.outcome or not indicator.values:
        return indicator.outcome or _("Not measured yet")
    latest = indicator.values[-1]
    value = _value(latest, indicator.unit)
    return f"{value} ({latest.point})" if latest.point else value


def _goal(indicator: Indicator) -> str:
    return indicator.goal or capitalised(_goal_in_numbers(indicator))


def _goal_in_numbers(indicator: Indicator) -> str:
    least, most = indicator.at_least, indicator.at_most
    if least is not None and most is not None:
        return _("from {least} to {most}").format(
            least=number(least), most=_with_unit(most, indicator.unit)
        )
    if least is not None:
        return _("at least {value}").format(value=_with_unit(least, indicator.unit))
    if most is not None:
        return _("at most {value}").format(value=_with_unit(most, indicator.unit))
    return ""


def _with_unit(value: float, unit: str) -> str:
    return f"{number(value)}\N{NO-BREAK SPACE}{unit}" if unit else number(value)


def _value(one: Measurement | PartMeasurement, unit: str) -> str:
    return _("Not shown") if one.value is None else _with_unit(one.value, unit)


def series_of(initiative: Initiative) -> Iterator[Series]:
    for one in initiative.indicators:
        if one.values:
            yield _series(one)


def _series(indicator: Indicator) -> Series:
    groups = list(dict.fromkeys(part.group for one in indicator.values for part in one.parts))
    counted = any(one.people is not None for one in indicator.values)
    rows = [
        (
            _when(one),
            _value(one, indicator.unit),
            *([_people(one)] if counted else []),
            *(_of_group(one, group, indicator.unit) for group in groups),
        )
        for one in indicator.values
    ]
    columns = (
        _("Measured"),
        _("Outcome"),
        *([_("Number of people")] if counted else []),
        *groups,
    )
    known = [one for one in reversed(indicator.values) if one.value is not None]
    facts = (
        (_("Goal"), _goal(indicator)),
        (_("Measured among"), indicator.group),
        (_("Measured by"), indicator.measured_by),
    )
    return Series(
        indicator.name,
        [(name, value) for name, value in facts if value],
        _goal_in_numbers(indicator),
        indicator.unit,
        next((_value(one, indicator.unit) for one in known), ""),
        chart_of(indicator),
        columns,
        rows,
        range(1, len(columns)),
        any(
            one.value is None or any(part.value is None for part in one.parts)
            for one in indicator.values
        ),
    )


def _when(one: Measurement) -> str:
    return f"{one.point}, {day(one.day)}" if one.point else day(one.day)


def _people(one: Measurement) -> str:
    return "" if one.people is None else number(one.people)


def _of_group(one: Measurement, group: str, unit: str) -> str:
    """ "78 % av 30"; empty when it was not measured for them."""
    part = next((part for part in one.parts if part.group == group), None)
    if part is None:
        # All of them are fewer than five, or the group was not measured.
        return _("Not shown") if one.value is None else ""
    if part.value is None or part.people is None:
        return _value(part, unit)
    return _("{value} of {people}").format(value=_value(part, unit), people=number(part.people))
