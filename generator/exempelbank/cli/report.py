"""What a reviewer reads about an example, for a comment or as a page of its own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli import stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

MOST_REPORTS = 20  # in one file; a larger load is read in the queue


def add_commands(commands: Any) -> None:
    report = commands.add_parser("report", help=_("what a reviewer should know about an example"))
    report.add_argument(
        "ids",
        nargs="*",
        metavar=_("ID"),
        help=_("its id; without one, all changed since --against"),
    )
    report.add_argument(
        "--against",
        default="",
        metavar=_("REF-or-FILE"),
        help=_("compare with how it was at this commit, or with this file"),
    )
    report.add_argument(
        "--format", choices=("markdown", "html"), default="markdown", help=_("markdown or html")
    )
    report.add_argument(
        "--found",
        type=path_from,
        metavar=_("FILE"),
        help=_("what the gate has found: check --since REF --format json"),
    )
    report.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    report.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.baseline import baseline_from
    from exempelbank.cli.output import write_output
    from exempelbank.cli.report_factory import ReportFactory, problems_in
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.report.build import problems_elsewhere
    from exempelbank.report.markdown import as_comment
    from exempelbank.report.page import as_page

    context = ReviewContext.open(root)
    gate_problems = problems_in(chosen.found) if chosen.found else []
    factory = ReportFactory(context, baseline_from(chosen.against, context), gate_problems)
    if chosen.ids:
        reports = [factory.report_of(context.example(id)) for id in chosen.ids]
    elif factory.baseline.commits:
        changed = factory.baseline.changed()
        reports = [factory.report_at(path) for path in changed[:MOST_REPORTS]]
    else:
        stop(_("Name an example, or a commit to find the changed ones: --against REF."))
    elsewhere = problems_elsewhere(gate_problems, reports)
    if chosen.format == "html":
        written = as_page(reports, elsewhere, context.settings.look)
    else:
        written = as_comment(reports, elsewhere)
    write_output(written, chosen.out, root)
    return 0
