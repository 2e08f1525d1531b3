"""The calendar as tables of days, one a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from exempelbank.i18n import _, ngettext
from exempelbank.model.content import Event
from exempelbank.model.occasion import Occasion
from exempelbank.site.components import json_ld
from exempelbank.site.components.follow import follow
from exempelbank.site.components.formatting import calendar_title
from exempelbank.site.components.months import A_WEEK, DayOfMonth, Month, month_address, months_of
from exempelbank.site.context import RenderContext
from exempelbank.site.pages.events import views
from exempelbank.site.rendering.environment import capitalised, clock, month
from exempelbank.site.site import LazyPage, Page


class CalendarEntry(NamedTuple):
    """An event on one of its days."""

    title: str
    address: str
    hour: str  # on its first day
    cancelled: bool


def pages(context: RenderContext) -> Iterator[LazyPage]:
    shown = months_of(context.catalogue.events, context.today)
    for before, this, after in zip((None, *shown), shown, (*shown[1:], None), strict=False):
        title = _("The calendar for {month}").format(month=month(this.first))
        make = partial(_page, context, title, before, this, after)
        address = month_address(context.urls, this.first)
        # The lists and the events themselves are what people should find.
        yield LazyPage(address, title, "events", make, indexed=False)


def _page(
    context: RenderContext, title: str, before: Month | None, this: Month, after: Month | None
) -> Page:
    section, address = context.urls.section("events"), month_address(context.urls, this.first)
    heading = capitalised(month(this.first))
    return context.page(
        "calendar-month.html",
        address,
        title,
        description=ngettext("{n} activity", "{n} activities", this.event_count).format(
            n=this.event_count
        ),
        section="events",
        head=(json_ld.breadcrumbs(context, (calendar_title(), section), (heading, address)),),
        indexed=False,
        heading=heading,
        follow=follow(context, "events"),
        breadcrumbs=[(calendar_title(), context.href(section))],
        count=this.event_count,
        weeks=[(week.number, [_cell(context, day) for day in week.days]) for week in this.weeks],
        weekdays=A_WEEK,
        before=_turn(context, before),
        after=_turn(context, after),
        views=views(context, as_month=True),
    )


def _cell(
    context: RenderContext, day: DayOfMonth | None
) -> tuple[date, list[CalendarEntry]] | None:
    """None is left empty: the day belongs to another month."""
    if day is None:
        return None
    return day.when, [_entry(context, day.when, *found) for found in day.events]


def _entry(context: RenderContext, day: date, event: Event, occasion: Occasion) -> CalendarEntry:
    has_hour = occasion.first_day == day and not occasion.whole_days
    return CalendarEntry(
        event.title,
        context.link_to(event),
        clock(occasion.starts_at) if has_hour else "",
        event.cancelled,
    )


def _turn(context: RenderContext, there: Month | None) -> tuple[str, str] | None:
    """The name and link of a neighbouring month."""
    if there is None:
        return None
    return capitalised(month(there.first)), context.href(month_address(context.urls, there.first))
