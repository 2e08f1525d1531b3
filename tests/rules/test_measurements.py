"""What an indicator came to: what is told, and what could be worked out from it."""

from datetime import date
from itertools import product

import pytest

from exempelbank.model.content import Indicator, Measurement, PartMeasurement
from exempelbank.rules.measurements import shown
from exempelbank.rules.participants import FEWEST

SHARE = Indicator(name="Andel nöjda", unit="%")
HEADS = Indicator(name="I arbete", counts_people=True)
DAY = date(2026, 3, 9)


def part(group, value, people=None):
    return PartMeasurement(group=group, value=value, people=people)


def measured(value, people=None, *parts):
    return Measurement(day=DAY, value=value, people=people, parts=parts)


def what_is_shown(one, indicator=SHARE):
    """(the value, the groups that have one) as a reader meets them."""
    found = shown(one, indicator)
    return found.value, [each.group for each in found.parts if each.value is not None]


@pytest.mark.parametrize(
    ("one", "indicator", "value"),
    [
        (measured(75, 4), SHARE, None),
        (measured(75, 0), SHARE, None),
        (measured(75, 5), SHARE, 75),
        (measured(3), SHARE, 3),  # of no people: three municipalities
        (measured(4), HEADS, None),
        (measured(12), HEADS, 12),
        (measured(4, 40), HEADS, None),  # four of forty have found work
        (measured(38, 40), HEADS, None),  # two have not
        (measured(40, 40), HEADS, 40),
        (measured(40, 3), HEADS, None),
        (measured(50, None, part("kvinnor", 50, 2), part("män", 50, 2)), SHARE, None),
    ],
)
def test_a_value_for_fewer_than_five_people_is_not_told(one, indicator, value):
    assert shown(one, indicator).value == value


def test_nothing_is_left_of_what_is_hidden():
    found = shown(measured(75, 4, part("kvinnor", 75, 4)), SHARE)

    assert (found.people, found.parts, found.day) == (None, (), DAY)


@pytest.mark.parametrize(
    ("parts", "groups"),
    [
        ([part("kvinnor", 70, 30), part("män", 80, 11)], ["kvinnor", "män"]),
        ([part("kvinnor", 70, 38), part("män", 80, 3)], []),  # the rest could be worked out
        ([part("kvinnor", 70, 38)], []),  # so could the three that are not named
        ([part("kvinnor", 70, 36)], ["kvinnor"]),
        ([part("unga", 60, 18), part("äldre", 70, 20), part("äldst", 80, 3)], ["äldre"]),
        ([part("kvinnor", 70), part("män", 80, 11)], []),  # may be of few
        ([part("kvinnor", 70, 40), part("män", 80, 11)], []),  # more than all of them
        ([part("kvinnor", 70, 30), part("män", None)], ["kvinnor"]),  # the writer left it out
    ],
)
def test_a_small_group_takes_along_what_it_could_be_worked_out_from(parts, groups):
    assert what_is_shown(measured(72, 41, *parts)) == (72, groups)


def test_no_hidden_group_is_ever_worked_out_from_the_others():
    for few, many, others in product(range(8), repeat=3):
        total = few + many + others
        one = measured(50, total, part("a", 40, few), part("b", 60, many))
        value, groups = what_is_shown(one)
        people = {"a": few, "b": many}
        left = total - sum(people[group] for group in groups)

        assert all(people[group] >= FEWEST or not people[group] for group in groups)
        assert not groups or left == 0 or left >= FEWEST
        assert (value is None) == (total < FEWEST)


def test_how_many_a_small_group_has_is_not_told_though_it_has_no_value():
    found = shown(measured(75, 30, part("A", 70, 27), part("B", None, 3)), SHARE)

    assert [each.people for each in found.parts] == [None, None]
