"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.pages import example, examples, start
from generator.pages.press import Press
from generator.pages.site import Page, Site
from generator.settings import Settings

SECTIONS = (start, examples, example)


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    press = Press(catalogue, settings, today)
    return Site(
        pages=_by_address(page for section in SECTIONS for page in section.pages(press)),
        files=dict(_files(press)),
    )


def _by_address(pages: Iterable[Page]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found


def _files(press: Press) -> Iterator[tuple[str, bytes]]:
    for section in SECTIONS:
        yield from getattr(section, "files", lambda _press: ())(press)
