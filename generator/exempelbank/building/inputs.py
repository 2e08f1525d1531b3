"""Everything that decides what a build makes -> one hash of it.

Files are read whole, and not judged by how they look: what a hash does not see, nobody would.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from exempelbank.cache import hash_parts
from exempelbank.exceptions import UnknownInputs
from exempelbank.files.paths import CONFIG, CONTENT, MKDOCS_FILE
from exempelbank.rules.markdown_extensions import is_installed_extension

INPUT_FOLDERS = (CONTENT, CONFIG)
PACKAGE = Path(__file__).resolve().parent.parent
OURS = "exempelbank"  # our plugin
# What runs code of others, or reads what stands elsewhere: the environment, another configuration.
_REACHES_FURTHER = ("hooks", "INHERIT")
_READ_FILES = {"pymdownx.snippets", "pymdownx.b64"}


def inputs_hash(root: Path) -> bytes | None:
    """None when more decides than can be known: hooks, plugins of others, the environment, links.

    The day decides too: see last_build.
    """
    try:
        config = config_of(root)
        site_dir = config.pop("site_dir", None)  # what comes out is nothing that goes in
        _refuse_what_reaches_further(config)
        named = [name for name in _texts(config) if name != site_dir and _exists(root / name)]
        if any(Path(name).is_absolute() for name in named):
            return None
        return hash_parts(
            program_hash(),
            *(_hash_of(root / name) for name in (MKDOCS_FILE, *INPUT_FOLDERS, *named)),
        )
    except (UnknownInputs, RecursionError):  # a value that holds itself
        return None


def config_of(root: Path) -> dict[str, Any]:
    """mkdocs.yml. Raises UnknownInputs when anything but plain values stands in it."""
    try:
        config = yaml.load((root / MKDOCS_FILE).read_bytes(), _Loader)
    except (OSError, ValueError, yaml.YAMLError):
        config = None
    if not isinstance(config, dict):
        raise UnknownInputs
    return config


class _Loader(yaml.SafeLoader):
    """Knows plain values, and names of what packages hold as Material documents them."""


def _installed_name(_loader: yaml.SafeLoader, name: str, _node: yaml.Node) -> str:
    if not is_installed_extension(name):
        raise UnknownInputs
    return name


def _installed_call(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> Any:
    """What it is called with is in the file, but must hold no other name."""
    if not isinstance(node, yaml.MappingNode):
        raise UnknownInputs
    return {_installed_name(loader, name, node): loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _installed_name)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _installed_call)


def _refuse_what_reaches_further(config: dict[str, Any]) -> None:
    if any(name in config for name in _REACHES_FURTHER) or _names(config, "plugins") != [OURS]:
        raise UnknownInputs
    for name in _names(config, "markdown_extensions"):
        if name in _READ_FILES or not is_installed_extension(name):
            # a module of somebody's own, or one that fetches what it prints
            raise UnknownInputs


def _names(config: dict[str, Any], key: str) -> list[str]:
    """[name, {name: options}], or a mapping of such."""
    value = config.get(key)
    found = value if isinstance(value, list | dict) else []
    return [str(next(iter(one), "")) if isinstance(one, dict) else str(one) for one in found]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a text that is no name, or too long for one
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
    known = repr((sys.version, sorted(packages), str(PACKAGE)))
    return hash_parts(known.encode(), _hash_of(PACKAGE))


def _hash_of(place: Path) -> bytes:
    """Of a file, or of all files in a folder and their names. Raises UnknownInputs."""
    if not place.is_dir():
        return _content_of(place)
    names = [name for name in sorted(files_below(place)) if not _made_by_python(name)]
    return hash_parts(*chain.from_iterable((os.fsencode(n), _content_of(place / n)) for n in names))


def _made_by_python(name: str) -> bool:
    return name.endswith(".pyc") or "/__pycache__/" in f"/{name}"


def _content_of(path: Path) -> bytes:
    """A link to a file is not that file; what lies in a linked folder is not looked for."""
    if path.is_symlink() and path.is_dir():
        raise UnknownInputs
    try:
        return (b"->" if path.is_symlink() else b"") + path.read_bytes()
    except OSError as why:
        return type(why).__name__.encode()


def files_below(folder: Path) -> Iterator[str]:
    """Their paths from there, with "/". A link to a folder is one of them, and not followed."""
    for inner, folders, names in os.walk(folder):
        below = inner[len(str(folder)) + 1 :].replace(os.sep, "/")
        linked = [name for name in folders if Path(inner, name).is_symlink()]
        for name in (*names, *linked):
            yield f"{below}/{name}" if below else name
