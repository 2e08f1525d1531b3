"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.catalogue import Catalogue
from generator.feeds.open_data import open_data_of
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
from generator.pages.press import Press
from generator.pages.site import Page, Site
from generator.settings import Settings

SECTIONS = (
    start,
    examples,
    example,
    focus_areas,
    networks,
    news,
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


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    press = Press(catalogue, settings, today)
    pages = _by_address(page for section in SECTIONS for page in section.pages(press))
    return Site(
        pages={
            address: replace(page, head=f"{page.head}{press.feeds.discovery.get(address, '')}")
            for address, page in pages.items()
        },
        files={
            **dict(examples.files(press)),
            **dict(example.files(press)),
            **dict(follow_up.files(press)),
            **dict(press.feeds.files()),
            **open_data_of(catalogue, settings),
        },
    )


def _by_address(pages: Iterable[Page]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
