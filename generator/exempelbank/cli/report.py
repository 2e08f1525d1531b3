"""What a reviewer reads about an example, for a comment or as a page of its own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.spoken import path_from
from exempelbank.i18n import _

MOST = 20  # reports in one file; a larger load is read in the queue


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
    from exempelbank.cli.desk import sit_down
    from exempelbank.cli.reporting import Gathering, problems_in
    from exempelbank.cli.versions import versions_from
    from exempelbank.report.build import about_the_rest
    from exempelbank.report.markdown import as_comment
    from exempelbank.report.page import as_page

    desk = sit_down(root)
    found = problems_in(chosen.found) if chosen.found else []
    gathering = Gathering(desk, versions_from(chosen.against, desk), found)
    if chosen.ids:
        reports = [gathering.report_of(desk.example(id)) for id in chosen.ids]
    elif gathering.versions.commits:
        changed = gathering.versions.changed()
        reports = [gathering.report_at(path) for path in changed[:MOST]]
    else:
        stop(_("Name an example, or a commit to find the changed ones: --against REF."))
    rest = about_the_rest(found, reports)
    write = as_page if chosen.format == "html" else as_comment
    write_out(write(reports, rest), chosen.out)
    return 0


def write_out(text: str, out: Path | None) -> None:
    """To the file, or to standard output."""
    from exempelbank.files.disk import write_files

    if out is None:
        print_lines([text.rstrip("\n")])
        return
    write_files({out: text})
