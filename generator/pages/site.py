"""A Site: every page and file that is to be published, as a plan.

Each is made when it is asked for, and what it is made of is known before that: so a build need
neither hold a whole site in memory nor make anew what has not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

# Everything that decides what is made, but for the program and the settings; None when that is not
# known without making it. Plain values only (bytes, texts, numbers, days and tuples of these):
# their repr is compared between builds.
MadeOf = tuple[object, ...] | None


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

    @property
    def made_of(self) -> MadeOf:
        return None

    def make(self) -> Page:
        return self


class PlannedPage(NamedTuple):
    """A page yet to be made, and what of it must be known before."""

    address: str
    title: str
    section: str
    make: Callable[[], Page]
    made_of: MadeOf
    updated: date | None = None
    indexed: bool = True


class PlannedFile(NamedTuple):
    make: Callable[[], bytes]
    made_of: MadeOf = None


def file_of(content: bytes) -> PlannedFile:
    """A file that is made already."""
    return PlannedFile(lambda: content)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made(Mapping[str, T], Generic[T]):
    """What is planned, each made when it is looked up, and every time."""

    planned: Mapping[str, Page | PlannedPage | PlannedFile]

    def __getitem__(self, address: str) -> T:
        return self.planned[address].make()  # type: ignore[return-value]

    def __iter__(self) -> Iterator[str]:
        return iter(self.planned)

    def __len__(self) -> int:
        return len(self.planned)


@dataclass(frozen=True, slots=True)
class Site:
    """A small page may stand in the plan as it is."""

    planned_pages: Mapping[str, Page | PlannedPage] = field(default_factory=dict)  # by address
    planned_files: Mapping[str, PlannedFile] = field(
        default_factory=dict
    )  # by address: feeds, data, images

    @property
    def pages(self) -> Mapping[str, Page]:
        return Made(self.planned_pages)

    @property
    def files(self) -> Mapping[str, bytes]:
        return Made(self.planned_files)


def uri_of(address: str) -> str:
    """Where the page is written."""
    return address if address.endswith(".html") else f"{address}index.html"
