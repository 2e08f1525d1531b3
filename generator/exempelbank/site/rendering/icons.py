"""The icons that the pages show, as Material for MkDocs keeps them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup


@cache
def icon(name: str) -> Markup:
    """One of the Material Design Icons, in the colour of the text; a word beside it names it."""
    svg = (_icons() / f"{name}.svg").read_text("utf-8")
    attributes = 'class="eb-icon" viewBox="0 0 24 24" aria-hidden="true"'
    return Markup(f"<svg {attributes}>{svg[svg.index('>') + 1 :]}")


def icon_or(wanted: str | None, otherwise: str) -> str:
    """`wanted`, if there is such an icon."""
    return wanted if wanted and is_icon(wanted) else otherwise


def is_icon(name: str) -> bool:
    return (_icons() / f"{name}.svg").is_file()


@cache
def _icons() -> Path:
    """The folder, found without starting Material."""
    material = find_spec("material")
    if not material or not material.submodule_search_locations:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    return Path(material.submodule_search_locations[0], "templates", ".icons", "material")
