"""An indicator's chart: where its marks and lines stand."""

from datetime import date
from itertools import pairwise

import pytest

from exempelbank.model.content import Indicator, Measurement
from exempelbank.site.components.indicator_chart import BarChart, LineChart, chart_of


def an_indicator(*values, **given):
    """Measured on the first of each month from January."""
    measurements = [
        Measurement(day=date(2026, month, 1), value=value) for month, value in enumerate(values, 1)
    ]
    return Indicator(name="Andel", values=measurements, **given)


def scale_of(*values, **given):
    return [value for _y, value in chart_of(an_indicator(*values, **given)).scale]


def test_a_higher_value_stands_higher_and_a_later_one_to_the_right():
    chart = chart_of(an_indicator(20, 40, 30))

    xs, ys = [mark.x for mark in chart.marks], [mark.y for mark in chart.marks]
    assert xs == sorted(xs) and ys[1] < ys[2] < ys[0]


def test_what_was_not_measured_for_long_takes_more_room():
    days = date(2026, 1, 1), date(2026, 2, 1), date(2026, 12, 1)
    values = [Measurement(day=day, value=10) for day in days]

    first, second, third = chart_of(Indicator(name="Andel", values=values)).marks
    assert third.x - second.x > 5 * (second.x - first.x)


@pytest.mark.parametrize(
    ("values", "given", "scale"),
    [
        ((14, 29, 41), {"at_least": 80}, [0, 20, 40, 60, 80]),
        ((71, 80, 83), {}, [0, 50, 100]),
        ((0.1, 0.25), {}, [0, 0.1, 0.2, 0.3]),
        ((-5, 10), {}, [-5, 0, 5, 10]),
        ((1_250_000, 900_000), {}, [0, 500_000, 1_000_000, 1_500_000]),
        ((0, 0), {}, [0]),
    ],
)
def test_the_scale_has_round_numbers_from_nothing_to_beyond_the_values_and_the_goal(
    values, given, scale
):
    assert scale_of(*values, **given)[: len(scale)] == scale


def test_what_is_hidden_leaves_a_gap_in_the_line():
    chart = chart_of(an_indicator(20, 30, None, 40, 50))

    assert (len(chart.marks), len(chart.lines)) == (4, 2)


def test_a_single_value_is_a_bar_against_its_goal():
    assert chart_of(an_indicator(4, at_least=20)) == BarChart(20, [100])


@pytest.mark.parametrize(
    "indicator",
    [an_indicator(), an_indicator(4), an_indicator(None, at_least=20), an_indicator(-1, at_most=0)],
)
def test_there_is_no_chart_of_what_has_nothing_to_compare(indicator):
    assert chart_of(indicator) is None


def test_numbers_have_room_beside_each_other_and_the_last_one_always_has_one():
    chart = chart_of(an_indicator(*range(1, 13)))

    assert isinstance(chart, LineChart) and chart.marks[-1].labelled
    labelled = [mark.x for mark in chart.marks if mark.labelled]
    assert min(b - a for a, b in pairwise(labelled)) >= 14
