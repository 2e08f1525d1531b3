"""A section -> the plan of its pages, from an earlier build while it would be the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Protocol

from generator.fingerprints import of_value
from generator.memory import keep_only
from generator.pages.press import Press
from generator.pages.site import MadeOf, Page, PlannedPage

AnyPage = Page | PlannedPage


class Section(Protocol):
    """A module of pages."""

    __name__: str

    def made_of(self, press: Press) -> MadeOf:
        """Of all its pages together, and of which there are."""

    def pages(self, press: Press) -> Iterable[AnyPage]: ...


def kept_plan(section: Section, press: Press) -> Sequence[AnyPage]:
    """A kept page that must be made all the same has its section planned anew, once."""
    made_of = section.made_of(press)
    if made_of is None:
        return tuple(section.pages(press))
    shelf, key = press.memory.shelf(section.__name__), of_value(made_of)
    if raw := shelf.get(key):
        kept: Sequence[AnyPage] = pickle.loads(raw)
        anew = cache(lambda: {page.address: page for page in section.pages(press)})
        return [_replaced(page, partial(_from, anew, page.address)) for page in kept]
    pages = tuple(section.pages(press))
    without = [_replaced(page, _nobody) for page in pages]
    keep_only(shelf, set())
    shelf[key] = pickle.dumps(without, pickle.HIGHEST_PROTOCOL)
    return pages


def _replaced(page: AnyPage, make: Callable[[], Page]) -> AnyPage:
    return page._replace(make=make) if isinstance(page, PlannedPage) else page


def _from(plan: Callable[[], Mapping[str, AnyPage]], address: str) -> Page:
    return plan()[address].make()


def _nobody() -> Page:
    """Stands in a kept plan for the way to make a page, which can't be kept."""
    raise NotImplementedError
