"""What a page written by hand holds that it will not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.checks.texts import check_plain_text, shown_address, unread_link
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.privacy.texts import page_texts
from exempelbank.problems import Location, Problem, Severity
from exempelbank.text.links import is_from_elsewhere
from exempelbank.text.markdown_reading import elements_in, links_in
from exempelbank.text.markdown_source import (
    outside_code,
    with_addresses_joined,
    with_blocks_opened,
    with_html_opened,
)
from exempelbank.text.page_html import ALLOWED
from exempelbank.text.unread_marks import unread_links_in


def check_page_text(document: Document) -> Iterator[Problem]:
    """Each once for each line."""
    yield from dict.fromkeys(_left_out_of(document))


def _left_out_of(document: Document) -> Iterator[Problem]:
    for link in links_in(document.body, html=True):
        if link.is_picture and is_from_elsewhere(link.address):
            yield _warning(
                document,
                link.line,
                _("{file} is not shown: a page fetches nothing from elsewhere").format(
                    file=shown_address(link.written)
                ),
                _("Put the file beside the page, or take it away."),
            )
    as_read = with_addresses_joined(with_blocks_opened(with_html_opened(document.body)))
    for number in unread_links_in(as_read):
        yield unread_link(Location(document.path, document.body_line + number))
    for text in page_texts(document):
        if text.keys and not text.is_markdown:
            yield from check_plain_text(text)
    for html in elements_in(document.body):
        if html.tag not in ALLOWED and html.tag != "!--":
            yield _warning(
                document,
                html.line,
                _("<{tag}> is left out of the page").format(tag=html.tag),
                _instead_of(html.tag),
            )
        if found := _STYLED.search(_VALUES.sub("", html.attributes)):
            yield _left_out(document, html.line, found[1])
    lines = document.body.split("\n")
    for number in outside_code(lines):
        if found := _STYLED_BY_LIST.search(lines[number]):
            yield _left_out(document, number, found[1])


_RUNNING = frozenset(
    """base button embed fieldset form frame iframe link meta object option script select style
    textarea""".split()
)
_VALUES = re.compile(r""""[^"]*"|'[^']*'""")
_STYLED = re.compile(r"\b(style|on[a-z]+)\s*=", re.IGNORECASE)
_STYLED_BY_LIST = re.compile(r"\{:?[^{}`]*\b(style|on[a-z]+)\s*=[^{}`]*\}", re.IGNORECASE)


def _instead_of(tag: str) -> str:
    if tag in _RUNNING:
        return _("Take it away. A page holds no forms, programs, styles or pages of others.")
    return _("Take it away, or write it as `code` if readers are to see it.")


def _left_out(document: Document, line: int, attribute: str) -> Problem:
    return _warning(
        document,
        line,
        _("{attribute}= is left out of the page").format(attribute=attribute),
        _("Take it away. A class may be given to what is to look in another way.")
        if attribute.lower() == "style"
        else _("Take it away. Scripts stand in files of their own, below extra_javascript."),
    )


def _warning(document: Document, line: int, says: str, fix: str) -> Problem:
    place = Location(document.path, document.body_line + line)
    return Problem(place, says, fix, Severity.WARNING)
