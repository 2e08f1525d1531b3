"""`:material-heart:` -> the icon, from Material's own sets; `:smile:` -> the character 😄.

Nothing is fetched from elsewhere, as pymdownx.emoji would have it. The files are looked for one by
one: to list all of them takes a quarter of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx import twemoji_db  # type: ignore[import-untyped]

from exempelbank.settings.icons import icon_sets


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
    folders = [*map(Path, options.get("custom_icons", ())), icon_sets()]
    return next(filter(None, (_within(one, name.strip(":")) for one in folders)), None)


def _within(folder: Path, name: str) -> Path | None:
    """A stroke in the name is one in that of a file, or the end of that of a folder."""
    file = folder / f"{name}.svg"
    if file.is_file():
        return file
    for inner in sorted(folder.iterdir()) if folder.is_dir() else ():
        rest = name.removeprefix(f"{inner.name}-")
        if rest != name and (found := _within(inner, rest)):
            return found
    return None
