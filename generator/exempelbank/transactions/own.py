"""The folder where the program keeps what is no part of the project: .exempelbank."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import ELOOP
from pathlib import Path

from exempelbank.exceptions import UnwritableFile
from exempelbank.files.disk import write_atomically, writing
from exempelbank.files.paths import OWN


def own_folder(root: Path) -> Path:
    """Made when it is not there, and kept out of git wherever the project lies. Raises
    UnwritableFile, also when it is a link: a repository could bring one along that leads anywhere.
    """
    folder = root / OWN
    with writing(folder):
        if folder.is_symlink():
            raise OSError(ELOOP, os.strerror(ELOOP))
        folder.mkdir(exist_ok=True)
    with suppress(UnwritableFile):
        if not (folder / ".gitignore").exists():
            write_atomically(folder / ".gitignore", "*\n")
    return folder
