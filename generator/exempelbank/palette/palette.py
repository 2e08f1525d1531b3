"""theme/assets/styles/tokens.css, with what the mark is drawn in <-> the palette."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

_STYLES = Path(__file__).parents[1] / "theme" / "assets" / "styles"
TOKENS, MARK = _STYLES / "tokens.css", _STYLES / "mark.css"

Scheme = Literal["light", "dark"]
Colours = Mapping[str, str]  # "on-brand" -> "#ffffff"


class Palette(NamedTuple):
    light: Colours
    dark: Colours

    def of(self, scheme: Scheme) -> Colours:
        return self.light if scheme == "light" else self.dark


# What an organisation may give -> the token that it is.
COLOUR_FAMILIES: Mapping[str, str] = {
    "brand": "brand",
    "accent": "honey",
    "paper": "paper",
    "examples": "exempel",
    "news": "nyhet",
    "events": "kalender",
    "networks": "natverk",
    "focus_areas": "fokus",
}

_TOKEN = re.compile(
    r"--eb-(?P<name>[\w-]+): "
    r"(?:light-dark\((?P<light>#[0-9a-f]{6}), (?P<dark>#[0-9a-f]{6})\)|(?P<both>#[0-9a-f]{6}));"
)


@cache
def default_palette() -> Palette:
    found = [*_TOKEN.finditer(_sheet() + MARK.read_text("utf-8"))]
    return Palette(
        {one["name"]: one["both"] or one["light"] for one in found},
        {one["name"]: one["both"] or one["dark"] for one in found},
    )


def sheet_with(palette: Palette) -> str:
    """tokens.css with these colours in the place of its own."""

    def replaced(found: re.Match[str]) -> str:
        light, dark = palette.light[found["name"]], palette.dark[found["name"]]
        both = light if light == dark else f"light-dark({light}, {dark})"
        return f"--eb-{found['name']}: {both};"

    return _TOKEN.sub(replaced, _sheet())


@cache
def _sheet() -> str:
    return TOKENS.read_text("utf-8")


def forget_default_palette() -> None:
    """The sheet is read anew when it is next asked for."""
    default_palette.cache_clear()
    _sheet.cache_clear()
