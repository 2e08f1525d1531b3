"""Finished files -> a folder that holds these and no others, each written only when it differs.

Paths are plain texts here: with Path objects a new file takes half as long again.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from exempelbank.building.inputs import files_below
from exempelbank.files.disk import writing


class Output:
    """The folder as it was found. May be handed to other processes, each to write a part of it."""

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._sizes = {  # sizes
            path: os.lstat(f"{folder}/{path}").st_size for path in files_below(folder)
        }
        self._folders: set[str] = set()  # that are there by now

    def prune(self, paths: Collection[str], folders: Iterable[str] = ()) -> int:
        """How many files went. What lies in `folders` stays, and so do hidden files: those that a
        build writes have always the same names.
        """
        protected = tuple(folders)
        gone = [
            path
            for path in self._sizes.keys() - paths
            if not _hidden(path) and not path.startswith(protected)
        ]
        for path in gone:
            self.remove(path)
        return len(gone)

    def remove(self, path: str) -> None:
        """If it is there."""
        if self._sizes.pop(path, None) is None:
            return
        file = Path(self._root, path)
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == Path(self._root):
                break
            try:
                folder.rmdir()
            except OSError:  # something else lies in it
                break

    def write(self, path: str, raw: bytes) -> bool:
        """Whole or not at all, and only when it differs: whether it did. Raises UnwritableFile."""
        file = f"{self._root}/{path}"
        if self._sizes.get(path) == len(raw) and _content_of(file) == raw:
            return False
        with writing(file):
            self._write(file, raw)
        return True

    def _write(self, path: str, raw: bytes) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.mkdir(folder)
            except OSError:  # it is there already, or what it lies in is not
                os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        temporary = f"{path}.{os.getpid()}.tmp"
        try:
            with open(temporary, "wb", buffering=0) as file:
                rest = memoryview(raw)
                while rest:  # a disk that fills up takes a part, and says why at the next try
                    rest = rest[file.write(rest) :]
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _content_of(path: str) -> bytes:
    """Nothing when it is a link: a file takes its place."""
    if os.path.islink(path):
        return b""
    with open(path, "rb", buffering=0) as file:
        return file.readall()


def _hidden(path: str) -> bool:
    """But for what a build that was killed had begun to write."""
    return path.startswith(".") and not path.endswith(".tmp")
