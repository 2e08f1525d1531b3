"""The start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.model.content import Event, FocusArea, NewsItem
from exempelbank.pages.municipalities import areas_of
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import day
from exempelbank.pages.views import event_rows, example_card, news_rows, printed_cards
from exempelbank.pages.words import place_of, years_of
from exempelbank.texts import ngettext, pgettext

MOST_NEWS, MOST_EVENTS = 3, 3


def pages(press: Press) -> Iterator[PlannedPage]:
    title = press.settings.organisation.site_name
    yield PlannedPage("", title, "", partial(_page, press, title))


class _Told(NamedTuple):
    """What the page shows, but for the examples."""

    area: FocusArea | None
    area_is_current: bool
    in_area: _InArea
    events: list[Event]
    news: tuple[NewsItem, ...]


class _InArea(NamedTuple):
    """A taste of each sort: an example, a piece of news, a meeting to come."""

    example: LearningExample | None = None
    news: NewsItem | None = None
    event: Event | None = None


def _told(press: Press) -> _Told:
    catalogue, today = press.catalogue, press.today
    areas = catalogue.focus_areas_on(today)
    area = next(iter((*areas.current, *areas.earlier)), None)
    events = catalogue.events_from(today)
    return _Told(
        area,
        area in areas.current,
        _InArea(
            next(iter(catalogue.examples_in(area)), None),
            next((item for item in press.news if area.id in item.focus_areas), None),
            next((event for event in events if area.id in event.focus_areas), None),
        )
        if area
        else _InArea(),
        [event for event in events if not event.cancelled][:MOST_EVENTS],
        press.news[:MOST_NEWS],
    )


def _page(press: Press, title: str) -> Page:
    examples, told = press.catalogue.examples, _told(press)
    return press.page(
        "start.html",
        "",
        title,
        description=press.settings.organisation.description,
        newest=example_card(press, examples[0]) if examples else None,
        after_it=printed_cards(press, examples[1:4]),
        ways_in=_ways_in(press),
        area=told.area,
        area_is_current=told.area_is_current,
        years=years_of(told.area) if told.area else "",
        in_area=_rows(press, told.in_area),
        events=event_rows(press, told.events),
        county=areas_of(press),
        news=news_rows(press, told.news),
    )


def _ways_in(press: Press) -> list[tuple[str, str]]:
    """The areas of work with most examples, and all of them."""
    total = len(press.catalogue.examples)
    held = Counter(area for example in press.catalogue.examples for area in example.work_areas)
    order = [term.id for term in press.settings.vocabulary("work_areas")]
    fullest = sorted(held, key=lambda area: (-held[area], order.index(area)))[:3]
    return [
        *(
            (
                press.settings.label("work_areas", area),
                press.section("examples", press.book.inner.work_area, area),
            )
            for area in fullest
        ),
        (
            ngettext("The {n} example", "All {n} examples", total).format(n=total),
            press.section("examples"),
        ),
    ]


def _rows(press: Press, found: _InArea) -> list[tuple[str, str, str]]:
    """(title, link, what it is)"""
    label, rows = press.settings.label, []
    # The words that search has for each; a text within an f-string is never extracted.
    if example := found.example:
        words = f"{pgettext('search', 'Example')} · {place_of(example, press.settings)}"
        rows.append((example.title, press.link_to(example), words))
    if news := found.news:
        words = f"{pgettext('search', 'News item')} · {label('news_kinds', news.kind)}"
        rows.append((news.title, press.link_to(news), words))
    if event := found.event:
        starts = event.next_from(press.today).starts
        words = f"{pgettext('search', 'In the calendar')} · {day(starts)}"
        rows.append((event.title, press.link_to(event), words))
    return rows
