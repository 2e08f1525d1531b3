"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol, Self

from generator.catalogue import Catalogue
from generator.feeds.open_data import unwritten_data
from generator.fingerprints import of_value
from generator.memory import keep_only
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


class Section(Protocol):
    """A module of pages, planned anew only when anything that decides the plan has changed."""

    __name__: str

    def made_of(self, press: Press) -> MadeOf:
        """Of all its pages together, and of which there are."""

    def pages(self, press: Press) -> Iterator[Page | PlannedPage]: ...


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
    others = chain(press.feeds.unwritten(), unwritten_data(catalogue, press.settings, press.memory))
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
            **{one.address: PlannedFile(one.whole, one.made_of(catalogue.mark)) for one in others},
        },
    )


def kept_plan(section: Section, press: Press) -> Sequence[Page | PlannedPage]:
    """The pages of a section; as an earlier build planned them, while they would be the same.

    A page that must be made for all that, since its file is gone, has the section planned anew.
    """
    shelf, key = press.memory.shelf(section.__name__), of_value(section.made_of(press))
    if raw := shelf.get(key):
        anew = cache(lambda: {page.address: page for page in section.pages(press)})
        plan: Sequence[Page | _Kept] = pickle.loads(raw)
        return [page.planned(anew) if isinstance(page, _Kept) else page for page in plan]
    pages = list(section.pages(press))
    keep_only(shelf, set())
    kept = [_Kept.of(page) if isinstance(page, PlannedPage) else page for page in pages]
    shelf[key] = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
    return pages


class _Kept(NamedTuple):
    """A page of a plan, without the way to make it."""

    address: str
    title: str
    section: str
    made_of: MadeOf
    updated: date | None
    indexed: bool

    @classmethod
    def of(cls, page: PlannedPage) -> Self:
        return cls(*(getattr(page, name) for name in cls._fields))

    def planned(self, plan: Callable[[], Mapping[str, Page | PlannedPage]]) -> PlannedPage:
        address, title, section, made_of, updated, indexed = self

        def make() -> Page:
            return plan()[address].make()

        return PlannedPage(address, title, section, make, made_of, updated, indexed)


def _by_address(pages: Iterable[Page | PlannedPage]) -> dict[str, Page | PlannedPage]:
    found: dict[str, Page | PlannedPage] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
