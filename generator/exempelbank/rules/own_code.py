"""Templates, style sheets, scripts and hooks of the project's own -> what in them a page's security
policy stops: what is fetched from other hosts, and scripts and styles that stand in the page.

Each is told of once for each line. Browsers would only say so in their console.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.mkdocs_file import MkDocsFile


class Violation(NamedTuple):
    line: int
    says: str
    fix: str


def check_own_code(config: MkDocsFile) -> Iterator[Problem]:
    for path in _files(config):
        try:
            text = path.read_text("utf-8", errors="replace")
        except OSError:  # told of where it is named
            continue
        place = path.relative_to(config.root).as_posix()
        found = {one.line: one for one in reversed([*_READERS[path.suffix.lower()](text)])}
        for line in sorted(found):
            one = found[line]
            yield Problem(Location(place, line), one.says, one.fix, Severity.WARNING)


def _files(config: MkDocsFile) -> list[Path]:
    """Those that are read as code, of all that mkdocs.yml names."""
    folder = config.custom_dir
    named = [
        config.find(name)
        for key in ("extra_css", "extra_javascript", "extra_templates")
        for name in config.files(key)
    ]
    hooks = [config.root / name for name in config.files("hooks")]
    brought = folder.rglob("*") if folder and folder.is_dir() else ()
    return sorted(
        path
        for path in {*filter(None, named), *hooks, *brought}
        if path.suffix.lower() in _READERS and path.is_relative_to(config.root) and path.is_file()
    )


# ---- Templates ----

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_FETCHING = frozenset(("src", "srcset", "poster", "data", "xlink:href"))
_FETCHING_LINKS = frozenset(
    (
        *("stylesheet", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
        *("icon", "apple-touch-icon", "mask-icon", "manifest"),
    )
)
_RUN_TYPES = frozenset(("", "module", "importmap", "text/javascript", "application/javascript"))


def _in_template(text: str) -> Iterator[Violation]:
    reader = _TemplateReader()
    reader.feed(_EXPRESSION.sub(_as("x"), _STATEMENT.sub(_as(" "), text)))
    reader.close()
    yield from reader.found


class _TemplateReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Violation] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes, line = {name: value or "" for name, value in attrs}, self.getpos()[0]
        for address in _fetched_by(tag, attributes):
            self.found.append(_fetched(line, address))
        is_run = attributes.get("type", "").strip().lower() in _RUN_TYPES
        if tag == "script" and "src" not in attributes and is_run:
            self.found.append(_script(line, "<script>"))
        if tag == "style":
            self.found.append(_style(line, "<style>"))
        for name in attributes:
            if name == "style":
                self.found.append(_style(line, "style="))
            elif re.fullmatch("on[a-z]+", name):
                self.found.append(_script(line, f"{name}="))


def _fetched_by(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    names = set(_FETCHING)
    rel = attributes.get("rel", "").lower().split()
    if tag in ("use", "image") or (tag == "link" and not _FETCHING_LINKS.isdisjoint(rel)):
        names.add("href")
    for name in names & attributes.keys():
        if _ELSEWHERE.match(attributes[name]):
            yield attributes[name].split()[0]


# ---- Style sheets, scripts, hooks ----

_BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*(?://|#).*", re.MULTILINE)
_ADDRESS = r"""\s*\\?["'`]?\s*((?:https?:|wss?:)?//[^\s"'`)>\\]+)"""
_IN_STYLES = re.compile(rf"(?:@import\s|\burl\(){_ADDRESS}", re.IGNORECASE)
_IN_SCRIPTS = re.compile(
    rf"""(?:\bsrc\s*=|<link\b(?=[^>]*stylesheet)[^>]*\bhref=|@import\s|\burl\(){_ADDRESS}"""
    r"""|(?:\b(?:fetch|importScripts|sendBeacon|Worker|EventSource|WebSocket)\(|\bimport\b\s*\(?"""
    r"""|\bfrom)\s*["'`]((?:https?:|wss?:)?//[^\s"'`]+)""",
    re.IGNORECASE,
)


def _in_styles(text: str) -> Iterator[Violation]:
    yield from _matches(_IN_STYLES, _BLOCK_COMMENT.sub(_as(" "), text))


def _in_script(text: str) -> Iterator[Violation]:
    without_blocks = _BLOCK_COMMENT.sub(_as(" "), text)
    yield from _matches(_IN_SCRIPTS, _LINE_COMMENT.sub(_as(" "), without_blocks))


def _in_hook(text: str) -> Iterator[Violation]:
    yield from _matches(_IN_SCRIPTS, _LINE_COMMENT.sub(_as(" "), text))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Violation]:
    for match in pattern.finditer(text):
        address = next(filter(None, match.groups()))
        yield _fetched(text.count("\n", 0, match.start()) + 1, address)


_READERS: dict[str, Callable[[str], Iterator[Violation]]] = {
    ".html": _in_template,
    ".css": _in_styles,
    ".js": _in_script,
    ".mjs": _in_script,
    ".py": _in_hook,
}


# ---- What is said ----


def _as(character: str) -> Callable[[re.Match[str]], str]:
    """In its place, so that what follows stands on the same line."""
    return lambda match: re.sub(r"[^\n]", character, match[0])


def _fetched(line: int, address: str) -> Violation:
    says = _("fetches {address} from another host, which the page's security policy stops")
    fix = _("Fetch the file once, and put it in {folder}.").format(folder=PAGES)
    return Violation(line, says.format(address=address), fix)


def _script(line: int, what: str) -> Violation:
    says = _("{what} in a page is stopped by the page's security policy")
    fix = _("Put the script in a file of its own, and name it below extra_javascript.")
    return Violation(line, says.format(what=what), fix)


def _style(line: int, what: str) -> Violation:
    says = _("{what} in a page is stopped by the page's security policy")
    fix = _("Give the element a class, and put the styles in a file named below extra_css.")
    return Violation(line, says.format(what=what), fix)
