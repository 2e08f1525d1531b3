"""A Site: every page and file that is to be published, each made when it is asked for.

All of them are made in every build, and each by itself: so many processes can share the work, and
a preview makes only the page that someone looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar


class Page(NamedTuple):
    """`html` is finished and escaped: everything within <main>. The rest is plain text."""

    address: str  # from the root of the site: "larande-exempel/bildstod/"; "" is the start page
    title: str
    html: str
    description: str = ""
    section: str = ""  # the entry of the main menu that is lit: a field of settings.Addresses
    head: str = ""  # finished elements for <head>: JSON-LD, feeds
    updated: date | None = None
    indexed: bool = True  # False: noindex and out of the sitemap

    def make(self) -> Page:
        return self


class LazyPage(NamedTuple):
    """A page yet to be made, and what other pages must know of it before."""

    address: str
    title: str
    section: str
    make: Callable[[], Page]
    updated: date | None = None
    indexed: bool = True


AnyPage = Page | LazyPage
File = Callable[[], bytes]  # makes it
Folder = Callable[[], Mapping[str, bytes]]  # makes its files together, by path below it


@dataclass(frozen=True, slots=True)
class Site:
    """By address. A small page may stand in the plan as it is."""

    lazy_pages: Mapping[str, AnyPage] = field(default_factory=dict)
    lazy_files: Mapping[str, File] = field(default_factory=dict)  # feeds, data, images
    # Which files they hold is known only when they are made.
    lazy_folders: Mapping[str, Folder] = field(default_factory=dict)

    @property
    def pages(self) -> Mapping[str, Page]:
        return LazyMapping(self.lazy_pages, lambda page: page.make())

    @property
    def files(self) -> Mapping[str, bytes]:
        """Those of folders are none of them."""
        return LazyMapping(self.lazy_files, lambda make: make())


P = TypeVar("P")
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class LazyMapping(Mapping[str, M], Generic[P, M]):
    """What is planned, each made when it is looked up, and every time."""

    planned: Mapping[str, P]
    make: Callable[[P], M]

    def __getitem__(self, address: str) -> M:
        return self.make(self.planned[address])

    def __iter__(self) -> Iterator[str]:
        return iter(self.planned)

    def __len__(self) -> int:
        return len(self.planned)


def file_of(content: bytes) -> File:
    """A file that is made already."""
    return lambda: content


def output_path(address: str) -> str:
    """Where the page is written."""
    return address if address.endswith(".html") else f"{address}index.html"
