"""Which extensions of Markdown are an installed package's, whose code the program knows."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec

_WHOLE_NAMES = ("markdown.extensions.", "pymdownx.", "material.extensions.")


def is_installed_extension(name: str) -> bool:
    """And no module of somebody's own, which may lie in the project."""
    return name.startswith(_WHOLE_NAMES) or name in announced_extensions()


@cache
def announced_extensions() -> frozenset[str]:
    """By the names that packages give them."""
    return frozenset(point.name for point in entry_points(group="markdown.extensions"))


def is_findable_extension(name: str) -> bool:
    """Or a module of somebody's own."""
    module = name if name.startswith(_WHOLE_NAMES) else name.partition(".")[0]
    try:
        return name in announced_extensions() or find_spec(module.partition(":")[0]) is not None
    except (ImportError, ValueError):  # no package has it, or it is no name of a module
        return False
