"""Borders in metres -> a Map: outlines in whole numbers, and where a number has room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from exempelbank.settings import Map, Shape

# What the drawing fits within. A wide one would be printed so small that its numbers can't be read.
WIDTH, HEIGHT = 640, 900
MARGIN = 5
SMALLEST = 40  # an island below this area, in the drawing's units, is left out
NUMBER = 8  # as much room as a number needs around its middle; with less it stands outside
CLEAR = 12  # and there so far from land, and twice as far from other numbers


class Frame(NamedTuple):
    """How metres become units of the drawing."""

    left: float  # metres
    top: float
    scale: float  # units a metre
    width: int  # units
    height: int

    def drawn(self, points: Any) -> Any:
        """An array of points, with the top upwards in metres and at zero in the drawing."""
        return (points - [self.left, self.top]) * [self.scale, -self.scale] + MARGIN


def frame_around(left: float, bottom: float, right: float, top: float) -> Frame:
    """As large as there is room for."""
    inner_width, inner_height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    scale = min(inner_width / (right - left), inner_height / (top - bottom))
    width = round((right - left) * scale) + 2 * MARGIN
    return Frame(left, top, scale, width, round((top - bottom) * scale) + 2 * MARGIN)


def draw_map(shapes: Mapping[str, Any]) -> Map:
    """`shapes`: geometries of shapely by code, in metres."""
    import shapely

    frame = frame_around(*shapely.total_bounds(list(shapes.values())))
    parts_of = {code: _parts(shape, frame) for code, shape in shapes.items()}
    within = {code: _middle(parts) for code, parts in parts_of.items()}
    land = shapely.union_all([part for parts in parts_of.values() for part in parts])
    return Map(
        view_box=f"0 0 {frame.width} {frame.height}",
        shapes=tuple(_shape(code, parts, within, land, frame) for code, parts in parts_of.items()),
    )


def _parts(shape: Any, frame: Frame) -> list[Any]:
    """Its polygons, without the smallest islands."""
    import shapely

    drawn = shapely.transform(shape, frame.drawn)
    parts = list(getattr(drawn, "geoms", [drawn]))
    largest = _largest(parts)
    return [part for part in parts if part is largest or part.area > SMALLEST]


def _largest(parts: Sequence[Any]) -> Any:
    return max(parts, key=lambda part: part.area)


def _middle(parts: Sequence[Any]) -> Any:
    from shapely.ops import polylabel

    return polylabel(_largest(parts), tolerance=1)


def _shape(
    code: str, parts: Sequence[Any], within: Mapping[str, Any], land: Any, frame: Frame
) -> Shape:
    inside = stands = within[code]
    if _largest(parts).exterior.distance(inside) < NUMBER:
        others = [number for number in within.values() if number is not inside]
        stands = _nearest_free(inside, land, others, frame)
    outside = stands is not inside
    return Shape(
        code=code,
        x=round(stands.x),
        y=round(stands.y),
        line_x=round(inside.x) if outside else None,
        line_y=round(inside.y) if outside else None,
        path="".join(_path_of(part) for part in parts),
    )


def _nearest_free(inside: Any, land: Any, others: Sequence[Any], frame: Frame) -> Any:
    """Where a number covers no land and no other number, and its line none either; where it was, if
    there is no such place.
    """
    import shapely

    xs, ys = range(CLEAR, frame.width, 4), range(CLEAR, frame.height, 4)
    free = [
        place
        for place in shapely.points([(x, y) for x in xs for y in ys])
        if land.distance(place) >= CLEAR
        and all(place.distance(number) >= 2 * CLEAR for number in others)
        and all(shapely.LineString([place, inside]).distance(number) >= CLEAR for number in others)
    ]
    return min(free, key=inside.distance, default=inside)


def _path_of(polygon: Any) -> str:
    """Relative steps between whole numbers, neighbours rounded alike so that no gaps open."""
    rings = (polygon.exterior, *polygon.interiors)
    return "".join("".join(_ring(ring.coords[:-1])) for ring in rings).replace(" -", "-")


def _ring(coordinates: Sequence[tuple[float, float]]) -> Iterator[str]:
    points = [(round(x), round(y)) for x, y in coordinates]
    yield f"M{points[0][0]} {points[0][1]}l"
    yield " ".join(
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    )
    yield "z"
