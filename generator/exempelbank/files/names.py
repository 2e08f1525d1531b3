"""Names of files as people say them -> the files that go by them.

An é is one character or two, as the system that made the file would have it; it looks the same.
"""

from __future__ import annotations

from contextlib import suppress
from os.path import lexists
from pathlib import Path
from unicodedata import normalize


def as_on_disk(folder: Path, name: str) -> Path:
    """The file or folder below `folder` that goes by this name, or the name itself where there is
    none. `name`: with / between its parts.
    """
    if lexists(found := folder / name) or name.isascii():
        return found
    found = folder
    for part in Path(name).parts:
        found = _in(found, part)
    return found


def _in(folder: Path, name: str) -> Path:
    if not lexists(path := folder / name):
        with suppress(OSError):
            for other in folder.iterdir():
                if normalize("NFC", other.name) == normalize("NFC", name):
                    return other
    return path
