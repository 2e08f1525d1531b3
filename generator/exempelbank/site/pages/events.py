"""The calendar: what comes, in all and by kind, network, focus area and role.

Goes in: the events of the catalogue and today. Comes out: a list for each. What has been is printed
by `past_events`, the same as tables of days by `month_view`, and the page of each by `event`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from exempelbank.catalogue.facets import EVENT_FACETS, Facet
from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import Event
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import EventRow, event_row, event_rows, lowered
from exempelbank.site.components.facet_links import (
    FacetChoices,
    FacetValue,
    filter_script,
    render_facets,
)
from exempelbank.site.components.follow import Follow, follow_any
from exempelbank.site.components.formatting import calendar_title
from exempelbank.site.components.months import month_address
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.pages.past_events import year_choices
from exempelbank.site.rendering.environment import capitalised, day_short, month
from exempelbank.site.site import LazyPage, Page

MOST_PAST = 10  # below what comes; the years hold the rest
FacetChoice = tuple[Facet, str] | tuple[()]  # of one value, or none


class CalendarRow(NamedTuple):
    row: EventRow
    values: str  # what a filter may choose it by: "slag:kurs yrkesroll:stodpedagog"


class MonthOfRows(NamedTuple):
    name: str
    address: str  # of the same month as a table
    rows: list[CalendarRow]


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("events"),
        calendar_title(),
        _("Lectures, seminars, courses and network meetings."),
        pgettext("what readers call a page", "calendar, activities, education"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield _planned(context, (), own.title, own.description)
    for facet in EVENT_FACETS:
        for term in context.settings.vocabulary(facet.vocabulary):
            if any(term.id in facet.values_of(event) for event in context.catalogue.events):
                lead = term.about or _lead_of(facet)
                yield _planned(context, (facet, term.id), term.label, lead)


def _lead_of(facet: Facet) -> str:
    return _("What is coming in the calendar, chosen by {facet}.").format(
        facet=lowered(facet.label)
    )


def facet_address(context: RenderContext, facet: Facet, value: str) -> str:
    return context.urls.section("events", _word(context, facet), value)


def _planned(context: RenderContext, chosen: FacetChoice, heading: str, lead: str) -> LazyPage:
    address = facet_address(context, *chosen) if chosen else context.urls.section("events")
    title = _("{title} in the calendar").format(title=heading) if chosen else heading
    make = partial(_list, context, chosen, address, title, heading, lead)
    return LazyPage(address, title, "events", make)


def _list(
    context: RenderContext, chosen: FacetChoice, address: str, title: str, heading: str, lead: str
) -> Page:
    section = context.urls.section("events")
    facets = render_facets(context, _choices(context, chosen))
    coming = _chosen(context.catalogue.events_from(context.today), chosen)
    past = _chosen(context.catalogue.events_before(context.today), chosen) if chosen else []
    above = ((calendar_title(), section),) if chosen else ()
    return context.page(
        "calendar.html",
        address,
        title,
        description=lead,
        section="events",
        head=(
            json_ld.breadcrumbs(context, *above, (heading, address)),
            *((filter_script(context, "calendar"),) if facets else ()),
        ),
        heading=heading,
        follow=_follow(context, chosen),
        lead=lead,
        breadcrumbs=[(name, context.href(to)) for name, to in above],
        months=_by_month(context, coming),
        found=len(coming),
        names=[_word(context, facet) for facet in EVENT_FACETS],
        any_coming=bool(context.catalogue.events_from(context.today)),
        past=event_rows(context, past[:MOST_PAST]),
        chosen=(_word(context, chosen[0]), chosen[1]) if chosen else None,
        facets=facets,
        views=views(context),
        years=year_choices(context),
        whole=context.href(section),
    )


def _follow(context: RenderContext, chosen: FacetChoice) -> Follow | None:
    of_the_value = ((chosen[0].vocabulary, chosen[1]),) if chosen else ()
    return follow_any(context, *of_the_value, ("events", ""))


def _chosen(events: Iterable[Event], chosen: FacetChoice) -> list[Event]:
    if not chosen:
        return list(events)
    facet, value = chosen
    return [event for event in events if value in facet.values_of(event)]


def _by_month(context: RenderContext, events: Sequence[Event]) -> list[MonthOfRows]:
    rows = [_row(context, event) for event in events]
    found = []
    for first, group in groupby(rows, key=lambda one: one.row.when.replace(day=1)):
        address = context.href(month_address(context.urls, first))
        found.append(MonthOfRows(capitalised(month(first)), address, list(group)))
    return found


def _row(context: RenderContext, event: Event) -> CalendarRow:
    row = event_row(context, event, with_icons=True)
    if row.sign_up and event.sign_up_by:
        last = _("Sign up by {day}").format(day=day_short(event.sign_up_by))
        row = row._replace(meta=(*row.meta, ("calendar-check-outline", last)))
    values = (
        f"{_word(context, facet)}:{value}"
        for facet in EVENT_FACETS
        for value in facet.values_of(event)
    )
    return CalendarRow(row, " ".join(values))


def _choices(context: RenderContext, chosen: FacetChoice) -> list[FacetChoices]:
    """The values that something to come has, and the one that is chosen. None where there is one
    thing at most.
    """
    coming = context.catalogue.events_from(context.today)
    found: list[FacetChoices] = []
    if len(coming) < 2:
        return found
    for facet in EVENT_FACETS:
        values = [
            FacetValue(
                term.label,
                context.href(facet_address(context, facet, term.id)),
                count := sum(term.id in facet.values_of(event) for event in coming),
                ngettext("activity", "activities", count),
                current=chosen == (facet, term.id),
                id=term.id,
            )
            for term in context.settings.vocabulary(facet.vocabulary)
        ]
        used = tuple(value for value in values if value.count or value.current)
        if used:
            found.append(FacetChoices(facet.label, _word(context, facet), used))
    return found


def _word(context: RenderContext, facet: Facet) -> str:
    return str(getattr(context.urls.inner, facet.name))


def views(context: RenderContext, as_month: bool = False) -> list[tuple[str, str, bool]]:
    """The calendar as a list, or as a table of the month that is."""
    this_month = context.href(month_address(context.urls, context.today))
    return [
        (_("List"), context.section_url("events"), not as_month),
        (_("Month"), this_month, as_month),
    ]
