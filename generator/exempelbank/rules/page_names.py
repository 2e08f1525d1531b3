"""What a page goes by in a link that doesn't begin at the root of the site.

The site follows links by these names, and `exempelbank check` tells of those that none fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import dirname
from typing import NamedTuple

from exempelbank.model.kinds import SECTIONS
from exempelbank.model.record import Record
from exempelbank.rules.urls import base_path
from exempelbank.settings import Addresses, Settings
from exempelbank.text.links import Links
from exempelbank.text.normalization import comparable

# Sections whose pages the site makes, all of them; in the others people write pages by hand.
GENERATED_SECTIONS = (
    *SECTIONS.values(),
    "municipalities",
    "subscribe",
    "search",
    "follow_up",
    "wanted",
    "network_proposal",
    "data",
)


RESERVED_ROOT_FILES = {
    "assets",
    "404.html",
    "index.html",
    "llms.txt",
    "robots.txt",
    "sitemap.xml",
    "_headers",
    "web.config",
}


def made_by_the_site(address: str, settings: Settings) -> str:
    """The first word of an address, when the site itself makes all that lies below it."""
    first = comparable(address.partition("/")[0])
    made = {
        getattr(settings.addresses, section)
        for section in GENERATED_SECTIONS
        if settings.has(section)
    }
    return first if first in made or first in RESERVED_ROOT_FILES else ""


def sections_by_hand() -> list[str]:
    """Those in which each page is written by hand, the first one too."""
    return [name for name in Addresses.model_fields if name not in (*GENERATED_SECTIONS, "inner")]


def own_pages(settings: Settings) -> frozenset[str]:
    """The addresses of those that the site makes where others are written by hand."""
    addresses = settings.addresses
    about = (addresses.inner.organisation, addresses.inner.checklist)
    return frozenset(("", *(f"{addresses.about}/{word}/" for word in about)))


class PageSource(NamedTuple):
    """A file that becomes a page."""

    address: str
    path: str  # from the project's folder
    id: str = ""  # of an example

    def links(self, settings: Settings, names: Callable[[], Mapping[str, str]]) -> Links:
        """How those of its text are followed, wherever the text is shown."""
        return Links(base_path(settings), self.address, dirname(self.path), names)


def source_of(kind: type[Record], stem: str, settings: Settings, id: str = "") -> PageSource:
    """Of a record. `stem`: the name of its file without suffix."""
    section = getattr(settings.addresses, SECTIONS.get(kind, "examples"))
    return PageSource(f"{section}/{stem}/", f"{kind.folder}/{stem}.md", id)


def page_names(sources: Iterable[PageSource], settings: Settings) -> Mapping[str, str]:
    """Name -> address. A page goes by its address without the last /, its file without .md, and
    the id of its example.
    """
    return dict(_names(sources, settings))


def _names(sources: Iterable[PageSource], settings: Settings) -> Iterator[tuple[str, str]]:
    for address in own_pages(settings):
        yield address.rstrip("/"), address
    for section in filter(settings.has, GENERATED_SECTIONS):
        word = getattr(settings.addresses, section)
        yield word, f"{word}/"
    for place in settings.municipalities if settings.has("municipalities") else ():
        name = f"{settings.addresses.municipalities}/{place.id}"
        yield name, f"{name}/"
    for address, path, id in sources:
        yield address.rstrip("/"), address
        yield path.removesuffix(".md"), address
        if id:
            yield id, address
