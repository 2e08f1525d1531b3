"""The icons that an organisation may choose from: Material Design Icons, as Material for MkDocs has
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def icon_file(name: str) -> Path:
    return icon_sets() / "material" / f"{name}.svg"


def is_icon(name: str) -> bool:
    return icon_file(name).is_file()


def find_icon(name: str, folders: Iterable[Path] = ()) -> Path | None:
    """By the name that pages by hand call it, such as material-heart: among those of the `folders`
    or Material's. The files are looked for one by one: to list all takes a quarter of a second.
    """
    return next(filter(None, (_within(one, name) for one in (*folders, icon_sets()))), None)


def icon_names(icon_set: str) -> Iterator[str]:
    """Of one of Material's sets: material, octicons, fontawesome, simple."""
    for file in (icon_sets() / icon_set).rglob("*.svg"):
        yield file.relative_to(icon_sets()).with_suffix("").as_posix().replace("/", "-")


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


@cache
def icon_sets() -> Path:
    """The folder of all of Material's sets. Found without starting Material."""
    material = find_spec("material")
    if not material or not material.submodule_search_locations:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    return Path(material.submodule_search_locations[0], "templates", ".icons")
