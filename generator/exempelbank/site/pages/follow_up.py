"""The figures: on the site for anyone, and with the queue and visits as a file for those who steer.

Each is a table, and bars where they help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from exempelbank.followup import FigureTable, figures_of
from exempelbank.followup.chart import bars_from
from exempelbank.i18n import _, pgettext
from exempelbank.settings import Settings
from exempelbank.site.components import json_ld
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.site.rendering.environment import environment
from exempelbank.site.site import File, LazyPage, Page


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("follow_up"),
        _("Statistics"),
        _("How many examples there are, where they come from, and what is missing."),
        pgettext("what readers call a page", "figures, number, follow-up, chart"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "follow_up", partial(_page, context, own))


def _page(context: RenderContext, own: OwnPage) -> Page:
    return context.page(
        "follow-up.html",
        own.address,
        own.title,
        description=own.description,
        section="follow_up",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        lead=own.description,
        figures=[
            (table, bars_from(table), context.href(f"{own.address}{table.id}.csv"))
            for table in _figures(context)
        ],
        any_at_all=bool(context.catalogue.examples),
        today=context.today,
    )


def files(context: RenderContext) -> Iterator[tuple[str, File]]:
    folder = context.urls.section("follow_up")
    for table in _figures(context):
        yield f"{folder}{table.id}.csv", table.as_csv


@memoized
def _figures(context: RenderContext) -> Sequence[FigureTable]:
    return figures_of(context.catalogue, context.settings, context.today)


def report_from(
    tables: Iterable[FigureTable], settings: Settings, today: date, title: str, lead: str
) -> str:
    """Whole in itself: to be sent, opened and printed, not published."""
    figures = [(table, bars_from(table)) for table in tables]
    template = environment(settings).get_template("follow-up-report.html")
    return template.render(figures=figures, today=today, title=title, lead=lead)
