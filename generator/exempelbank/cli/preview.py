"""The page of an example as it would look, before anyone has approved it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.exceptions import NotMade
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.review.repository import StoredContribution


def add_commands(commands: Any) -> None:
    preview = commands.add_parser("preview", help=_("the page as it would look, as one file"))
    preview.add_argument(
        "id", nargs="?", metavar=_("ID"), help=_("its id; without one, all changed since --against")
    )
    preview.add_argument(
        "--against", default="", metavar=_("REF"), help=_("the commit to count changes from")
    )
    preview.add_argument(
        "--out",
        type=path_from,
        metavar=_("FILE"),
        help=_("write it here; a folder when there are many"),
    )
    preview.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.output import write_out, write_output
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.correspondence.draft import draft_renderer
    from exempelbank.files.disk import writing

    context = ReviewContext.open(root)
    if chosen.id:
        stored = context.example(chosen.id)
        render = draft_renderer(root, context.settings, context.today)
        write_output(render(stored), chosen.out, root)
        return 0
    if not chosen.against or not chosen.out:
        stop(_("Name an example, or a commit and a folder: --against REF --out FOLDER."))
    render, pages = draft_renderer(root, context.settings, context.today), {}
    for stored in _changed(chosen.against, context):
        try:
            pages[chosen.out / f"{stored.record.id}.html"] = render(stored)
        except NotMade as why:
            print(why, file=sys.stderr)
    write_out(pages, root)
    with writing(chosen.out):  # a workflow looks into it, also when nothing has changed
        chosen.out.mkdir(parents=True, exist_ok=True)
    return 0


def _changed(against: str, context: ReviewContext) -> Iterator[StoredContribution]:
    """Those that can be read; what is wrong with the others stands in the report."""
    from exempelbank.cli.baseline import baseline_from, example_at
    from exempelbank.cli.report import MOST_REPORTS
    from exempelbank.problems import Problems

    for path in baseline_from(against, context).changed()[:MOST_REPORTS]:
        if stored := example_at(path, context, Problems()):
            yield stored
