"""The program itself -> a fingerprint: what other code made is made anew."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.building.sources import JUST_NOW, files_below
from generator.fingerprints import fingerprint, of_value
from generator.memory import Shelf

GENERATOR = Path(__file__).resolve().parent.parent
# Read anew at each build, so that a preview follows whoever edits them.
LOOKS = ("templates", "theme")
_code = b""


def of_program(shelf: Shelf) -> bytes:
    """Of our code, our looks, Python and every installed package.

    The shelf knows what files hold that look as they did when they were read.
    """
    return fingerprint(_of_code(shelf), _of_files(LOOKS, shelf))


def _of_code(shelf: Shelf) -> bytes:
    """As it was when it was loaded: what it makes must not pass for the work of later code."""
    global _code
    if not _code:
        rooms = sorted(path.name for path in GENERATOR.iterdir() if path.name not in LOOKS)
        # The name of a package's folder of facts holds its version.
        packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
        known = of_value((sys.version, sorted(packages)))
        _code = fingerprint(known, _of_files(rooms, shelf))
    return _code


def _of_files(names: Iterable[str], shelf: Shelf) -> bytes:
    files = dict(sorted(_files_of(names)))
    looks = of_value(
        [
            str(GENERATOR),
            *(
                (path, now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino)
                for path, now in files.items()
            ),
        ]
    )
    if not (found := shelf.get(looks, b"")):
        read = time.time_ns()
        found = fingerprint(
            *(part for path in files for part in (path.encode(), (GENERATOR / path).read_bytes()))
        )
        if all(max(now.st_mtime_ns, now.st_ctime_ns) < read - JUST_NOW for now in files.values()):
            shelf[looks] = found
    return found


def _files_of(names: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    for name in names:
        place = GENERATOR / name
        if place.is_file():
            yield name, place.stat()
            continue
        for path, entry in files_below(str(place), f"{name}/"):
            if "__pycache__" not in path:
                yield path, entry.stat()
