"""How many came: what is told, and what could be worked out from it."""

from itertools import product

import pytest

from exempelbank.rules.participants import FEWEST, hidden_parts, participants_text
from tests.feeds.builders import event


@pytest.mark.parametrize(
    ("came", "says"), [(None, ""), (0, "färre än fem"), (4, "färre än fem"), (5, "5"), (34, "34")]
)
def test_fewer_than_five_is_never_told_as_a_number(came, says):
    assert participants_text(event(participants=came)) == says


@pytest.mark.parametrize(
    ("numbers", "hidden"),
    [
        ({"a": 12, "b": 5}, ""),
        ({"a": 12, "b": 4, "c": 7}, "bc"),  # b alone could be worked out from the total
        ({"a": 12, "b": 4, "c": 3}, "bc"),
        ({"a": 12, "b": 1, "c": 1, "d": 6}, "bcd"),  # two people are fewer than five as well
        ({"a": 12, "b": 0}, ""),
        ({"a": 12, "b": 0, "c": 2}, "ac"),
        ({"a": 3}, "a"),
        ({}, ""),
    ],
)
def test_a_small_number_takes_the_next_one_along(numbers, hidden):
    assert hidden_parts(numbers) == set(hidden)


def test_what_is_hidden_is_never_worked_out_from_the_total():
    for numbers in product(range(8), repeat=3):
        parts = dict(zip("abc", numbers, strict=True))
        hidden = hidden_parts(parts)
        left = sum(parts[name] for name in hidden)

        assert all(number >= FEWEST or not number for name, number in parts.items()
                   if name not in hidden)  # fmt: skip
        others = [name for name, number in parts.items() if number and name not in hidden]
        assert not hidden or not others or (len(hidden) > 1 and left >= FEWEST)
