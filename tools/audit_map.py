"""Draws maps with the packages of the extra “map”, which no test has.

The sample's map.yml is what the command draws of the borders. A place too narrow for its number has
it outside, with a line to it. Prints what is wrong, and ends with 1 if anything is.

    python tools/audit_map.py FOLDER    FOLDER: where the packages are installed
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from exempelbank.cartography.borders import shapes_by_code
from exempelbank.cartography.drawing import draw_map
from exempelbank.cartography.map_file import map_text
from exempelbank.files.paths import MAP
from exempelbank.problems import Problems
from exempelbank.settings import load_settings

PROJECT = Path(__file__).resolve().parent.parent


def wrong_of_the_sample() -> Iterator[str]:
    problems = Problems()
    settings = load_settings(PROJECT, problems)
    if settings is None:
        sys.exit("\n".join(map(str, problems)))
    shapes = shapes_by_code(place.code for place in settings.municipalities)
    if map_text(draw_map(shapes)) != (PROJECT / MAP).read_text("utf-8"):
        yield f"{MAP} is not what exempelbank map draws"


def wrong_of_a_narrow_place() -> Iterator[str]:
    import shapely

    island = shapely.box(90_000, 0, 99_000, 9_000)
    wide, narrow = draw_map(
        {
            "0001": shapely.box(0, 0, 50_000, 50_000).union(island),
            "0002": shapely.box(50_000, 20_000, 51_000, 30_000),
        }
    ).shapes
    if wide.line_x is not None:
        yield "a number stands outside a place that has room for it"
    if narrow.line_x is None or narrow.x <= narrow.line_x:
        yield "a number stands in a place that is too narrow for it"


def main(installed: Path) -> int:
    sys.path.append(str(installed))
    wrong = [*wrong_of_the_sample(), *wrong_of_a_narrow_place()]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"The maps: {len(wrong)} things are not as they should be.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
