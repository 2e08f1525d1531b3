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
from exempelbank.feeds.calendar import calendar_address
from exempelbank.model.content import Event
from exempelbank.pages import json_ld
from exempelbank.pages.facet_links import FacetChoices, FacetValue, printed_facets
from exempelbank.pages.months import month_address
from exempelbank.pages.past_events import year_choices
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import capitalised, day_short, month
from exempelbank.pages.views import EventRow, event_row, event_rows, lowered
from exempelbank.pages.words import calendar_title
from exempelbank.texts import _, ngettext

MOST_PAST = 10  # below what comes; the years hold the rest
Choice = tuple[Facet, str] | tuple[()]  # of one value, or none


class CalendarRow(NamedTuple):
    row: EventRow
    save: str  # where one's own calendar gets it; nothing to save when it is cancelled
    values: str  # what a filter may choose it by: "slag:kurs yrkesroll:stodpedagog"


class MonthOfRows(NamedTuple):
    name: str
    address: str  # of the same month as a table
    rows: list[CalendarRow]


def pages(press: Press) -> Iterator[PlannedPage]:
    yield _planned(press, (), calendar_title(), _lead())
    for facet in EVENT_FACETS:
        for term in press.settings.vocabulary(facet.vocabulary):
            if any(term.id in facet.values_of(event) for event in press.catalogue.events):
                lead = term.about or _lead_of(facet)
                yield _planned(press, (facet, term.id), term.label, lead)


def _lead() -> str:
    return _(
        "Lectures, seminars, courses and network meetings for those who work in the municipalities."
    )


def _lead_of(facet: Facet) -> str:
    return _("What is coming in the calendar, chosen by {facet}.").format(
        facet=lowered(facet.label)
    )


def facet_address(press: Press, facet: Facet, value: str) -> str:
    return press.book.section("events", _word(press, facet), value)


def _planned(press: Press, chosen: Choice, heading: str, lead: str) -> PlannedPage:
    address = facet_address(press, *chosen) if chosen else press.book.section("events")
    title = _("{title} in the calendar").format(title=heading) if chosen else heading
    make = partial(_list, press, chosen, address, title, heading, lead)
    return PlannedPage(address, title, "events", make)


def _list(press: Press, chosen: Choice, address: str, title: str, heading: str, lead: str) -> Page:
    section = press.book.section("events")
    coming = _chosen(press.catalogue.events_from(press.today), chosen)
    past = _chosen(press.catalogue.events_before(press.today), chosen) if chosen else []
    above = ((calendar_title(), section),) if chosen else ()
    return press.page(
        "calendar.html",
        address,
        title,
        description=lead,
        section="events",
        head=(
            json_ld.breadcrumbs(press, *above, (heading, address)),
            press.module("calendar-filter.js"),
        ),
        heading=heading,
        lead=lead,
        way=[(name, press.href(to)) for name, to in above],
        months=_by_month(press, coming),
        found=len(coming),
        past=event_rows(press, past[:MOST_PAST]),
        chosen=(_word(press, chosen[0]), chosen[1]) if chosen else None,
        facets=printed_facets(press, _choices(press, chosen)),
        views=views(press),
        years=year_choices(press),
        whole=press.href(section),
    )


def _chosen(events: Iterable[Event], chosen: Choice) -> list[Event]:
    if not chosen:
        return list(events)
    facet, value = chosen
    return [event for event in events if value in facet.values_of(event)]


def _by_month(press: Press, events: Sequence[Event]) -> list[MonthOfRows]:
    rows = [_row(press, event) for event in events]
    found = []
    for first, group in groupby(rows, key=lambda one: one.row.when.replace(day=1)):
        address = press.href(month_address(press.book, first))
        found.append(MonthOfRows(capitalised(month(first)), address, list(group)))
    return found


def _row(press: Press, event: Event) -> CalendarRow:
    row = event_row(press, event, signs=True)
    if row.sign_up and event.sign_up_by:
        last = _("Sign up by {day}").format(day=day_short(event.sign_up_by))
        row = row._replace(meta=(*row.meta, ("calendar-check-outline", last)))
    values = (
        f"{_word(press, facet)}:{value}"
        for facet in EVENT_FACETS
        for value in facet.values_of(event)
    )
    save = "" if event.cancelled else press.href(calendar_address(event, press.settings))
    return CalendarRow(row, save, " ".join(values))


def _choices(press: Press, chosen: Choice) -> list[FacetChoices]:
    """The values that something to come has, and the one that is chosen."""
    coming = press.catalogue.events_from(press.today)
    found = []
    for facet in EVENT_FACETS:
        values = [
            FacetValue(
                term.label,
                press.href(facet_address(press, facet, term.id)),
                count := sum(term.id in facet.values_of(event) for event in coming),
                ngettext("activity", "activities", count),
                current=chosen == (facet, term.id),
                id=term.id,
            )
            for term in press.settings.vocabulary(facet.vocabulary)
        ]
        held = tuple(value for value in values if value.count or value.current)
        if held:
            found.append(FacetChoices(facet.label, _word(press, facet), held))
    return found


def _word(press: Press, facet: Facet) -> str:
    return str(getattr(press.book.inner, facet.name))


def views(press: Press, as_month: bool = False) -> list[tuple[str, str, bool]]:
    """The calendar as a list, or as a table of the month that is."""
    this_month = press.href(month_address(press.book, press.today))
    return [
        (_("List"), press.section("events"), not as_month),
        (_("Month"), this_month, as_month),
    ]
