"""exempelbank stats: the figures of the follow-up, with the queue and, from a log, the visits."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli.localized_argparse import path_from
from exempelbank.cli.tables import Statement, add_format
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.followup import FigureTable


def add_commands(commands: Any) -> None:
    stats = commands.add_parser("stats", help=_("statistics to follow up by"))
    stats.add_argument(
        "--access-log",
        type=path_from,
        metavar=_("FILE"),
        help=_("a web server's log: visits and subscribers are counted, no visitor is kept"),
    )
    add_format(stats)
    stats.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    stats.set_defaults(run=_stats)


def _stats(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output

    context = CatalogueContext.open(root)
    statement = Statement(
        _("Statistics"),
        _("Numbers only: no text under review and no visitor is in this file."),
        tuple(_tables(context, root, chosen.access_log)),
        context,
    )
    write_output(statement.written_as(chosen.format), chosen.out, root)
    return 0


def _tables(context: CatalogueContext, root: Path, log: Path | None) -> Iterator[FigureTable]:
    from exempelbank.followup import figures_of
    from exempelbank.followup.participants import participant_parts, without_follow_up
    from exempelbank.followup.queue import queue_table
    from exempelbank.followup.storytellers import storytelling
    from exempelbank.model.kinds import UNDER_REVIEW
    from exempelbank.problems import Problems
    from exempelbank.records import load_records

    settings, catalogue, today = context
    yield from figures_of(catalogue, settings, today)
    ignored = Problems()  # exempelbank check tells of them
    submissions = (
        record
        for kind in UNDER_REVIEW
        for _document, record in load_records(kind, root, ignored, settings)
    )
    yield queue_table(submissions, today)
    yield from participant_parts(catalogue, settings, today)
    yield from without_follow_up(catalogue, settings, today)
    yield storytelling(catalogue, settings)
    if log:
        yield from _traffic(log, context)


def _traffic(log: Path, context: CatalogueContext) -> Iterator[FigureTable]:
    from exempelbank.cli.access_log import counts_of_log
    from exempelbank.followup.access_log import read_log, subscribers_by_feed, visits_by_month

    traffic = counts_of_log(log, context.settings, read_log)
    yield visits_by_month(traffic, context.settings)
    yield subscribers_by_feed(traffic)
