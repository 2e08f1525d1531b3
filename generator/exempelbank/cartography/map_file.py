"""A Map -> the text of site_config/map.yml."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.files.paths import MAP_SCHEMA
from exempelbank.i18n import _
from exempelbank.settings import Map, Shape


def map_text(drawn: Map) -> str:
    what = _("The municipalities as shapes, drawn by {command} from the borders of SCB (CC0).")
    without = _("Without this file no map is shown.")
    head = [MAP_SCHEMA, f"# {what.format(command='exempelbank map')}", f"# {without}"]
    shapes = (line for shape in drawn.shapes for line in _lines(shape))
    return "\n".join([*head, f'view_box: "{drawn.view_box}"', "shapes:", *shapes]) + "\n"


def _lines(shape: Shape) -> Iterator[str]:
    yield f'  - code: "{shape.code}"'
    for name in ("x", "y", "line_x", "line_y", "path"):
        value = getattr(shape, name)
        if value is not None:
            yield f"    {name}: {value}"
