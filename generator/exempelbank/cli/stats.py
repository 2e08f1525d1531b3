"""exempelbank stats: the figures of the follow-up, with the queue and, from a log, the visits."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.followup import FigureTable


def add_commands(commands: Any) -> None:
    stats = commands.add_parser("stats", help=_("statistics for the steering group"))
    stats.add_argument(
        "--access-log",
        type=path_from,
        metavar=_("FILE"),
        help=_("a web server's log: visits and subscribers are counted, no visitor is kept"),
    )
    stats.add_argument(
        "--format",
        choices=("text", "csv", "json", "html"),
        default="text",
        help=_("text, csv, json, or html: a page with charts for the steering group"),
    )
    stats.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    stats.set_defaults(run=_stats)


def _stats(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output

    context = CatalogueContext.open(root)
    tables = list(_tables(context, root, chosen.access_log))
    write_output(_FORMATS[chosen.format](tables, context), chosen.out)
    return 0


def _tables(context: CatalogueContext, root: Path, log: Path | None) -> Iterator[FigureTable]:
    from exempelbank.followup import figures_of
    from exempelbank.followup.queue import queue_table
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
    if log:
        yield from _traffic(log, context)


def _traffic(log: Path, context: CatalogueContext) -> Iterator[FigureTable]:
    from exempelbank.cli.access_log import counts_of_log
    from exempelbank.followup.access_log import read_log, subscribers_by_feed, visits_by_month

    traffic = counts_of_log(log, context.settings, read_log)
    yield visits_by_month(traffic, context.settings)
    yield subscribers_by_feed(traffic)


# ---- The formats ----


def _text(tables: list[FigureTable], _context: CatalogueContext) -> bytes:
    lines = [line for table in tables for line in (*table.as_lines(), "", "")]
    return "\n".join(lines[:-1]).encode()


def _csv(tables: list[FigureTable], _context: CatalogueContext) -> bytes:
    """All in one table: a figure a line."""
    from exempelbank.files.csv import csv_from

    rows = [
        (table.id, row[0], column, value)
        for table in tables
        for row in table.rows
        for column, value in zip(table.columns[1:], row[1:], strict=True)
    ]
    return csv_from((_("Table"), _("Row"), _("Column"), _("Value")), rows)


def _json(tables: list[FigureTable], context: CatalogueContext) -> bytes:
    import json

    figures = {"as_of": context.today.isoformat(), "tables": [table._asdict() for table in tables]}
    return (json.dumps(figures, ensure_ascii=False, indent=2) + "\n").encode()


def _html(tables: list[FigureTable], context: CatalogueContext) -> bytes:
    from exempelbank.site.pages.follow_up import report_from

    return report_from(tables, context.settings, context.today).encode()


_FORMATS = {"text": _text, "csv": _csv, "json": _json, "html": _html}
