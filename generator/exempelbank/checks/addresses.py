"""Which names a file may have, since they become addresses."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem
from exempelbank.records import wrong_file_name
from exempelbank.settings import Settings

# Names that a web server or Windows keeps for itself.
RESERVED_NAMES = {"index", "con", "nul", "aux", "prn"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}


def check_filename(document: Document, settings: Settings) -> Iterator[Problem]:
    if wrong := wrong_file_name(document.path):
        yield wrong
    elif is_reserved(document.stem, settings):
        yield Problem(
            Location(document.path),
            _("the address “{name}” is used by the site itself").format(name=document.stem),
            _("Give the file another name."),
        )


def is_reserved(name: str, settings: Settings) -> bool:
    """Kept for pages that the site makes itself, such as larande-exempel/sida/."""
    return name in RESERVED_NAMES or name in settings.addresses.inner.words
