"""A project's folder -> Sources: a fingerprint of every file that its site is made of.

A file that looks as it did when it was last read (size, time of change, place on the disk) is not
read again, as git does it. Files changed just before they were read are always read again: a later
change within the same tick of the clock would not show.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.fingerprints import fingerprint, of_value

FOLDERS = ("content", "site_config")
OF_SETTINGS = ("site_config", "content/focus_areas", "content/networks")
# As they then are, and not by their fingerprints.
READ_LATER = (*OF_SETTINGS, "content/pages", "content/media")
CONFIG_FILE = "mkdocs.yml"
JUST_NOW = 2_000_000_000  # nanoseconds; the coarsest clocks of file systems tick in two seconds


class Seen(NamedTuple):
    """How a file looked, and its fingerprint, when it was read."""

    size: int
    changed: int  # nanoseconds
    inode: int
    read: int  # nanoseconds; 0 when that was just after a change
    fingerprint: bytes


@dataclass(frozen=True)
class Sources:
    seen: Mapping[str, Seen]  # by path from the project's folder, with "/"; in order of path

    def __getitem__(self, path: str) -> bytes:
        return self.seen[path].fingerprint

    def get(self, path: str) -> bytes:
        """Empty when there is no such file."""
        return self.seen[path].fingerprint if path in self.seen else b""

    def below(self, *folders: str) -> bytes:
        """One fingerprint of all that lies in these folders."""
        starts = tuple(f"{folder}/" for folder in folders)
        return of_value(
            [
                (path, seen.fingerprint)
                for path, seen in self.seen.items()
                if path.startswith(starts)
            ]
        )

    @cached_property
    def all(self) -> bytes:
        return of_value([(path, seen.fingerprint) for path, seen in self.seen.items()])


def read_sources(
    root: Path, before: Mapping[str, Seen], folders: Iterable[str] = FOLDERS
) -> Sources:
    """`before`: what an earlier build saw."""
    found = {}
    for path, entry in sorted(_files_in(root, folders)):
        found[path] = _seen(root, path, entry, before.get(path))
    return Sources(found)


def _files_in(root: Path, folders: Iterable[str]) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    for folder in folders:
        if (root / folder).is_dir():
            yield from files_below(str(root / folder), f"{folder}/")
    if (root / CONFIG_FILE).exists():
        yield CONFIG_FILE, None


def files_below(folder: str, before: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file in the folder and those within it, by its path with "/" behind `before`."""
    rest = [(folder, before)]
    while rest:
        folder, before = rest.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    rest.append((entry.path, f"{before}{entry.name}/"))
                else:
                    yield f"{before}{entry.name}", entry


def _seen(root: Path, path: str, entry: os.DirEntry[str] | None, before: Seen | None) -> Seen:
    try:
        now = entry.stat(follow_symlinks=False) if entry else (root / path).lstat()
        looks = now.st_size, now.st_mtime_ns, now.st_ino
        if before and before.read and before[:3] == looks:
            return before
        read = time.time_ns()
        where = root / path
        content = os.fsencode(where.readlink()) + b"->" if where.is_symlink() else b""
        if where.is_file():
            content += where.read_bytes()
    except OSError as why:
        return Seen(0, 0, 0, 0, fingerprint(type(why).__name__.encode()))
    settled = read - now.st_mtime_ns > JUST_NOW and not where.is_symlink()
    return Seen(*looks, read if settled else 0, fingerprint(content))
