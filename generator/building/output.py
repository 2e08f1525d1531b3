"""Finished files -> a folder that holds these and no others, each written only when it differs.

Paths are plain texts here: with Path objects a new file takes half as long again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.building.sources import files_below
from generator.building.store import Written
from generator.disk import writing


@dataclass(slots=True)
class Counts:
    """Of files."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass
class Output:
    """The folder, as it is found and as it becomes. `before`: as the last build left it.
    `may_not_stand`: whether a file (its name, its bytes) holds what is never published.
    """

    folder: Path
    before: Mapping[str, Written]
    may_not_stand: Callable[[str, bytes], bool] = lambda _uri, _raw: False
    now: dict[str, Written] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)  # names
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self._found = (
            {
                uri: (looks.st_size, looks.st_mtime_ns)
                for uri, entry in files_below(str(self.folder))
                if (looks := entry.stat(follow_symlinks=False))
            }
            if self.folder.is_dir()
            else {}
        )
        self._folders: set[str] = set()
        self._root = str(self.folder)

    @property
    def is_as_left(self) -> bool:
        """Nobody has changed, added or removed anything."""
        left = {uri: (known.size, known.changed) for uri, known in self.before.items()}
        return left == {uri: looks for uri, looks in self._found.items() if not _hidden(uri)} | {
            uri: self._found[uri] for uri in left.keys() & self._found.keys()
        }

    def clear_of_others(self, uris: Collection[str]) -> None:
        """Take away what is not one of these, but for hidden files that we did not write."""
        for uri in self._found.keys() - uris:
            if not _hidden(uri) or uri in self.before:
                self._remove(uri)

    def add(self, uri: str, made_of: bytes, make: Callable[[], bytes]) -> None:
        """`made_of` is empty when only the bytes can tell whether the file has changed."""
        known = self.before.get(uri)
        if known and (known.size, known.changed) != self._found.get(uri):
            known = None
        if known and made_of and known.made_of == made_of:
            self._keep(uri, known)
            return
        raw = make()
        if self.may_not_stand(uri, raw):
            self.refused.append(uri)
            if uri in self._found:
                self._remove(uri)
        elif self._stands_there(uri, raw):
            self._keep(uri, Written(made_of, *self._found[uri]))
        else:
            self.now[uri] = Written(made_of, len(raw), self._write(uri, raw))
            self.counts.written += 1

    def _keep(self, uri: str, known: Written) -> None:
        self.now[uri] = known
        self.counts.unchanged += 1

    def _stands_there(self, uri: str, raw: bytes) -> bool:
        found = self._found.get(uri)
        if not found or found[0] != len(raw):
            return False
        path = self.folder / uri
        return not path.is_symlink() and path.read_bytes() == raw

    def _write(self, uri: str, raw: bytes) -> int:
        """Whole or not at all; when it was changed, in nanoseconds. Raises Unwritable."""
        path = f"{self._root}/{uri}"
        with writing(path):
            return self._written(path, raw)

    def _written(self, path: str, raw: bytes) -> int:
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
                changed = os.fstat(file.fileno()).st_mtime_ns
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return changed

    def _remove(self, uri: str) -> None:
        path = self.folder / uri
        path.unlink()
        self.counts.removed += 1
        for folder in path.parents:
            if folder == self.folder or any(folder.iterdir()):
                break
            folder.rmdir()


def _hidden(uri: str) -> bool:
    """But for what a build that was killed had begun to write."""
    return uri.startswith(".") and not uri.endswith(".tmp")
