"""Letters -> a folder of their own, which git leaves alone: they may hold somebody's address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exempelbank.exceptions import NotMade
from exempelbank.files.disk import write_files
from exempelbank.i18n import _

_ALL = "*\n"  # of a .gitignore: all of the folder, itself too


def write_letters(folder: Path, files: Mapping[Path, str | bytes]) -> None:
    """All of them or none. Raises `NotMade` where other files lie: those, git should save."""
    if not files:
        return
    ignore = folder / ".gitignore"
    if not _is_for_letters(folder, ignore, files):
        raise NotMade(
            _("{folder} holds other files, and git would save the letters with them.").format(
                folder=folder
            ),
            _("Name a folder for the letters alone. It is made if it is not there."),
        )
    write_files({**files, ignore: _ALL})


def _is_for_letters(folder: Path, ignore: Path, files: Mapping[Path, str | bytes]) -> bool:
    """New, of letters already, or with nothing but drafts in it."""
    if ignore.is_file():
        return ignore.read_bytes() == _ALL.encode()
    return not folder.is_dir() or all(
        path in files or path.suffix == ".eml" for path in folder.iterdir()
    )
