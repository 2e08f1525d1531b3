"""The icons that an organisation may choose from: Material Design Icons, as Material for MkDocs has
them.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def icon_file(name: str) -> Path:
    return icon_sets() / "material" / f"{name}.svg"


def is_icon(name: str) -> bool:
    return icon_file(name).is_file()


@cache
def icon_sets() -> Path:
    """The folder of all of Material's sets. Found without starting Material."""
    material = find_spec("material")
    if not material or not material.submodule_search_locations:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    return Path(material.submodule_search_locations[0], "templates", ".icons")
