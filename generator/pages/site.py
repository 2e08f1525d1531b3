"""A Site: every page and file that is to be published, as a plain value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
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
    def uri(self) -> str:
        """Where the page is written."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


@dataclass(frozen=True, slots=True)
class Site:
    pages: Mapping[str, Page] = field(default_factory=dict)  # by address
    files: Mapping[str, bytes] = field(default_factory=dict)  # by address: feeds, data, images
