"""What a page written by hand shows as it is written, for mkdocs.yml names no extension for it or
there is none here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from exempelbank.documents import Document
from exempelbank.i18n import N_, _, pgettext
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.icons import find_icon, icon_names
from exempelbank.text.markdown_source import outside_code
from exempelbank.text.normalization import nearest

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


# sign -> how a line looks that holds it, and what to do instead: no extension helps
_NOT_HERE: Mapping[str, tuple[re.Pattern[str], str]] = {
    "--8<--": (
        re.compile(r"[ \t]*(?:;*-+8<-+)"),
        N_("page", "No page takes in other files. Write the text here, or link to it."),
    ),
    "$$": (
        re.compile(r".*\$\$"),
        N_("page", "Formulas are not drawn. Write it in words, or put a picture beside the page."),
    ),
    "mermaid": (
        re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*(?:\{[ \t]*\.?)?mermaid\b"),
        N_("page", "Diagrams are not drawn. Put a picture of it beside the page."),
    ),
}
_ICON = re.compile(r":((material|octicons|fontawesome|simple)-[\w-]+):")


def check_page_markup(document: Document, extensions: Collection[str]) -> Iterator[Problem]:
    """Of each sort the first. `extensions`: as mkdocs.yml names them."""
    yield from _check_extensions(document, extensions)
    yield from _check_signs(document)
    if "pymdownx.emoji" in extensions:
        yield from _check_icons(document)


def _check_signs(document: Document) -> Iterator[Problem]:
    lines, missing = document.body.split("\n"), dict(_NOT_HERE)
    shown = {*outside_code(lines)}
    for number, line in enumerate(lines):
        opens = number not in shown and (not number or number - 1 in shown)
        if not (opens or number in shown):
            continue
        text = line if opens else _CODE.sub("", line)
        for sign in [one for one, (pattern, _fix) in missing.items() if pattern.match(text)]:
            _pattern, fix = missing.pop(sign)
            yield _as_written(document, number, sign, pgettext("page", fix))


def _check_icons(document: Document) -> Iterator[Problem]:
    """Each name once."""
    if not _ICON.search(document.body):
        return
    lines, met = document.body.split("\n"), set[str]()
    for number in outside_code(lines):
        for name, icon_set in _ICON.findall(_CODE.sub("", lines[number])):
            if name in met or find_icon(name):
                continue
            met.add(name)
            meant = nearest(name, icon_names(icon_set))
            fix = _("Did you mean “{word}”?").format(word=f":{meant}:") if meant else ""
            yield _as_written(document, number, f":{name}:", fix or _("There is no such icon."))


def _as_written(document: Document, number: int, sign: str, fix: str) -> Problem:
    return Problem(
        Location(document.path, document.body_line + number),
        _("“{sign}” is shown as it is written").format(sign=sign),
        fix,
        Severity.WARNING,
    )


def _check_extensions(document: Document, extensions: Collection[str]) -> Iterator[Problem]:
    known = {name.removeprefix("markdown.extensions.") for name in extensions}
    known = known.union(*(_BUNDLES.get(name, ()) for name in known))
    missing = {sign: entry for sign, entry in _MARKUP.items() if entry[0] not in known}
    lines = document.body.split("\n")
    for number in outside_code(lines):
        line = _CODE.sub("", lines[number])
        for sign in [one for one, (_name, pattern) in missing.items() if pattern.match(line)]:
            extension, _pattern = missing.pop(sign)
            fix = _(
                "Write “- {extension}” below markdown_extensions: in mkdocs.yml, or say it in "
                "another way."
            )
            yield _as_written(document, number, sign, fix.format(extension=extension))
