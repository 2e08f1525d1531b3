"""The start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import Event, FocusArea, NewsItem
from exempelbank.model.example import Section
from exempelbank.rules.places import all_places_title, are_municipalities
from exempelbank.settings import Settings
from exempelbank.settings.menu import StartPart
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_rows, example_card, news_rows, render_cards
from exempelbank.site.components.coverage import coverage_of_all, map_of
from exempelbank.site.components.formatting import format_days, format_place, format_years
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page

MOST_NEWS, MOST_EVENTS = 3, 3
_SECTIONS = {"focus_area": "focus_areas"}  # of a part that goes by another name
_SHORT = ("events", "news")


def pages(context: RenderContext) -> Iterator[LazyPage]:
    title = context.settings.organisation.site_name
    yield LazyPage("", title, "", partial(_page, context, title))


class _Highlights(NamedTuple):
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


def _highlights(context: RenderContext) -> _Highlights:
    catalogue, today = context.catalogue, context.today
    areas = catalogue.focus_areas_on(today)
    area = next(iter((*areas.current, *areas.earlier)), None)
    events = catalogue.events_from(today)
    return _Highlights(
        area,
        area in areas.current,
        _InArea(
            next(iter(catalogue.examples_in(area)), None),
            next((item for item in context.news if area.id in item.focus_areas), None),
            next((event for event in events if area.id in event.focus_areas), None),
        )
        if area
        else _InArea(),
        [event for event in events if not event.cancelled][:MOST_EVENTS],
        context.news[:MOST_NEWS],
    )


def _page(context: RenderContext, title: str) -> Page:
    examples, highlights = context.catalogue.examples, _highlights(context)
    rows = start_rows(context.settings)
    return context.page(
        "start.html",
        "",
        title,
        description=context.settings.organisation.description,
        head=(json_ld.website(context),),
        rows=rows,
        newest=example_card(context, examples[0]) if examples else None,
        after_it=render_cards(context, examples[1:4]),
        ways_in=_ways_in(context),
        area=highlights.area,
        area_is_current=highlights.area_is_current,
        years=format_years(highlights.area) if highlights.area else "",
        in_area=_rows(context, highlights.in_area),
        events=event_rows(context, highlights.events),
        county=map_of(context) if ("municipalities",) in rows else None,
        places=coverage_of_all(context),
        all_places=all_places_title(context.settings.municipalities),
        has_other_parties=not are_municipalities(context.settings.municipalities),
        places_heading=_places_heading(context),
        choose=_choose(context),
        news=news_rows(context, highlights.news),
    )


def _places_heading(context: RenderContext) -> str:
    if are_municipalities(context.settings.municipalities):
        return _("Examples from all municipalities")
    return _("Examples from all parties")


def _choose(context: RenderContext) -> str:
    """What to choose a place for."""
    shared = any(one.own for one in coverage_of_all(context))
    match are_municipalities(context.settings.municipalities), shared:
        case True, True:
            return _(
                "Choose your municipality to see what colleagues there have shared, and whom to "
                "ask."
            )
        case True, False:
            return _(
                "No municipality has shared an example yet. Choose yours to see what goes on "
                "there, and whom to ask."
            )
        case False, True:
            return _(
                "Choose where you work to see what colleagues there have shared, and whom to ask."
            )
    return _(
        "Nobody has shared an example yet. Choose where you work to see what goes on there, and "
        "whom to ask."
    )


def start_rows(settings: Settings) -> list[tuple[StartPart, ...]]:
    """The parts of the page below the search, from the top: two short ones stand side by side."""
    rows: list[tuple[StartPart, ...]] = []
    for part in dict.fromkeys(settings.menu.start):
        if not settings.has(_SECTIONS.get(part, part)):
            continue
        if part in _SHORT and rows and rows[-1][0] in _SHORT:
            rows[-1] += (part,)
        else:
            rows.append((part,))
    return rows


def _ways_in(context: RenderContext) -> list[tuple[str, str]]:
    """The areas of work with most examples, what did not work, and all of them."""
    examples, inner = context.catalogue.examples, context.urls.inner
    total = len(examples)
    examples_by_area = Counter(area for example in examples for area in example.work_areas)
    order = [term.id for term in context.settings.vocabulary("work_areas")]
    fullest = sorted(
        examples_by_area, key=lambda area: (-examples_by_area[area], order.index(area))
    )[:3]
    return [
        *(
            (
                context.settings.label("work_areas", area),
                context.section_url("examples", inner.work_area, area),
            )
            for area in fullest
        ),
        *(
            [(_("What did not work"), context.section_url("examples", inner.did_not_work))]
            if any(example.sections.get(Section.DID_NOT_WORK) for example in examples)
            else ()
        ),
        (
            ngettext("The {n} example", "All {n} examples", total).format(n=total),
            context.section_url("examples"),
        ),
    ]


def _rows(context: RenderContext, found: _InArea) -> list[tuple[str, str, str]]:
    """(title, link, what it is)"""
    label, rows = context.settings.label, []
    # The words that search has for each; a text within an f-string is never extracted.
    if example := found.example:
        words = f"{pgettext('search', 'Example')} · {format_place(example, context.settings)}"
        rows.append((example.title, context.link_to(example), words))
    if news := found.news:
        words = f"{pgettext('search', 'News item')} · {label('news_kinds', news.kind)}"
        rows.append((news.title, context.link_to(news), words))
    if event := found.event:
        when = format_days(event.next_from(context.today))
        words = f"{pgettext('search', 'In the calendar')} · {when}"
        rows.append((event.title, context.link_to(event), words))
    return rows
