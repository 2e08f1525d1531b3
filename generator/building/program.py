"""The program itself -> a fingerprint: what other code made is made anew."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.building.sources import files_below
from generator.fingerprints import fingerprint, of_value

GENERATOR = Path(__file__).resolve().parent.parent
# Read anew at each build, so that a preview follows whoever edits them.
LOOKS = ("templates", "theme")


def of_program() -> bytes:
    """Of our code, our looks, Python and every installed package."""
    return fingerprint(_of_code(), *_of_files(LOOKS))


@cache
def _of_code() -> bytes:
    """As it was when it was loaded: what it makes must not pass for the work of later code."""
    rooms = sorted(path.name for path in GENERATOR.iterdir() if path.name not in LOOKS)
    # The name of a package's folder of facts holds its version.
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return fingerprint(of_value((sys.version, sorted(packages))), *_of_files(rooms))


def _of_files(names: Iterable[str]) -> Iterator[bytes]:
    for name in names:
        place = GENERATOR / name
        if place.is_file():
            yield place.read_bytes()
            continue
        for path in sorted(path for path, _entry in files_below(str(place), f"{name}/")):
            if "__pycache__" not in path:
                yield path.encode()
                yield (GENERATOR / path).read_bytes()
