"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from generator.catalogue import Catalogue
from generator.feeds.open_data import open_data_files
from generator.pages import (
    about,
    event,
    events,
    example,
    examples,
    focus_areas,
    follow_up,
    initiatives,
    month_view,
    municipalities,
    networks,
    news,
    open_data,
    past_events,
    start,
    subscribe,
    tips,
)
from generator.pages.plans import Section, kept_plan
from generator.pages.press import Press
from generator.pages.site import Page, PlannedFile, PlannedPage, Site, file_of
from generator.settings import Settings

SECTIONS: tuple[Section, ...] = (
    start,
    examples,
    networks,
    events,
    event,
    month_view,
    past_events,
    tips,
    initiatives,
    municipalities,
    about,
    subscribe,
    follow_up,
    open_data,
)
# Almost any change of the library is one of these: they are planned at every build.
ALWAYS_PLANNED = (example, focus_areas, news)


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    return site_from(Press(catalogue, settings, today))


def site_from(press: Press) -> Site:
    catalogue = press.catalogue
    others = chain(press.feeds.files(), open_data_files(catalogue, press.settings))
    pages = chain(
        *(section.pages(press) for section in ALWAYS_PLANNED),
        *(kept_plan(section, press) for section in SECTIONS),
    )
    return Site(
        _by_address(pages),
        {
            **dict(example.files(press)),
            **dict(examples.files(press)),
            **{address: file_of(raw) for address, raw in follow_up.files(press).items()},
            **{address: PlannedFile(make) for address, make in others},
        },
    )


def _by_address(pages: Iterable[Page | PlannedPage]) -> dict[str, Page | PlannedPage]:
    found: dict[str, Page | PlannedPage] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
