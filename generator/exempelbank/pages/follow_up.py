"""The figures: on the site for anyone, and with the queue and visits as a file for those who steer.

Each is a table, and bars where they help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from exempelbank.followup import Table, figures_of
from exempelbank.followup.chart import bars_of
from exempelbank.pages import json_ld
from exempelbank.pages.once import once
from exempelbank.pages.press import Press
from exempelbank.pages.site import File, Page, PlannedPage
from exempelbank.pages.templating import environment
from exempelbank.settings import Settings
from exempelbank.texts import _


def pages(press: Press) -> Iterator[PlannedPage]:
    address, title = press.book.section("follow_up"), _("Follow-up")
    yield PlannedPage(address, title, "follow_up", partial(_page, press, address, title))


def _page(press: Press, address: str, title: str) -> Page:
    return press.page(
        "follow-up.html",
        address,
        title,
        description=_("How many examples there are, where they come from, and what is missing."),
        section="follow_up",
        head=(json_ld.breadcrumbs(press, (title, address)),),
        figures=[
            (table, bars_of(table), press.href(f"{address}{table.id}.csv"))
            for table in _figures(press)
        ],
        today=press.today,
    )


def files(press: Press) -> Iterator[tuple[str, File]]:
    folder = press.book.section("follow_up")
    for table in _figures(press):
        yield f"{folder}{table.id}.csv", table.as_csv


@once
def _figures(press: Press) -> Sequence[Table]:
    return figures_of(press.catalogue, press.settings, press.today)


def report_from(tables: Iterable[Table], settings: Settings, today: date) -> str:
    """Whole in itself: to be sent, opened and printed, not published."""
    return (
        environment(settings)
        .get_template("follow-up-report.html")
        .render(figures=[(table, bars_of(table)) for table in tables], today=today)
    )
