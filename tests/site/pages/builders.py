"""A small site, and what a reader could notice of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from typing import Any

from exempelbank.catalogue import Catalogue
from exempelbank.settings import Settings
from exempelbank.site.build import build_site
from exempelbank.site.context import RenderContext
from exempelbank.site.site import Page, Site
from tests.builders import TODAY, sample_settings


@cache
def the_settings() -> Settings:
    return sample_settings()


def a_site(catalogue: Catalogue) -> Site:
    return build_site(catalogue, the_settings(), TODAY)


def pages_of(*sections: Any, of: Catalogue, settings: Settings | None = None) -> dict[str, Page]:
    """What these modules of exempelbank.pages print of it, by address."""
    context = RenderContext(of, settings or the_settings(), TODAY)
    return {page.address: page.make() for section in sections for page in section.pages(context)}


def everything_in(site: Site) -> dict[str, str]:
    """All that is published, by address: pages with their heads, feeds, data."""
    pages = {
        address: " ".join((page.title, page.description, page.head, page.html))
        for address, page in site.pages.items()
    }
    return pages | {address: raw.decode() for address, raw in site.files.items()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append(given.get("href") or "")
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


class Read:
    """A page as it is read."""

    def __init__(self, page: Page | str) -> None:
        reader = _Reader()
        reader.feed(page if isinstance(page, str) else page.html)
        self.links, self.ids, self.headings = reader.links, reader.ids, reader.headings
        self.text = " ".join("".join(reader.text).split())


def phones(read: Read) -> list[str]:
    """The numbers it gives. One of them can be called by touching it."""
    assert len([link for link in read.links if link.startswith("tel:")]) == 1
    return re.findall(r"08-465 004 \d\d", read.text)


def holding(found: dict[str, str], words: str) -> set[str]:
    """The addresses where these words stand."""
    return {address for address, text in found.items() if words in text}


def titles(pages: Iterable[Page]) -> dict[str, str]:
    return {page.address: page.title for page in pages}
