"""The figures: on the site for anyone, and with the queue and visits as a file for those who steer.

Each is a table, and bars where they help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.fingerprints import of_value
from generator.followup import Table, figures_of
from generator.followup.chart import bars_of
from generator.memory import kept_or_made
from generator.pages import json_ld
from generator.pages.once import once
from generator.pages.press import Press
from generator.pages.site import MadeOf, Page
from generator.pages.templating import environment
from generator.settings import Settings
from generator.texts import _


def made_of(press: Press) -> MadeOf:
    return press.today, press.examples, press.surroundings


def pages(press: Press) -> Iterator[Page]:
    address = press.book.section("follow_up")
    title = _("Follow-up")
    yield press.page(
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


def files(press: Press) -> Mapping[str, bytes]:
    """By address."""
    folder = press.book.section("follow_up")
    return kept_or_made(
        press.memory.shelf("figures"),
        of_value(made_of(press)),
        lambda: {f"{folder}{table.id}.csv": table.as_csv() for table in _figures(press)},
    )


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
