"""Markdown -> the links, pictures and HTML that stand in it, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

import comrak  # type: ignore[import-untyped]

from exempelbank.text.markdown import PARSING, TABLES
from exempelbank.text.markdown_source import (
    with_addresses_joined,
    with_blocks_opened,
    with_html_opened,
)


class WrittenLink(NamedTuple):
    address: str  # as the page would have it, with å as %C3%A5
    line: int  # from 0
    is_picture: bool = False  # or another file that a page shows, and does not lead to
    has_title: bool = False  # words of its own, which show when one points at it

    @property
    def written(self) -> str:
        return unquote(self.address)


class WrittenHtml(NamedTuple):
    tag: str  # "b"; "!--" of a comment
    line: int  # from 0
    attributes: str = ""  # as they are written


def _rendering(escape: bool, unsafe: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.sourcepos = True
    options.escape, options.unsafe_ = escape, unsafe
    return options


_MARKDOWN_ALONE = _rendering(escape=True, unsafe=True)
_WITH_HTML = _rendering(escape=False, unsafe=True)
_HTML_LEFT_OUT = _rendering(escape=False, unsafe=False)


def links_in(markdown: str, html: bool = False) -> Iterator[WrittenLink]:
    """In their order. With `html` those of raw HTML too, which a page written by hand may hold."""
    if not ("](" in markdown or "]:" in markdown or "<" in markdown):
        return
    if html:
        markdown = with_addresses_joined(with_blocks_opened(with_html_opened(markdown)))
    lines = markdown.split("\n")
    for line, tag, attributes in _tags(markdown, _WITH_HTML if html else _MARKDOWN_ALONE):
        if tag in ("a", *_SHOWN) and (address := _ADDRESS.search(attributes)):
            written = unescape(address[1] or address[2] or address[3] or "")
            if not _LINE.search(attributes):
                line = _next_line(lines, line, re.compile(re.escape(written)))
            has_title = tag == "a" and ' title="' in attributes
            yield WrittenLink(written, line, tag in _SHOWN, has_title)


def html_in(markdown: str) -> Iterator[WrittenHtml]:
    """The first of each line."""
    if "<" not in markdown:
        return
    lines = markdown.split("\n")
    last = -1
    for near, tag, _attributes in _tags(markdown, _HTML_LEFT_OUT):
        if tag != _LEFT_OUT:
            continue
        line = _next_line(lines, near, _RAW)
        if line > last and (found := _RAW.search(lines[line])) and found[1]:
            yield WrittenHtml(found[1].lower(), line)
        last = line


def elements_in(markdown: str) -> Iterator[WrittenHtml]:
    """Of a page written by hand: those of raw HTML, and those that Markdown makes."""
    markdown = with_blocks_opened(markdown)
    lines = markdown.split("\n")
    for near, tag, attributes in _tags(markdown, _WITH_HTML):
        line = _next_line(lines, near, re.compile(rf"<{re.escape(tag)}\b", re.IGNORECASE))
        yield WrittenHtml(tag, line, attributes)


_SHOWN = ("img", "source", "video", "audio")
_ADDRESS = re.compile(
    r"""\b(?:src|href)=(?: "([^"]*)" | '([^']*)' | ([^"'\s]+) )""", re.IGNORECASE | re.VERBOSE
)
_LEFT_OUT = "!--"  # "<!-- raw HTML omitted -->"
_TAG = re.compile(r"\n|<([a-z]\w*|!--)([^<>]*)>", re.IGNORECASE)
_LINE = re.compile(r'data-sourcepos="(\d+):')
_RAW = re.compile(r"<(?:[/?]|(!--|[a-z][\w-]*)(?![\w.+:@-])|!)", re.IGNORECASE)


def _next_line(lines: Sequence[str], near: int, pattern: re.Pattern[str]) -> int:
    """HTML has no line of its own in what comrak writes: it stands there or further down."""
    last = len(lines) - 1
    below = range(min(near, last), len(lines))
    return next((line for line in below if pattern.search(lines[line])), last)


def _tags(markdown: str, rendering: comrak.RenderOptions) -> Iterator[tuple[int, str, str]]:
    """(line, tag, attributes) of all that begins."""
    html: str = comrak.render_markdown(markdown, TABLES, PARSING, rendering)
    line = 0
    for found in _TAG.finditer(html):
        if not found[1]:
            line += 1
            continue
        if place := _LINE.search(found[2]):
            line = int(place[1]) - 1
        yield line, found[1].lower(), found[2]
