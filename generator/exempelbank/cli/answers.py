"""Answers that belong to something that is here already: tie, take-newer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.asking import is_agreed
from exempelbank.cli.review_parsers import add_by
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.model.submission import UnderReview
    from exempelbank.review.newer_answer import Difference
    from exempelbank.review.repository import StoredRecord


def add_commands(commands: Any) -> None:
    about = _("make one of a lead and the answer that came of it, by the lead's id")
    tie = commands.add_parser("tie", help=about, description=about)
    tie.add_argument("answer", metavar=_("ANSWER"), help=_("the id of the answer"))
    tie.add_argument("lead", metavar=_("LEAD"), help=_("the id of the lead"))
    add_by(tie)
    tie.set_defaults(run=run_tie, access="writes")

    about = _("take what has been changed in the form since someone edited the file")
    take = commands.add_parser("take-newer", help=about, description=about)
    take.add_argument("id", metavar=_("ID"), help=_("the example's id, such as EX-2026-007"))
    add_by(take)
    take.add_argument(
        "--all",
        action="store_true",
        help=_("take all of it, and ask nothing, of a file that git has saved"),
    )
    # Nobody waits while someone chooses: it has the folder to itself when it writes.
    take.set_defaults(run=run_take_newer, access=lambda chosen: "")


def run_tie(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.review.tie import plan_tie
    from exempelbank.transactions import carry_out

    context = ReviewContext.open(root)
    answer, lead = (_in_queue(id, context) for id in (chosen.answer, chosen.lead))
    if (root / _newer_file(answer.record.id)).exists():
        stop(
            _("A newer answer lies beside {id}.").format(id=chosen.answer),
            _("Take that first: exempelbank take-newer {id} --by REVIEWER").format(
                id=chosen.answer
            ),
        )
    by = context.reviewer(chosen.by)
    change = plan_tie(answer, lead, by, context.now, context.settings, context.problems)
    if change is None:
        context.fail()
    carry_out(change, root)
    print_lines(
        [
            _("{answer} is now {lead}.").format(answer=chosen.answer, lead=chosen.lead),
            *(_("  written: {path}").format(path=path) for path in change.write),
            *(_("  taken away: {path}").format(path=path) for path in change.remove),
        ]
    )
    return 0


def run_take_newer(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.review.newer_answer import differences, find_newer, plan_merge
    from exempelbank.review.transitions import check_reviewer
    from exempelbank.transactions import Access, carry_out, project_lock

    context = ReviewContext.open(root)
    stored = _in_queue(chosen.id, context)
    newer = find_newer(root, stored, context.settings, context.problems)
    by = context.reviewer(chosen.by)
    check_reviewer(stored.document.location(), by, context.settings, context.problems)
    context.fail_on_errors()
    if newer is None:
        context.fail()
    found = differences(stored, newer, context.settings)
    if chosen.all:
        _check_nothing_is_lost(found, stored.document.path, root)
    try:
        taken = found if chosen.all else tuple(one for one in found if _is_taken(one))
    except (KeyboardInterrupt, EOFError):
        print_lines(["", _("Nothing has been written.")], sys.stderr)
        return 130
    with project_lock(root, Access.WRITES, partial(print, file=sys.stderr, flush=True)):
        carry_out(plan_merge(stored, newer, taken, by, context.now), root)
    print_lines(
        [
            _("{id} holds what was taken of the newer answer:").format(id=chosen.id),
            *(line for one in taken for line in _taken_lines(one)),
            *([] if taken else ["  –"]),
        ]
    )
    return 0


def _is_taken(difference: Difference) -> bool:
    print_lines(
        [
            "",
            difference.label,
            _("  now:   {text}").format(text=difference.ours or "–"),
            _("  newer: {text}").format(text=difference.newer),
        ]
    )
    return is_agreed(_("Take the newer one? yes or no: "))


def _check_nothing_is_lost(found: Iterable[Difference], path: str, root: Path) -> None:
    """When nothing is asked nobody sees what goes: it must be there to be had back."""
    from exempelbank.git.committed import uncommitted

    lost = ", ".join(one.label for one in found if one.ours)
    if lost and uncommitted(root, [path]):
        stop(
            _("The newer answer would write over what stands nowhere else: {fields}.").format(
                fields=lost
            ),
            _("Choose field by field, without --all, or save the file in git first."),
        )


def _taken_lines(difference: Difference) -> Iterator[str]:
    from textwrap import shorten

    yield f"  {difference.label}"
    if difference.ours:
        yield _("    before: {text}").format(text=shorten(difference.ours, 70, placeholder=" …"))


def _in_queue(id: str, context: ReviewContext) -> StoredRecord[UnderReview]:
    from exempelbank.model.submission import UnderReview
    from exempelbank.review.repository import StoredRecord

    stored = context.example(id)
    if not isinstance(stored.record, UnderReview):
        stop(_("{id} is published, and no answer waits there.").format(id=id))
    return StoredRecord(stored.document, stored.record)


def _newer_file(id: str) -> str:
    from exempelbank.files.paths import NEWER

    return f"{NEWER}/{id}.md"
