"""Which names a file may have, since they become addresses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Document
from generator.problems import Place, Problem
from generator.settings import Settings
from generator.spelling import is_slug
from generator.texts import _

# Names that a web server or Windows keeps for itself.
KEPT = {"index", "con", "nul", "aux", "prn"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}


def of_name(document: Document, settings: Settings) -> Iterator[Problem]:
    name = document.stem
    if not is_slug(name):
        yield Problem(
            Place(document.path),
            _("the name of the file can't be an address"),
            _("Use a–z, digits and single hyphens, at most 80: bildstod-i-morgonmotet.md."),
        )
    elif is_reserved(name, settings):
        yield Problem(
            Place(document.path),
            _("the address “{name}” is used by the site itself").format(name=name),
            _("Give the file another name."),
        )


def is_reserved(name: str, settings: Settings) -> bool:
    """Kept for pages that the site makes itself, such as larande-exempel/sida/."""
    return name in KEPT or name in settings.addresses.inner.words
