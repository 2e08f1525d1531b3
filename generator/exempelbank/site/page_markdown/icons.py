"""`:material-heart:` -> the icon, from Material's own sets; `:smile:` -> the character 😄.

Nothing is fetched from elsewhere, as pymdownx.emoji would have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx import twemoji_db  # type: ignore[import-untyped]

from exempelbank.settings.icons import find_icon


class _Icons(NamedTuple):
    """What pymdownx.emoji asks for a name."""

    options: Mapping[str, Any]

    def get(self, name: str, _otherwise: None) -> dict[str, Any] | None:
        known: dict[str, Any] | None = twemoji_db.emoji.get(name)
        return known or ({"name": name} if _icon_file(name, self.options) else None)


def icon_index(options: Mapping[str, Any], _md: Markdown) -> dict[str, Any]:
    return {"name": "twemoji", "emoji": _Icons(options), "aliases": twemoji_db.aliases}


def icon_element(
    _index: str,
    name: str,
    _alias: str | None,
    code_points: str | None,
    character: str,
    _title: str | None,
    _category: str | None,
    options: Mapping[str, Any],
    md: Markdown,
) -> str | Element:
    """As pymdownx.emoji calls it."""
    if code_points or not (file := _icon_file(name, options)):
        return character
    element = Element("span", {"class": "twemoji"})
    element.text = md.htmlStash.store(file.read_text("utf-8"))
    return element


def _icon_file(name: str, options: Mapping[str, Any]) -> Path | None:
    """Among the project's own (`custom_icons`) or Material's."""
    return find_icon(name.strip(":"), map(Path, options.get("custom_icons", ())))
