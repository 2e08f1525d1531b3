"""What a page written by hand shows as it is written, for mkdocs.yml names no extension for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.text.markdown_source import outside_code

# sign -> the extension that knows it, and how a line looks that holds it
_MARKUP: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "!!!": ("admonition", re.compile(r" {0,3}!!! ?\w")),
    "???": ("pymdownx.details", re.compile(r" {0,3}\?\?\?\+? ?\w")),
    "===": ("pymdownx.tabbed", re.compile(r' {0,3}===[!+]? "')),
    "[^1]:": ("footnotes", re.compile(r" {0,3}\[\^[^\]]+\]:")),
    "*[…]:": ("abbr", re.compile(r" {0,3}\*\[[^\]]+\]:")),
    "- [ ]": ("pymdownx.tasklist", re.compile(r" *[-*+] \[[ xX]\] ")),
    "{ .… }": ("attr_list", re.compile(r".*\S\{:? ?[.#][\w-]+[^{}]*\}")),
    ":material-…:": ("pymdownx.emoji", re.compile(r".*:(?:material|octicons|fontawesome)-[\w-]+:")),
    "markdown>": ("md_in_html", re.compile(r" {0,3}<\w+[^<>]* markdown(?:=[^<>]*)?>")),
}
_BUNDLES = {
    "extra": {"footnotes", "abbr", "attr_list", "md_in_html"},
    "pymdownx.extra": {"footnotes", "abbr", "attr_list", "md_in_html"},
}
_CODE = re.compile(r"`[^`]*`")


def check_page_markup(document: Document, extensions: Collection[str]) -> Iterator[Problem]:
    """Of each sort the first. `extensions`: as mkdocs.yml names them."""
    known = {name.removeprefix("markdown.extensions.") for name in extensions}
    known = known.union(*(_BUNDLES.get(name, ()) for name in known))
    missing = {sign: entry for sign, entry in _MARKUP.items() if entry[0] not in known}
    lines = document.body.split("\n")
    for number in outside_code(lines):
        line = _CODE.sub("", lines[number])
        for sign in [one for one, (_name, pattern) in missing.items() if pattern.match(line)]:
            extension, _pattern = missing.pop(sign)
            yield Problem(
                Location(document.path, document.body_line + number),
                _("“{sign}” is shown as it is written").format(sign=sign),
                _(
                    "Write “- {extension}” below markdown_extensions: in mkdocs.yml, or say it in "
                    "another way."
                ).format(extension=extension),
                Severity.WARNING,
            )
