"""exempelbank letter --all: the same letter to everyone who waits for it, in a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.correspondence.batch import Batch
    from exempelbank.letters.kinds import LetterKind


def write_all(kind: LetterKind, by: str, out: Path | None, context: ReviewContext) -> int:
    """Notes each letter in its log, so that the next run writes only what has come since."""
    from exempelbank.cli.output import refuse_own_folder
    from exempelbank.correspondence.batch import plan_batch, waiting_for
    from exempelbank.letters.folder import write_letters
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.templates import load_template
    from exempelbank.transactions import carry_out

    if kind.awaited_in is None:
        to_all = [one for one in LetterKind if one.awaited_in or one.goes_to_places]
        names = ", ".join(one.label for one in to_all)
        stop(
            _("The letter “{kind}” is written to one at a time.").format(kind=kind.label),
            _("These can be written to all at once: {names}.").format(names=names),
        )
    if not (by and out):
        stop(
            _("Say who signs the letters, and in which folder they should be."),
            _("exempelbank letter --all {kind} --by REVIEWER --out FOLDER").format(kind=kind.label),
        )
    template = load_template(context.root, kind, context.problems) or context.fail()
    context.fail_on_errors()
    root, settings, now = context.root, context.settings, context.now
    waiting = [*waiting_for(kind, root, settings, context.today, context.problems)]
    batch = plan_batch(waiting, template, by, root, settings, now)
    refuse_own_folder(out, root)
    write_letters(out, batch.as_files(out, settings, now))
    carry_out(batch.as_notes(kind, by, now), root)
    print_lines(_summary(batch, out))
    wrong = [*map(str, batch.not_made), *map(str, context.problems)]
    if wrong:
        print_lines(["", *wrong], to=sys.stderr)
    return 1 if batch.not_made or context.problems.errors else 0


def _summary(batch: Batch, folder: Path) -> list[str]:
    if not batch.letters:
        return [_("Nobody waits for that letter, so none was written.")]
    count = len(batch.letters)
    written = ngettext("{n} letter in {folder}", "{n} letters in {folder}", count)
    return [
        *(f"  {one.stored.record.id:<14} {one.receiver}" for one in batch.letters),
        written.format(n=count, folder=folder),
        _("Noted in the log of each. Read them through, send them, and take the folder away."),
    ]
