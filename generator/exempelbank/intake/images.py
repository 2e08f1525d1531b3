"""The name of a picture in an answer -> the picture, in the folder where they were saved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def find_image(folder: Path, names: Iterable[str]) -> Path | None:
    """The first of the names that lies in the folder. Links and paths are not followed."""
    by_name = {path.name.casefold(): path for path in folder.iterdir() if _is_plain_file(path)}
    return next((by_name[name.casefold()] for name in names if name.casefold() in by_name), None)


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
