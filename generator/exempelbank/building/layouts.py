"""One page of each layout, printed by MkDocs -> a template that renders every page of that layout.

Two pages of one layout differ in five places only. MkDocs prints a page that holds a placeholder in
each of them; split at the placeholders, it is the template of all the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import escape

from exempelbank.exceptions import UnusableLayout
from exempelbank.settings import Settings
from exempelbank.site.site import AnyPage, Page

# From Unicode's private use area: in no text of ours or anyone's do these mean anything.
_OPEN, _CLOSE = "\ue0fe", "\ue0ff"
_PARTS = {"address", "title", "description", "head", "html"}
_PLACEHOLDER = re.compile(f"{_OPEN}(\\w+){_CLOSE}")


def _placeholder(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


class LayoutKey(NamedTuple):
    """What decides how a page looks around its own content: each of these is a layout."""

    section: str  # whose entry of the menu is lit
    indexed: bool
    address: str = _placeholder("address")  # the page's own, when the menu may lead to it

    @property
    def page(self) -> Page:
        """With a placeholder wherever pages of this layout differ."""
        return Page(
            self.address,
            title=_placeholder("title"),
            html=_placeholder("html"),
            description=_placeholder("description"),
            section=self.section,
            head=_placeholder("head"),
            indexed=self.indexed,
        )


def layout_key(page: AnyPage, settings: Settings) -> LayoutKey:
    """A page that the menu may lead to, a section or the start page, has a layout of its own."""
    of_sections = ("", *settings.addresses.section_words)
    if page.address.removesuffix("/") in of_sections or page.address in settings.menu.pages:
        return LayoutKey(page.section, page.indexed, page.address)
    return LayoutKey(page.section, page.indexed)


class LayoutTemplate(NamedTuple):
    """By turns a text as it is printed and the name of the placeholder behind it; a text last."""

    parts: tuple[bytes | str, ...]

    @classmethod
    def parse(cls, html: str) -> LayoutTemplate:
        """Raises UnusableLayout when a template has made something else of a placeholder."""
        texts = _PLACEHOLDER.split(html)
        if not {*texts[1::2]} <= _PARTS or any(_OPEN in one or _CLOSE in one for one in texts[::2]):
            raise UnusableLayout
        return cls(
            tuple(part if number % 2 else encoded(part) for number, part in enumerate(texts))
        )

    @property
    def shared_text(self) -> bytes:
        """What all its pages have in common."""
        return b"".join(part for part in self.parts if isinstance(part, bytes))

    def render(self, page: Page) -> bytes:
        """The finished page, as MkDocs would have printed it."""
        values = page_parts(page)
        return b"".join([part if isinstance(part, bytes) else values[part] for part in self.parts])


def page_parts(page: Page) -> Mapping[str, bytes]:
    """By the name of their placeholder."""
    return {
        "address": page.address.encode(),
        "title": encoded(escape(page.title)),
        "description": encoded(escape(page.description)),
        "head": encoded(page.head),
        "html": encoded(page.html),
    }


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes its pages
