"""The shell of a page, printed once by the engine -> every page of that layout, stamped.

Two pages of one layout differ in five places only. The engine prints a page that holds a mark in
each of them; cut at the marks, it is the shell of all the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import escape

from exempelbank.pages.site import AnyPage, Page
from exempelbank.settings import Addresses

# From Unicode's private use area: in no text of ours or anyone's do these mean anything.
_OPEN, _CLOSE = "\ue0fe", "\ue0ff"
_MARK = re.compile(f"{_OPEN}(\\w+){_CLOSE}")


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


class Layout(NamedTuple):
    """What a shell depends on."""

    section: str  # whose entry of the menu is lit
    indexed: bool
    address: str = _mark("address")  # the page's own, when the menu may lead to it

    @property
    def page(self) -> Page:
        """With a mark wherever pages of this layout differ."""
        return Page(
            self.address,
            title=_mark("title"),
            html=_mark("html"),
            description=_mark("description"),
            section=self.section,
            head=_mark("head"),
            indexed=self.indexed,
        )


def layout_of(page: AnyPage, addresses: Addresses) -> Layout:
    """A page that the shell itself may lead to, a section or the start page, has one of its own."""
    if page.address.removesuffix("/") in ("", *addresses.section_words):
        return Layout(page.section, page.indexed, page.address)
    return Layout(page.section, page.indexed)


class Shell(NamedTuple):
    """By turns a text as it is printed and the name of what stands behind it; a text last."""

    parts: tuple[bytes | str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        return cls(
            tuple(
                part if number % 2 else encoded(part)
                for number, part in enumerate(_MARK.split(html))
            )
        )

    @property
    def texts(self) -> bytes:
        """What all its pages have in common."""
        return b"".join(part for part in self.parts if isinstance(part, bytes))

    def stamp(self, page: Page) -> bytes:
        """The finished page, as the engine would have printed it."""
        own = own_parts(page)
        return b"".join([part if isinstance(part, bytes) else own[part] for part in self.parts])


def own_parts(page: Page) -> Mapping[str, bytes]:
    """By the name of their place in the shell."""
    return {
        "address": page.address.encode(),
        "title": encoded(escape(page.title)),
        "description": encoded(escape(page.description)),
        "head": encoded(page.head),
        "html": encoded(page.html),
    }


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes its pages
