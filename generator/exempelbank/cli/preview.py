"""The page of an example as it would look, before anyone has approved it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import stop
from exempelbank.cli.localized_argparse import path_from
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
        "--against", default="", metavar="REF", help=_("the commit to count changes from")
    )
    preview.add_argument(
        "--out",
        type=path_from,
        metavar=_("FILE"),
        help=_("write it here; a folder when there are many"),
    )
    preview.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.output import write_output
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.files.disk import write_files, writing

    context = ReviewContext.open(root)
    if chosen.id:
        write_output(preview_or_exit(context.example(chosen.id), context), chosen.out)
        return 0
    if not chosen.against or not chosen.out:
        stop(_("Name an example, or a commit and a folder: --against REF --out FOLDER."))
    with writing(chosen.out):
        chosen.out.mkdir(parents=True, exist_ok=True)
    render, pages = _renderer(context), {}
    for stored in _changed(chosen.against, context):
        if holds_personal_data(stored):
            print(*_refusal(stored), sep="\n    ", file=sys.stderr)
        else:
            pages[chosen.out / f"{stored.record.id}.html"] = render(stored)
    write_files(pages)
    return 0


def preview_or_exit(stored: StoredContribution, context: ReviewContext) -> str:
    """Ends the command where it tells something about a person."""
    if holds_personal_data(stored):
        stop(*_refusal(stored))
    return _renderer(context)(stored)


def _changed(against: str, context: ReviewContext) -> Iterator[StoredContribution]:
    """Those that can be read; what is wrong with the others stands in the report."""
    from exempelbank.cli.baseline import baseline_from, example_at
    from exempelbank.cli.report import MOST_REPORTS
    from exempelbank.problems import Problems

    for path in baseline_from(against, context).changed()[:MOST_REPORTS]:
        if stored := example_at(path, context, Problems()):
            yield stored


def holds_personal_data(stored: StoredContribution) -> bool:
    from exempelbank.checks.privacy import check_privacy
    from exempelbank.problems import Severity

    problems = check_privacy(stored.document, stored.record)
    return any(problem.severity is Severity.ERROR for problem in problems)


def _refusal(stored: StoredContribution) -> tuple[str, str]:
    id = stored.record.id
    return (
        _("{id} tells something about a person, so no page is made of it.").format(id=id),
        _("See what with exempelbank report {id}, and take it away first.").format(id=id),
    )


def _renderer(context: ReviewContext) -> Callable[[StoredContribution], str]:
    """Renders previews among the pages that are published; those are read once."""
    from exempelbank.catalogue import load_catalogue
    from exempelbank.problems import Problems
    from exempelbank.site.draft import draft_page

    ignored = Problems()  # `check` tells what is wrong
    catalogue = load_catalogue(context.root, context.settings, ignored)

    def render(stored: StoredContribution) -> str:
        page = draft_page(stored.record, catalogue, context.settings, context.today)
        return page or stop(*_without_example(stored))

    return render


def _without_example(stored: StoredContribution) -> tuple[str, str]:
    return (
        _(
            "{id} tells of an example that is not published, so there is no page to show it on."
        ).format(id=stored.record.id),
        _("Read its text in {path}.").format(path=stored.document.path),
    )
