"""What is left of the sample in a site that no longer says that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _, ngettext
from exempelbank.markdown_pages import files_in
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings import Settings
from exempelbank.settings.document import settings_document

# Addresses that nobody can have: RFC 2606.
_INVENTED = re.compile(r"\.example\b(?!\.\w)", re.IGNORECASE)
# What is to be filled in: [words], and no link, picture, footnote, box to tick or definition.
_TO_FILL_IN = re.compile(
    r"(?<![\[\]!\\])\[(?!\^|[ xX]\])[^\[\]\n]*[^\W\d_][^\[\]\n]*\](?![\[\](:{])"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:", re.MULTILINE)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def left_of_the_sample(root: Path, settings: Settings) -> Iterator[Problem]:
    """A warning for each file and kind, on its first line. Only what can be told for sure; nothing
    while every page says that the content is invented.
    """
    if not settings.organisation.sample_data:
        yield from before_the_site_goes_live(root, settings)


def before_the_site_goes_live(root: Path, settings: Settings) -> Iterator[Problem]:
    """The same of a site that still says so, and that line itself."""
    if settings.organisation.sample_data:
        yield Problem(
            settings_document(root, "organisation").location("sample_data"),
            _("every page says that the content is invented"),
            _("Write no when all of it is your own."),
            Severity.WARNING,
        )
    if settings.organisation.as_of:
        yield Problem(
            settings_document(root, "organisation").location("as_of"),
            _("the day stands still, so nothing in the calendar ever becomes past"),
            _("Take the line away before the site goes live."),
            Severity.WARNING,
        )
    for path in sorted((root / CONFIG).glob("*.yml")):
        yield from _invented_addresses(path, root, re.sub(r"(?m)^\s*#.*", "", _text_of(path)))
    for path in files_in(root)[0]:
        text = _CODE.sub(lambda code: re.sub(r"[^\n]", "", code[0]), _text_of(path))
        yield from _invented_addresses(path, root, text)
        yield from _to_fill_in(path, root, text)


def _text_of(path: Path) -> str:
    """What is no text is told of where it is read for what it is."""
    return path.read_text(encoding="utf-8", errors="replace")


def _invented_addresses(path: Path, root: Path, text: str) -> Iterator[Problem]:
    if found := [*_INVENTED.finditer(text)]:
        says = ngettext(
            "has {n} address that ends in .example, and nobody can have one",
            "has {n} addresses that end in .example, and nobody can have one",
            len(found),
        )
        fix = _("Write your own instead. This is the first place.")
        yield Problem(
            _first_place(path, root, text, found[0]),
            says.format(n=len(found)),
            fix,
            Severity.WARNING,
        )


def _to_fill_in(path: Path, root: Path, text: str) -> Iterator[Problem]:
    defined = {name.casefold() for name in _DEFINITION.findall(text)}
    found = [one for one in _TO_FILL_IN.finditer(text) if one[0][1:-1].casefold() not in defined]
    if found:
        says = ngettext(
            "has {n} place to fill in, the first one is {text}",
            "has {n} places to fill in, the first one is {text}",
            len(found),
        )
        yield Problem(
            _first_place(path, root, text, found[0]),
            says.format(n=len(found), text=found[0][0]),
            _("Write what is to stand there, without the brackets."),
            Severity.WARNING,
        )


def _first_place(path: Path, root: Path, text: str, found: re.Match[str]) -> Location:
    line = text.count("\n", 0, found.start()) + 1
    return Location(path.relative_to(root).as_posix(), line)
