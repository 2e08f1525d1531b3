"""What the colours of the county's map mean, with few examples and with many."""

import pytest

from exempelbank.settings import Map, Shape
from exempelbank.site.components.county_map import county_map, shades_of

VIEW = Map(view_box="0 0 100 200")


def a_shape(**given):
    return Shape(code="0183", path="M0 0l9 9z", **{"x": 40, "y": 50, **given})


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ([0, 0], []),
        ([1, 0], ["1 exempel"]),
        ([1] * 9 + [2, 0], ["1 exempel", "2 exempel"]),
        ([1, 2, 3], ["1 exempel", "2 exempel", "3 exempel"]),
        ([3, 4, 5, 8, 9, 310], ["3–4 exempel", "5–8 exempel", "9–310 exempel"]),
    ],
)
def test_the_colours_part_the_numbers_that_occur(numbers, labels):
    assert [shade.label for shade in shades_of(numbers)] == labels


def test_a_thousand_examples_are_not_one_colour():
    numbers = range(14, 40)
    areas = county_map(VIEW, [(a_shape(), "", "", number) for number in numbers]).areas

    assert {area.strength for area in areas} == {1, 2, 3}
    assert areas[0].strength < areas[-1].strength


def test_none_has_a_colour_of_its_own():
    areas = county_map(VIEW, [(a_shape(), "", "", number) for number in (0, 1)]).areas

    assert areas[0].strength == 0 < areas[1].strength


def test_a_line_leads_from_beside_a_number_that_stands_outside():
    outside, within = a_shape(line_x=140, line_y=50), a_shape()
    areas = county_map(VIEW, [(shape, "", "", 1) for shape in (outside, within)]).areas

    assert areas[0].line == "M54 50L140 50"
    assert areas[1].line == ""


def test_the_name_of_what_one_points_at_has_room_above_the_map():
    drawn = county_map(VIEW, [])
    _left, top, _width, height = map(int, drawn.view_box.split())

    assert top < drawn.name_y < 0
    assert top + height == 200
