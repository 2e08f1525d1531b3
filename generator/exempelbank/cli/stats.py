"""exempelbank stats: the figures of the follow-up, with the queue and, from a log, the visits."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.spoken import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.library import Library
    from exempelbank.followup import Table


def add_commands(commands: Any) -> None:
    stats = commands.add_parser("stats", help=_("figures for the follow-up"))
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
    from exempelbank.cli.library import hand_over, open_library

    library = open_library(root)
    tables = list(_tables(library, root, chosen.access_log))
    hand_over(_WRITERS[chosen.format](tables, library), chosen.out)
    return 0


def _tables(library: Library, root: Path, log: Path | None) -> Iterator[Table]:
    from exempelbank.followup import figures_of
    from exempelbank.followup.queue import the_queue
    from exempelbank.model.submission import Submission
    from exempelbank.problems import Problems
    from exempelbank.records import load_records

    settings, catalogue, today = library
    yield from figures_of(catalogue, settings, today)
    unreadable = Problems()  # exempelbank check tells of them
    yield the_queue((one for _document, one in load_records(Submission, root, unreadable)), today)
    if log:
        yield from _traffic(log, library)


def _traffic(log: Path, library: Library) -> Iterator[Table]:
    from exempelbank.followup.access_log import read_log, subscribers_by_feed, visits_by_month

    try:
        with _deserialized(log) as lines:
            traffic = read_log(lines, library.settings)
    except (OSError, EOFError) as error:
        stop(
            _("{file} could not be read: {why}").format(
                file=log, why=getattr(error, "strerror", None) or error
            )
        )
    if traffic.unread:
        unread = _("{n} lines are not in the common or combined log format, and are not counted.")
        print_lines([unread.format(n=traffic.unread)], sys.stderr)
    yield visits_by_month(traffic, library.settings)
    yield subscribers_by_feed(traffic)


def _deserialized(log: Path) -> Any:
    """Servers put old logs away as gzip."""
    import gzip

    if log.suffix == ".gz":
        return gzip.open(log, "rt", encoding="utf-8", errors="replace")
    return log.open(encoding="utf-8", errors="replace")


# ---- The formats ----


def _text(tables: list[Table], _library: Library) -> bytes:
    lines = [line for table in tables for line in (*table.as_lines(), "", "")]
    return "\n".join(lines[:-1]).encode()


def _csv(tables: list[Table], _library: Library) -> bytes:
    """All in one table: a figure a line."""
    from exempelbank.files.csv import csv_from

    rows = [
        (table.id, row[0], column, value)
        for table in tables
        for row in table.rows
        for column, value in zip(table.columns[1:], row[1:], strict=True)
    ]
    return csv_from((_("Table"), _("Row"), _("Column"), _("Value")), rows)


def _json(tables: list[Table], library: Library) -> bytes:
    import json

    figures = {"as_of": library.today.isoformat(), "tables": [table._asdict() for table in tables]}
    return (json.dumps(figures, ensure_ascii=False, indent=2) + "\n").encode()


def _html(tables: list[Table], library: Library) -> bytes:
    from exempelbank.site.pages.follow_up import report_from

    return report_from(tables, library.settings, library.today).encode()


_WRITERS = {"text": _text, "csv": _csv, "json": _json, "html": _html}
