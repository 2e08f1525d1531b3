"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Protocol

from generator.catalogue import Catalogue
from generator.feeds.open_data import unwritten_data
from generator.fingerprints import of_value
from generator.memory import Memory, kept
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
from generator.pages.site import MadeOf, Page, PlannedFile, PlannedPage, Site, file_of
from generator.settings import Settings

# Each page of these says what it is made of.
PAGE_BY_PAGE = (start, examples, example, focus_areas, networks, news, municipalities)


class FewPages(Protocol):
    """A section that is made as a whole when anything that it is made of has changed."""

    __name__: str

    def made_of(self, press: Press) -> MadeOf: ...

    def pages(self, press: Press) -> Iterator[Page]: ...


AS_A_WHOLE: tuple[FewPages, ...] = (
    events,
    event,
    month_view,
    past_events,
    tips,
    initiatives,
    about,
    subscribe,
    follow_up,
    open_data,
)


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    return site_from(Press(catalogue, settings, today), Memory())


def site_from(press: Press, memory: Memory) -> Site:
    catalogue = press.catalogue
    others = chain(press.feeds.unwritten(), unwritten_data(catalogue, press.settings, memory))
    planned = chain.from_iterable(section.pages(press) for section in PAGE_BY_PAGE)
    made = chain.from_iterable(_whole(section, press, memory) for section in AS_A_WHOLE)
    return Site(
        _by_address(chain(planned, made)),
        {
            **dict(example.files(press)),
            **dict(examples.files(press, memory)),
            **{address: file_of(raw) for address, raw in follow_up.files(press, memory).items()},
            **{one.address: PlannedFile(one.whole, one.made_of(catalogue.mark)) for one in others},
        },
    )


def _whole(section: FewPages, press: Press, memory: Memory) -> Sequence[Page]:
    key = of_value(section.made_of(press))
    return kept(memory.shelf(section.__name__), key, lambda: tuple(section.pages(press)))


def _by_address(pages: Iterable[Page | PlannedPage]) -> dict[str, Page | PlannedPage]:
    found: dict[str, Page | PlannedPage] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
