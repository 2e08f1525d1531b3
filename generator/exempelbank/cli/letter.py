"""exempelbank letter: to whoever sent something in, from the receipt to “is it still right?”."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines
from exempelbank.cli.letter_kinds import (
    check_address,
    kind_lines,
    kind_or_exit,
    print_template,
    refuse_unused_options,
    signing_reviewer,
)
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.review.repository import StoredContribution


def add_commands(commands: Any) -> None:
    letter = commands.add_parser(
        "letter",
        help=_("a letter to whoever sent it in: receipt, questions, proof …"),
        description=_(
            "Writes a letter that you read through and send yourself. Nothing is sent, and no "
            "address is kept in the project. Without a kind you see which letters there are."
        ),
    )
    letter.add_argument(
        "id",
        nargs="?",
        default="",
        metavar=_("ID"),
        help=_("the example's id, such as EX-2026-007"),
    )
    letter.add_argument(
        "kind",
        nargs="?",
        default="",
        metavar=_("KIND"),
        help=_("which letter; left out: all are listed"),
    )
    letter.add_argument(
        "--by",
        default="",
        metavar=_("REVIEWER"),
        help=_(
            "your name or id in site_config/reviewers.yml: signs the letter, "
            "and notes it in the log"
        ),
    )
    letter.add_argument(
        "--out",
        type=path_from,
        metavar=_("FILE"),
        help=_("write it here; a name that ends with .eml is opened by a mail program"),
    )
    letter.add_argument(
        "--to",
        default="",
        metavar=_("ADDRESS"),
        help=_("the receiver; stands in the letter's file and nowhere else"),
    )
    letter.add_argument(
        "--template",
        default="",
        metavar=_("KIND"),
        help=_("print the text that a letter is made of, to be changed in site_config/letters/"),
    )
    letter.add_argument(
        "--all",
        default="",
        metavar=_("KIND"),
        help=_("to everyone who waits for it and has not had it, in the folder --out"),
    )
    letter.add_argument(
        "--for",
        dest="place",
        default="",
        metavar=_("NAME"),
        help=_("of what is missing, whom to ask: a municipality, district or organisation"),
    )
    letter.add_argument(
        "--network",
        default="",
        metavar=_("NAME"),
        help=_("of a proposal: what the network was called"),
    )
    letter.add_argument(
        "--reason",
        action="append",
        default=[],
        metavar=_("CRITERION=WHY"),
        help=_("of a declined proposal; may be given several times"),
    )
    letter.add_argument("--note", default="", help=_("of a proposal: what you want to add"))
    letter.set_defaults(run=_letter, access=lambda chosen: "writes" if chosen.by else "reads")


def _letter(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.letter_batch import write_all
    from exempelbank.cli.office_letter import write_office_letter, write_to_places
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import kind_from

    context = ReviewContext.open(root)
    if chosen.template:
        return print_template(kind_or_exit(chosen.template))
    if chosen.all:
        by, kind = signing_reviewer(chosen.by, context), kind_or_exit(chosen.all)
        refuse_unused_options(kind, chosen, to_all=True)
        if kind.goes_to_places:
            return write_to_places(kind, by, chosen.out, context)
        return write_all(kind, by, chosen.out, context)
    about_no_example = kind_from(chosen.id)
    if about_no_example and not about_no_example.states:
        refuse_unused_options(about_no_example, chosen)
        return write_office_letter(about_no_example, chosen, context)
    if not chosen.id:
        print_lines([_("The letters:"), *kind_lines()])
        print(_("Write one with: exempelbank letter {id} KIND").format(id=_("ID")))
        return 0
    stored = context.example(chosen.id)
    if not chosen.kind:
        print_lines(
            [_("Letters about {id} now:").format(id=chosen.id), *kind_lines(stored, context)]
        )
        return 0
    return _write_letter(stored, kind_or_exit(chosen.kind), chosen, context)


def _write_letter(
    stored: StoredContribution, kind: LetterKind, chosen: argparse.Namespace, context: ReviewContext
) -> int:
    from exempelbank.cli.output import write_out, write_output
    from exempelbank.correspondence.sender_letter import build_letter, noted_in_log
    from exempelbank.letters.letter import as_text
    from exempelbank.letters.templates import load_template

    refuse_unused_options(kind, chosen)
    check_address(chosen.to)
    by = signing_reviewer(chosen.by, context)
    template = load_template(context.root, kind, context.problems) or context.fail()
    context.fail_on_errors()
    settings, now = context.settings, context.now
    ready = build_letter(stored, template, by, context.root, settings, now, chosen.to)
    if chosen.out:
        files = ready.as_files(chosen.out, settings, now)
        write_out(files, context.root)
        lines = [_("  written: {path}").format(path=path) for path in files]
    else:
        write_output(as_text(ready.letter), None, context.root)
        lines = []
    lines += _notices(stored, kind, ready.to, chosen, context)
    print_lines(lines, to=sys.stderr)
    if by:
        context.write(noted_in_log(stored, kind, by, now))
        print_lines([_("Noted in the log of {id}.").format(id=stored.record.id)], to=sys.stderr)
    return 0


def _notices(
    stored: StoredContribution,
    kind: LetterKind,
    to: str,
    chosen: argparse.Namespace,
    context: ReviewContext,
) -> Iterator[str]:
    """What stands beside the letter: to whom, written before, what to do next."""
    from exempelbank.correspondence.contents import quotes_reviewers
    from exempelbank.correspondence.receiver import all_contributions, where_it_came_in
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.model.review import ReviewState
    from exempelbank.rules.people import person_name

    yield ""
    if to:
        yield _("To: {address}").format(address=to)
    else:
        yield _("No address is kept in the project. Find it where the answer came in:")
        came_in = where_it_came_in(stored, all_contributions(context.root), context.settings)
        yield from (f"  {line}" for line in came_in)
        yield _("Then write the letter with --to ADDRESS, or put it in by hand.")
    for entry in stored.record.review.log:
        if entry.did == kind.deed:
            yield _("{name} wrote the same letter on {day}.").format(
                name=person_name(entry.by, context.settings), day=entry.at.date()
            )
    if kind is LetterKind.PROOF and not chosen.out:
        yield _("Attach the page: exempelbank preview {id} --out {id}.html").format(
            id=stored.record.id
        )
    in_review = stored.record.review.state is ReviewState.IN_REVIEW
    if kind is LetterKind.QUESTION and in_review:
        yield _(
            "When it is sent: exempelbank set-state {id} changes-requested --by REVIEWER"
        ).format(id=stored.record.id)
    if quotes_reviewers(stored, kind, context.settings):
        yield _("What reviewers have noted stands there in their own words. Read it through.")
    if not chosen.by:
        yield _("Nothing was noted in the log. When you send it, write --by REVIEWER too.")
