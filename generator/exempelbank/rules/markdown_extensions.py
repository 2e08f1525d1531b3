"""Which extensions of Markdown are an installed package's, whose code the program knows."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

_WHOLE_NAMES = ("markdown.extensions.", "pymdownx.", "material.extensions.")


def is_installed_extension(name: str) -> bool:
    """And no module of somebody's own, which may lie in the project."""
    return name.startswith(_WHOLE_NAMES) or name in _announced()


@cache
def _announced() -> frozenset[str]:
    return frozenset(point.name for point in entry_points(group="markdown.extensions"))
