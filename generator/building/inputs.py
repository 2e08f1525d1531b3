"""Everything that decides what a build makes -> one hash of it.

Files are read whole, and not judged by how they look: what a hash does not see, nobody would.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from generator.cache import key_of

CONFIG_FILE = "mkdocs.yml"
FOLDERS = ("content", "site_config")
GENERATOR = Path(__file__).resolve().parent.parent
OURS = "exempelbank"  # our plugin
# What runs code of others, or reads what stands elsewhere: the environment, another configuration.
_REACHES_FURTHER = ("hooks", "INHERIT")


def inputs_hash(root: Path, today: date) -> bytes | None:
    """None when more decides than can be known: hooks, plugins of others, the environment."""
    config = config_of(root)
    if config is None or any(name in config for name in _REACHES_FURTHER):
        return None
    if _plugins(config) != [OURS]:
        return None
    site_dir = config.pop("site_dir", None)  # what comes out is nothing that goes in
    named = [name for name in _texts(config) if name != site_dir and _exists(root / name)]
    return key_of(
        program_hash(),
        today.isoformat().encode(),
        *(_hash_of(root / name) for name in (CONFIG_FILE, *FOLDERS, *named)),
    )


def config_of(root: Path) -> dict[str, Any] | None:
    """mkdocs.yml, where nothing but plain values stands in it."""
    try:
        config = yaml.load((root / CONFIG_FILE).read_bytes(), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    return config if isinstance(config, dict) else None


def _plugins(config: dict[str, Any]) -> list[object]:
    plugins = config.get("plugins")
    return list(plugins) if isinstance(plugins, list | dict) else []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a text that is too long to be a name
        return False


def _texts(value: object) -> Iterator[str]:
    """Whatever might name a file or a folder."""
    if isinstance(value, str) and value.strip("./"):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


@cache
def program_hash() -> bytes:
    """Of our code and our looks, Python, and every installed package, as they were at first."""
    # The name of a package's folder of facts holds its version.
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    known = repr((sys.version, sorted(packages), str(GENERATOR)))
    return key_of(known.encode(), _hash_of(GENERATOR))


def _hash_of(place: Path) -> bytes:
    """Of a file, or of all files in a folder and their names."""
    if not place.is_dir():
        return _content_of(place)
    parts = ((os.fsencode(name), _content_of(place / name)) for name in sorted(files_below(place)))
    return key_of(*chain.from_iterable(parts))


def _content_of(path: Path) -> bytes:
    """A link is not what it leads to."""
    try:
        return (b"->" if path.is_symlink() else b"") + path.read_bytes()
    except OSError as why:
        return type(why).__name__.encode()


def files_below(folder: Path) -> Iterator[str]:
    """Their paths from there, with "/", without what Python keeps of modules."""
    for inner, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        below = inner[len(str(folder)) + 1 :].replace(os.sep, "/")
        for name in names:
            yield f"{below}/{name}" if below else name
