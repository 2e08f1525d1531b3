"""What has been in the calendar, a list for each year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from exempelbank.pages import json_ld
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import capitalised, month
from exempelbank.pages.views import event_rows
from exempelbank.pages.words import calendar_title
from exempelbank.texts import _, ngettext


def pages(press: Press) -> Iterator[PlannedPage]:
    for year in _years(press):
        address, title = _address(press, year), _("Activities in {year}").format(year=year)
        yield PlannedPage(address, title, "events", partial(_page, press, year, address, title))


def year_choices(press: Press, here: str = "") -> list[tuple[str, str, bool]]:
    """(year, link, whether it is this one)"""
    return [(year, press.href(_address(press, year)), year == here) for year in _years(press)]


def _address(press: Press, year: str) -> str:
    return press.book.section("events", press.book.inner.archive, year)


def _years(press: Press) -> list[str]:
    """Those in which something has been, the latest first."""
    past = press.catalogue.events_before(press.today)
    return list(dict.fromkeys(str(event.ends.year) for event in past))


def _page(press: Press, year: str, address: str, title: str) -> Page:
    section = press.book.section("events")
    past = press.catalogue.events_before(press.today)
    rows = event_rows(press, [event for event in past if str(event.ends.year) == year])
    rows.sort(key=lambda row: row.when, reverse=True)
    return press.page(
        "calendar-year.html",
        address,
        title,
        description=ngettext(
            "{n} activity that has been.", "{n} activities that have been.", len(rows)
        ).format(n=len(rows)),
        section="events",
        head=(json_ld.breadcrumbs(press, (calendar_title(), section), (title, address)),),
        way=[(calendar_title(), press.href(section))],
        months=[
            (capitalised(name), list(group))
            for name, group in groupby(rows, key=lambda row: month(row.when))
        ],
        years=year_choices(press, year),
    )
