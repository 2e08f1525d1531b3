"""The shell of a page, printed once by the engine -> every page of that layout, stamped.

Two pages of one layout differ in five places only. The engine prints a page that holds a mark in
each of them; cut at the marks, it is the shell of all the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from markupsafe import escape

from generator.pages.site import Page, PlannedPage

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


def layout_of(page: Page | PlannedPage, in_menu: Collection[str]) -> Layout:
    """`in_menu`: the addresses that the shell itself may lead to."""
    if page.address in in_menu:
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

    def stamp(self, page: Page) -> bytes:
        """The finished page, as the engine would have printed it."""
        values = {
            "address": page.address.encode(),
            "title": encoded(escape(page.title)),
            "description": encoded(escape(page.description)),
            "head": encoded(page.head),
            "html": encoded(page.html),
        }
        return b"".join([part if isinstance(part, bytes) else values[part] for part in self.parts])


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes its pages
