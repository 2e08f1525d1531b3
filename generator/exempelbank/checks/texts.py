"""What a text holds that its page will not show, or not follow. Links within the site are looked up
by whoever knows all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.example import Example
from exempelbank.model.record import Record
from exempelbank.privacy.rules import findings_in
from exempelbank.privacy.texts import PublicText, markdown_texts, public_texts
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings import Settings
from exempelbank.text.links import is_internal, safe_address
from exempelbank.text.markdown_reading import WrittenHtml, WrittenLink, html_in, links_in
from exempelbank.text.unread_marks import (
    marks_in,
    may_hold_marks,
    unread_headings_in,
    unread_links_in,
)


def check_texts(document: Document, record: Record, settings: Settings) -> Iterator[Problem]:
    """Of a record of any kind."""
    for text in markdown_texts(document, record):
        for link in links_in(text.text):
            yield from _check_link(text.at_line(link.line), link, settings)
        for html in html_in(text.text):
            yield from _check_html(text.at_line(html.line), html)
        for line in unread_links_in(text.text):
            yield unread_link(text.at_line(line))
        for line in unread_headings_in(text.text):
            if not isinstance(record, Example):  # whose headings are looked at by their names
                yield _unread_heading(text.at_line(line))
    if may_hold_marks(document.front_matter):
        for text in public_texts(document, record):
            if text.keys and not text.is_markdown:
                yield from check_plain_text(text)


def check_plain_text(text: PublicText) -> Iterator[Problem]:
    """One that is shown as it is written: in the facts of a record or a page, in the settings."""
    if text.running and (marks := marks_in(text.text)):
        yield _warning(
            text.at(),
            _("{marks} is shown as it is written here").format(marks=marks),
            _("Write plain words: here is no room for links, bold words or HTML."),
        )


def unread_link(place: Location) -> Problem:
    return _warning(
        place,
        _("brackets that make no link are shown as they are written"),
        _(
            "Write [words](address), with nothing between ] and (, and with %20 for each space in "
            "the address."
        ),
    )


def _unread_heading(place: Location) -> Problem:
    return _warning(
        place,
        _("## with no space after it is shown as it is written"),
        _("Write a space after the last # if the line is a heading."),
    )


def _check_link(place: Location, link: WrittenLink, settings: Settings) -> Iterator[Problem]:
    if link.is_picture:
        yield _warning(
            place,
            _("the picture {file} is not shown, only its description").format(
                file=shown_address(link.written)
            ),
            _(
                "Take it away. An example can have one picture, in image: at the top; others may "
                "stand on a page in content/pages."
            ),
        )
        return
    if not is_internal(link.address) and safe_address(link.address) is None:
        yield not_followed(place, link.written, remedy(link.written, settings))
    if link.has_title:
        yield _warning(
            place,
            _("the words in quotation marks after the address of a link are not shown"),
            _("Write them in the text, or take them away."),
        )


def not_followed(place: Location, written: str, fix: str) -> Problem:
    if not written.strip():
        return _warning(
            place,
            _("a link has no address: only its words are shown"),
            _("Write the address between ( and ), or take away the brackets."),
        )
    says = _("the link to {address} is not followed: only its words are shown")
    return _warning(place, says.format(address=shown_address(written)), fix)


def remedy(written: str, settings: Settings) -> str:
    """How to write it, as far as can be told."""
    scheme, _colon, rest = written.strip().partition(":")
    whole = "https://" + (rest if scheme.lower() == "http" else written).lstrip("/ ")
    address = safe_address(whole) if _WITHOUT_HTTPS.match(written) else None
    if address and shown_address(address) == address:
        return _("Write {address}, if the page is there.").format(address=address)
    if _MAIL.match(written.strip()):
        return _("Write mailto: before an e-mail address.")
    says = _("A link may lead to https://, mailto:, tel: or a page of the site, such as {page}.")
    return says.format(page=f"/{settings.addresses.examples}/")


_WITHOUT_HTTPS = re.compile(r"\s*(?:http:|//|www\.)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+")

_MOST = 100  # characters


def shown_address(address: str) -> str:
    """As a message may tell of it: without what it tells of a person."""
    if "@" in address or any(findings_in(address, running=True)):
        return "…"
    return address if len(address) <= _MOST else f"{address[:_MOST]}…"


def _check_html(place: Location, html: WrittenHtml) -> Iterator[Problem]:
    if html.tag == "!--":
        yield _warning(
            place, _("what stands between <!-- and --> is shown to readers"), _("Take it away.")
        )
    elif html.tag in _ELEMENTS:
        yield _warning(
            place,
            _("<{tag}> is shown as it is written").format(tag=html.tag),
            _(
                "Take it away, or write **bold**, *italics*, [words](address), or lines that begin "
                "with - for a list."
            ),
        )


# Others, such as <namn>, are what somebody meant to show.
_ELEMENTS = frozenset(
    """a abbr address article aside audio b blockquote br button caption center cite code dd del
    details div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i
    iframe img input ins kbd label li link main mark meta nav object ol p pre q s script section
    small source span strike strong style sub summary sup svg table tbody td textarea th thead
    title tr tt u ul video wbr""".split()
)


def _warning(place: Location, says: str, fix: str) -> Problem:
    return Problem(place, says, fix, Severity.WARNING)
