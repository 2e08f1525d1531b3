"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from exempelbank.catalogue import Catalogue
from exempelbank.feeds.open_data import open_data_files
from exempelbank.settings import Settings
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import (
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
from exempelbank.site.site import AnyPage, Site

SECTIONS = (
    start,
    example,
    examples,
    focus_areas,
    news,
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


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    return site_from(RenderContext(catalogue, settings, today))


def site_from(context: RenderContext) -> Site:
    files = chain(
        open_data_files(context.catalogue, context.settings),
        context.feeds.files(),
        example.files(context),
        examples.files(context),
        follow_up.files(context),
    )
    pages = chain.from_iterable(section.pages(context) for section in SECTIONS)
    return Site(_by_address(pages), dict(files))


def _by_address(pages: Iterable[AnyPage]) -> dict[str, AnyPage]:
    found: dict[str, AnyPage] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
