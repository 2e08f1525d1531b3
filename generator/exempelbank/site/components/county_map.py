"""Shapes and how many examples each municipality has -> the map, and what its colours mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import NamedTuple

from exempelbank.i18n import _, ngettext
from exempelbank.settings import Map, Shape

_STRENGTHS = ((), (2,), (1, 3), (1, 2, 3))  # of so many shades; 0 is for none at all
_BESIDE = 14  # from the middle of a number, in the map's own units
_ROOM_ABOVE = 46  # for the name of what one points at


class Shade(NamedTuple):
    """A colour of the map, and the numbers of examples it stands for."""

    strength: int  # 1–3
    least: int
    most: int

    @property
    def label(self) -> str:
        if self.least == self.most:
            return ngettext("{n} example", "{n} examples", self.least).format(n=self.least)
        return _("{least}–{most} examples").format(least=self.least, most=self.most)


class Area(NamedTuple):
    """A place on the map, or without a shape beside it."""

    shape: Shape | None
    name: str
    address: str
    number: int  # of examples
    strength: int

    @property
    def line(self) -> str:
        """From beside the number to its municipality, where that has no room for it."""
        shape = self.shape
        if shape is None or shape.line_x is None or shape.line_y is None:
            return ""
        x, y = shape.line_x - shape.x, shape.line_y - shape.y
        share = min(1, _BESIDE / (hypot(x, y) or 1))
        begin = f"{shape.x + x * share:.0f} {shape.y + y * share:.0f}"
        return f"M{begin}L{shape.line_x} {shape.line_y}"


class CountyMap(NamedTuple):
    areas: Sequence[Area]
    beside: Sequence[Area]
    shades: Sequence[Shade]
    view_box: str
    name_x: int
    name_y: int


def county_map(map_: Map, places: Iterable[tuple[Shape | None, str, str, int]]) -> CountyMap:
    """`places`: (shape or none, name, address, how many examples)"""
    places = list(places)
    shades = shades_of(number for *_place, number in places)
    areas = [
        Area(shape, name, address, number, _strength(number, shades))
        for shape, name, address, number in places
    ]
    left, top, width, height = (round(float(part)) for part in map_.view_box.split())
    view_box = f"{left} {top - _ROOM_ABOVE} {width} {height + _ROOM_ABOVE}"
    drawn = [area for area in areas if area.shape]
    beside = [area for area in areas if not area.shape]
    return CountyMap(drawn, beside, shades, view_box, left, top - _ROOM_ABOVE // 2)


def shades_of(numbers: Iterable[int]) -> list[Shade]:
    """At most three, with as many of the numbers that occur in each: few examples and thousands
    are told apart alike, and one large municipality does not make the others look the same.
    """
    occurring = sorted({number for number in numbers if number})
    strengths = _STRENGTHS[min(len(occurring), 3)]
    total, parts = len(occurring), len(strengths)
    return [
        Shade(strength, occurring[total * n // parts], occurring[total * (n + 1) // parts - 1])
        for n, strength in enumerate(strengths)
    ]


def _strength(number: int, shades: Sequence[Shade]) -> int:
    return next((shade.strength for shade in shades if shade.least <= number <= shade.most), 0)
