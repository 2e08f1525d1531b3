"""A change, file by file: each step can be taken again, and taken back, wherever it was cut short.

What is to stand in a place lies ready in the project's own folder, and what stood there is moved
beside it. So no file is ever written over, and to take back needs no room on a full disk.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from exempelbank.exceptions import FilesChangedMeanwhile
from exempelbank.files.disk import digest, temporary_beside, writing
from exempelbank.files.paths import OWN

READY = f"{OWN}/tmp"


def digest_of(path: Path) -> str:
    """Empty when nothing is there; of a link, where it leads. Raises UnwritableFile."""
    with writing(path):
        try:
            return digest(os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return ""


@dataclass(frozen=True, slots=True)
class FileStep:
    """One file. `before`, `after`: the digest of what stands in its place; empty for nothing."""

    number: int
    path: str  # below the project
    before: str
    after: str

    def check(self, root: Path) -> None:
        """Raises FilesChangedMeanwhile."""
        if digest_of(root / self.path) != self.before:
            raise FilesChangedMeanwhile(self.path)

    def make_ready(self, raw: bytes, root: Path) -> None:
        with writing(root / self.path):  # which is on the same disk, and means more to people
            self._new(root).write_bytes(raw)
            self._new(root).chmod(0o644)

    def is_ready(self, root: Path) -> bool:
        """After a power cut it may be half of what was written."""
        return digest_of(self._new(root)) == self.after

    def take(self, root: Path) -> None:
        """Raises FilesChangedMeanwhile or UnwritableFile."""
        place, new, old = root / self.path, self._new(root), self._old(root)
        with writing(place):
            if self.before and not os.path.lexists(old):
                self.check(root)
                shutil.move(place, old)
                if digest_of(old) != self.before:  # saved by someone since the line before last
                    raise FilesChangedMeanwhile(self.path)
            if self.after and digest_of(place) != self.after:
                place.parent.mkdir(parents=True, exist_ok=True)
                try:
                    _put(new, place)
                except FileExistsError:
                    raise FilesChangedMeanwhile(self.path) from None

    def take_back(self, root: Path) -> None:
        """Raises UnwritableFile. What someone else has put in the place stays."""
        place, old = root / self.path, self._old(root)
        if self.before and not os.path.lexists(old):
            return  # it was not taken
        with writing(place):
            if self.after and digest_of(place) == self.after:
                place.unlink()
            if self.before and not os.path.lexists(place):
                _put(old, place)

    def _new(self, root: Path) -> Path:
        return root / READY / f"{self.number}.new"

    def _old(self, root: Path) -> Path:
        return root / READY / f"{self.number}.old"


def _put(file: Path, place: Path) -> None:
    """There too, whole or not at all. Raises FileExistsError: a rename would take the place of what
    stands there.
    """
    try:
        os.link(file, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, or another one
        with temporary_beside(place, file.read_bytes()) as temporary:
            if os.path.lexists(place):
                raise FileExistsError from None
            temporary.rename(place)
