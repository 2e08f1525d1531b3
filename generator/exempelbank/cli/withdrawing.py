"""`exempelbank withdraw`: says what goes and what stays elsewhere, asks, and erases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.cli.asking import is_agreed
from exempelbank.cli.output import when_the_site_changes
from exempelbank.cli.review_context import ReviewContext
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.review.withdraw import FilesBeside
    from exempelbank.transactions import Transaction

GUIDE = "docs/radera.md"


def withdraw(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.git.committed import uncommitted
    from exempelbank.model.submission import Published
    from exempelbank.review.withdraw import WithdrawalRequest, files_beside, plan_withdrawal
    from exempelbank.transactions import carry_out

    context = ReviewContext.open(root)
    stored = context.example(chosen.id)
    beside = files_beside(stored, root, context.problems, context.settings)
    request = WithdrawalRequest(
        context.reviewer(chosen.by), chosen.reason, context.now, chosen.decision
    )
    texts = [stored.document.path, *(item.document.path for item in beside.news), *beside.removed]
    nowhere_else = uncommitted(root, texts)
    change = plan_withdrawal(
        stored, beside, request, nowhere_else, context.settings, context.problems
    )
    if change is None:
        context.fail()
    context.fail_on_errors()
    in_git = len(nowhere_else) < len(texts)
    print_lines([*_what_goes(chosen.id, change), *_what_stays(in_git), *_what_waits(beside)])
    if not (chosen.yes or _is_withdrawal_agreed()):
        stop(_("Nothing was changed."))
    carry_out(change, root)
    print(
        _(
            "{id} is withdrawn. No word of it is left in the project, but for letters and previews "
            "that you have saved: take them away too."
        ).format(id=chosen.id)
    )
    if isinstance(stored.record, Published):
        print(when_the_site_changes(root))
    return 0


def _what_goes(id: str, change: Transaction) -> Iterator[str]:
    yield _("{id} is withdrawn for good: this can't be undone.").format(id=id)
    yield from (_("  emptied: {path}").format(path=path) for path in change.write)
    yield from (_("  taken away: {path}").format(path=path) for path in change.remove)
    yield _("Its number, its address, its state and who did what remain.")


def _what_stays(in_git: bool) -> Iterator[str]:
    yield _("The text may lie in these places still:")
    if in_git:
        yield _("  git: the history, branches and pull requests, here and on the forge")
    yield _("  feeds that someone has fetched, search engines' copies, letters and previews")
    yield _("  backups, the form tool, and exports in submissions/inbox")
    yield _("How each is cleared: {guide}").format(guide=GUIDE)


def _what_waits(beside: FilesBeside) -> Iterator[str]:
    for id in beside.revisions:
        yield _("{id} is a new version of it: withdraw that too.").format(id=id)


def _is_withdrawal_agreed() -> bool:
    if not sys.stdin.isatty():
        stop(_("Nobody is there to say yes."), _("Add --yes when you know that it shall be done."))
    try:
        return is_agreed(_("Shall it be withdrawn? yes or no: "))
    except (EOFError, KeyboardInterrupt):
        print_lines([""])  # the question has no line break after it
        return False
