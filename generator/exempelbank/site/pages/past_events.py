"""What has been in the calendar, a list for each year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from exempelbank.i18n import _, ngettext
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_rows
from exempelbank.site.components.follow import follow
from exempelbank.site.components.formatting import calendar_title
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.environment import capitalised, month
from exempelbank.site.site import LazyPage, Page


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for year in _years(context):
        address, title = _address(context, year), _("Activities in {year}").format(year=year)
        yield LazyPage(address, title, "events", partial(_page, context, year, address, title))


def year_choices(context: RenderContext, here: str = "") -> list[tuple[str, str, bool]]:
    """(year, link, whether it is this one)"""
    return [(year, context.href(_address(context, year)), year == here) for year in _years(context)]


def _address(context: RenderContext, year: str) -> str:
    return context.urls.section("events", context.urls.inner.archive, year)


def _years(context: RenderContext) -> list[str]:
    """Those in which something has been, the latest first."""
    past = context.catalogue.events_before(context.today)
    return list(dict.fromkeys(str(event.last_day.year) for event in past))


def _page(context: RenderContext, year: str, address: str, title: str) -> Page:
    section = context.urls.section("events")
    past = context.catalogue.events_before(context.today)
    rows = event_rows(context, [event for event in past if str(event.last_day.year) == year])
    rows.sort(key=lambda row: row.when, reverse=True)
    return context.page(
        "calendar-year.html",
        address,
        title,
        description=ngettext(
            "{n} activity that has been.", "{n} activities that have been.", len(rows)
        ).format(n=len(rows)),
        section="events",
        head=(json_ld.breadcrumbs(context, (calendar_title(), section), (title, address)),),
        breadcrumbs=[(calendar_title(), context.href(section))],
        months=[
            (capitalised(name), list(group))
            for name, group in groupby(rows, key=lambda row: month(row.when))
        ],
        years=year_choices(context, year),
        follow=follow(context, "events"),
    )
