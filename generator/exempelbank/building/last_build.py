"""What the last build was made from, and what it left.

When both are as they were, a new build would change nothing, and need not begin.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from exempelbank.building.caches import cache_folder
from exempelbank.building.inputs import config_of, files_below
from exempelbank.building.result import BuildResult, FileCounts
from exempelbank.cache import hash_parts
from exempelbank.i18n import use_language

if TYPE_CHECKING:  # a build with nothing to do needs no settings
    from exempelbank.settings import Organisation

_FILE = "last-build.json"


class LastBuild(NamedTuple):
    folder: str
    inputs: str  # their hash
    left: str  # the hash of how every file in the folder looked
    pages: int
    files: int
    language: str
    day: str  # that it was made for
    zone: str  # where it is that day; none when the settings give the day


def unchanged_result(root: Path, folder: Path | None, inputs: bytes | None) -> BuildResult | None:
    """What a new build would come to, when it would change nothing. `folder`: where the site is to
    be put; otherwise where mkdocs.yml says.
    """
    last = _last_build(cache_folder(root))
    if not last or not inputs or last.inputs != inputs.hex():
        return None
    folder = folder or root / str(config_of(root).get("site_dir", "site"))
    if last.folder != str(folder) or last.left != _folder_hash(folder):
        return None
    if last.zone and last.day != datetime.now(ZoneInfo(last.zone)).date().isoformat():
        return None
    use_language(last.language)
    return BuildResult(folder, last.pages, FileCounts(unchanged=last.files))


def _last_build(caches: Path) -> LastBuild | None:
    """None when there was none, or when nothing is known of it any more."""
    try:
        return LastBuild(**json.loads((caches / _FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def remember(
    caches: Path, inputs: bytes, day: date, result: BuildResult, organisation: Organisation
) -> None:
    """`inputs`: their hash before the build read them. `day`: that the site was built for. Where
    nothing can be kept, nothing is.
    """
    last = LastBuild(
        str(result.folder),
        inputs.hex(),
        _folder_hash(result.folder),
        result.pages,
        result.counts.written + result.counts.unchanged,
        organisation.language,
        day.isoformat(),
        "" if organisation.as_of else organisation.timezone,
    )
    with suppress(OSError):
        caches.mkdir(parents=True, exist_ok=True, mode=0o700)
        begun = caches / f"{_FILE}.{os.getpid()}.tmp"
        begun.write_text(json.dumps(last._asdict()), "utf-8")
        begun.replace(caches / _FILE)


def forget(caches: Path) -> None:
    """What cannot be taken away is of another time: the folder will look otherwise."""
    with suppress(OSError):
        (caches / _FILE).unlink(missing_ok=True)


def _folder_hash(folder: Path) -> str:
    """Names, sizes and times of change: to read them all would cost as much as a small build."""
    looks: Mapping[str, tuple[int, int]] = {
        name: (state.st_size, state.st_mtime_ns)
        for name in files_below(folder)
        for state in ((folder / name).lstat(),)
    }
    return hash_parts(repr(sorted(looks.items())).encode()).hex()
