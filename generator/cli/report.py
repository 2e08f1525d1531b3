"""What a reviewer reads about an example, for a comment or as a page of its own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.cli import print_lines, stop
from generator.texts import _

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
    report.add_argument("--out", type=Path, metavar=_("FILE"), help=_("write it here"))
    report.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from generator.cli.desk import sit_down
    from generator.cli.reporting import report_of, report_of_path, versions_from
    from generator.report.markdown import as_comment
    from generator.report.page import as_page

    desk = sit_down(root)
    versions = versions_from(chosen.against, desk)
    if chosen.ids:
        reports = [report_of(desk.example(id), desk, versions) for id in chosen.ids]
    elif versions.earlier:
        changed = versions.earlier.changed()
        reports = [report_of_path(path, desk, versions) for path in changed[:MOST]]
    else:
        stop(_("Name an example, or a commit to find the changed ones: --against REF."))
    text = as_page(reports) if chosen.format == "html" else as_comment(reports)
    write_out(text, chosen.out)
    return 0


def write_out(text: str, out: Path | None) -> None:
    """To the file, or to standard output."""
    if out is None:
        print_lines([text.rstrip("\n")])
        return
    try:
        out.write_text(text, "utf-8")
    except OSError as why:
        stop(_("{path} can't be written: {why}").format(path=out, why=why.strerror))
