"""Whatever decides what is made -> sixteen bytes that change when it does."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

GENERATOR = Path(__file__).resolve().parent.parent
# Read anew at each build, so that a preview follows whoever edits them.
LOOKS = ("templates", "theme")


def fingerprint(*parts: bytes) -> bytes:
    """Of these parts in this order; where one ends and the next begins counts."""
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little"))
        whole.update(part)
    return whole.digest()


def of_value(value: object) -> bytes:
    """Of plain values whose repr says all there is to say of them."""
    return fingerprint(repr(value).encode("utf-8", "surrogatepass"))


def of_program() -> bytes:
    """Of our code, our looks, Python and every installed package."""
    return fingerprint(_of_code(), *_of_files(GENERATOR / name for name in LOOKS))


@cache
def _of_code() -> bytes:
    """As it was when it was loaded: what it makes must not pass for the work of later code."""
    rooms = (path for path in sorted(GENERATOR.iterdir()) if path.name not in LOOKS)
    # The name of a package's folder of facts holds its version.
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return fingerprint(sys.version.encode(), repr(sorted(packages)).encode(), *_of_files(rooms))


def _of_files(places: Iterable[Path]) -> Iterable[bytes]:
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if "__pycache__" not in path.parts and path.is_file():
                yield path.as_posix().encode()
                yield path.read_bytes()
