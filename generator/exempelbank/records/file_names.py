"""The name of a file that becomes an address, and what it may be called when it can't."""

from __future__ import annotations

from pathlib import PurePosixPath

from exempelbank.i18n import _
from exempelbank.problems import Location, Problem
from exempelbank.text.normalization import SLUG_LENGTH, is_slug, slug_from


def wrong_file_name(path: str) -> Problem | None:
    """When the name without its suffix is no address."""
    name = PurePosixPath(path).stem
    if is_slug(name):
        return None
    if is_slug(name, longest=len(name)):
        says = _("the name of the file is longer than {n} characters").format(n=SLUG_LENGTH)
    else:
        says = _("the name of the file can't be an address")
    return Problem(
        Location(path),
        says,
        _("The name of a file may hold only a–z, 0–9 and hyphens, for example {name}.").format(
            name=mended_file_name(path)
        ),
    )


def mended_file_name(path: str) -> str:
    """Of a file of this kind, where nothing of the name can be used."""
    name = PurePosixPath(path)
    return f"{slug_from(name.stem) or 'bildstod-i-morgonmotet'}{name.suffix.lower()}"
