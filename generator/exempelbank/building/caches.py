"""Where a project's caches lie, and which of them a build uses.

A cache is named by all that its functions depend on besides what they are given: the program and
the settings, with the terms that records add to them. Another program or other settings have
another cache, so nobody needs to ask whether what lies in one still holds.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from exempelbank.building.inputs import program_hash
from exempelbank.cache import Cache, DiskCache, MemoryCache, hash_parts

if TYPE_CHECKING:
    from exempelbank.settings import Settings

_SUFFIX = ".sqlite"


def cache_folder(root: Path) -> Path:
    """The folder for the project in this one; it may be deleted at any time."""
    name = f"{root.name}-{hash_parts(os.fsencode(root)).hex()[:8]}"
    return user_cache_path("exempelbank") / name


def project_cache(root: Path, settings: Settings) -> DiskCache:
    name = hash_parts(program_hash(), repr(settings).encode("utf-8", "surrogatepass")).hex()
    return DiskCache(cache_folder(root) / f"{name}{_SUFFIX}")


class MemoryCaches:
    """Of a preview: one for the settings as they are, and none for those that were."""

    def __init__(self) -> None:
        self._settings, self._cache = "", MemoryCache()

    def of(self, settings: Settings) -> Cache:
        if self._settings != repr(settings):
            self._settings, self._cache = repr(settings), MemoryCache()
        return self._cache


def delete_other_caches(cache: DiskCache) -> None:
    """Those of other programs and settings: what has been withdrawn since may lie in them."""
    for path in cache.path.parent.glob(f"*{_SUFFIX}*"):
        if not path.name.startswith(cache.path.name):
            with suppress(OSError):
                path.unlink(missing_ok=True)
