"""`:material-heart:` -> the icon, from Material's own sets; `:smile:` -> the character 😄.

Nothing is fetched from elsewhere, as pymdownx.emoji would have it. The files are looked for one by
one: to list all of them takes a quarter of a second.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx import twemoji_db  # type: ignore[import-untyped]

from exempelbank.settings.icons import icon_sets


class _Icons:
    """What pymdownx.emoji asks for a name."""

    def get(self, name: str, _otherwise: None) -> dict[str, Any] | None:
        known: dict[str, Any] | None = twemoji_db.emoji.get(name)
        return known or ({"name": name} if _icon_file(name) else None)


def icon_index(_options: object, _md: Markdown) -> dict[str, Any]:
    return {"name": "twemoji", "emoji": _Icons(), "aliases": twemoji_db.aliases}


def icon_element(
    _index: str,
    name: str,
    _alias: str | None,
    code_points: str | None,
    character: str,
    _title: str | None,
    _category: str | None,
    _options: object,
    md: Markdown,
) -> str | Element:
    """As pymdownx.emoji calls it."""
    if code_points or not (file := _icon_file(name)):
        return character
    element = Element("span", {"class": "twemoji"})
    element.text = md.htmlStash.store(file.read_text("utf-8"))
    return element


@cache
def _icon_file(name: str) -> Path | None:
    return _within(icon_sets(), name.strip(":"))


def _within(folder: Path, name: str) -> Path | None:
    """A stroke in the name is one in that of a file, or the end of that of a folder."""
    file = folder / f"{name}.svg"
    if file.is_file():
        return file
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        rest = name.removeprefix(f"{inner.name}-")
        if rest != name and (found := _within(inner, rest)):
            return found
    return None
