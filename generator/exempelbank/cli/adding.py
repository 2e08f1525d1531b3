"""What a person tells, written down: add."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.exceptions import CommandExit
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.authoring.addition import Addition
    from exempelbank.authoring.draft import Draft
    from exempelbank.authoring.kinds import AddedKind
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.documents import Document
    from exempelbank.problems import Problem
    from exempelbank.transactions import Transaction


def add_commands(commands: Any) -> None:
    adding = commands.add_parser(
        "add",
        help=_("write down an example that was told, a lead, an event, news …"),
        description=_(
            "Asks one question at a time, and writes the file. Without KIND it says what can be "
            "added. An example needs the sender's consent, as one from a form does."
        ),
    )
    adding.add_argument(
        "kind",
        nargs="?",
        default="",
        metavar=_("KIND"),
        help=_("what to add; left out: all kinds are listed"),
    )
    adding.add_argument(
        "--by",
        default="",
        metavar=_("REVIEWER"),
        help=_(
            "your name or id in site_config/reviewers.yml. You may handle it, and not approve it"
        ),
    )
    adding.add_argument(
        "--template",
        action="store_true",
        help=_("write a form to fill in instead, with what each question is for"),
    )
    adding.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("where the form goes"))
    adding.add_argument(
        "--file", type=path_from, metavar=_("FILE"), help=_("a form that has been filled in")
    )
    adding.add_argument(
        "--name",
        default="",
        help=_("of the file of an event, a network …, and its address; else that of the title"),
    )
    adding.add_argument(
        "--again",
        action="store_true",
        help=_("add it though one with the same title and municipality is here already"),
    )
    adding.add_argument(
        "--lead", default="", metavar=_("ID"), help=_("the lead that the example came of")
    )
    adding.add_argument(
        "--follow-up",
        default="",
        metavar=_("DATE"),
        help=_("of a lead: the day to come back to it, such as 2026-04-15 or “15 April 2026”"),
    )
    adding.add_argument(
        "--sender-in",
        default="",
        metavar=_("WHERE"),
        help=_("of a lead: where it is kept who told of it, such as a file and a row; no name"),
    )
    adding.add_argument(
        "--note", default="", help=_("how it was told, for the log; it is never published")
    )
    # Nobody waits while someone types: it has the folder to itself when it writes.
    adding.set_defaults(run=run_add, access=lambda chosen: "")


def run_add(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.authoring.kinds import ADDED_KINDS, kinds_by_wording
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.text.normalization import comparable, nearest

    context = ReviewContext.open(root)
    names = [f"  {kind.typed}" for kind in ADDED_KINDS.values()]
    if not chosen.kind:
        print_lines([_("What can be added:"), *names, "", "exempelbank add " + _("KIND")])
        return 0
    kind = kinds_by_wording().get(comparable(chosen.kind))
    if kind is None:
        close = nearest(chosen.kind, (one.typed for one in ADDED_KINDS.values()))
        says = _("“{kind}” can't be added.").format(kind=chosen.kind)
        guess = _("Did you mean “{word}”?").format(word=close) if close else ""
        stop(says, "\n    ".join(filter(None, (guess, _("What can be added:"), *names))))
    if chosen.template:
        from exempelbank.cli.added_form import write_form

        return write_form(kind, chosen.out, context)
    try:
        return _add(kind, chosen, context)
    except (KeyboardInterrupt, EOFError):
        print_lines(["", _("Nothing has been written.")], sys.stderr)
        return 130


def _add(kind: AddedKind, chosen: argparse.Namespace, context: ReviewContext) -> int:
    from exempelbank.cli.added_form import filled_in_file
    from exempelbank.cli.interviewing import (
        asked_reviewer,
        asked_sender_place,
        interviewed,
        keep,
    )

    lead = _lead(kind, chosen, context)
    follow_up = context.follow_up(chosen.follow_up)
    by = context.reviewer(chosen.by)
    if kind.is_contribution and not by:
        if chosen.file:
            stop(_("Who writes it down is not said."), _("Add --by and your id."))
        by = asked_reviewer(context)
    if chosen.file:
        document = filled_in_file(kind, chosen.file, context)
        _write_down(document, kind, by, lead, follow_up, chosen, context)
        print_lines([_("Take the form away, it is not needed: {path}").format(path=chosen.file)])
        return 0
    _refuse_before_asking(kind, by, chosen, context)
    so_far: list[Draft] = []
    if kind.name == "lead" and not chosen.sender_in:
        chosen.sender_in = asked_sender_place()
    try:
        document = interviewed(kind, lead, context, so_far)
        _write_down(document, kind, by, lead, follow_up, chosen, context)
    except (KeyboardInterrupt, EOFError, CommandExit) as why:
        if not so_far:
            raise
        print_lines(keep(so_far[-1], chosen, context), sys.stderr)
        return 1 if isinstance(why, CommandExit) else 130
    return 0


def _write_down(
    document: Document,
    kind: AddedKind,
    by: str,
    lead: Document | None,
    follow_up: date | None,
    chosen: argparse.Namespace,
    context: ReviewContext,
) -> None:
    from exempelbank.authoring.addition import plan_addition
    from exempelbank.transactions import Access, carry_out, project_lock

    tell = partial(print, file=sys.stderr, flush=True)
    with project_lock(context.root, Access.WRITES, tell):
        if kind.is_contribution and not chosen.again:
            _refuse_the_same(document, lead, context)
        if kind.folder:
            addition = _addition(kind, document, by, lead, follow_up, chosen, context)
            change = plan_addition(document, kind, addition, context.settings, context.problems)
        else:
            change = _plan_municipality(kind, document, context)
        if change is None:
            context.fail()
        context.fail_on_errors()
        carry_out(change, context.root)
    print_lines([_("  written: {path}").format(path=path) for path in change.write])
    print_lines(_next_steps(kind, [*change.write]))


def _lead(kind: AddedKind, chosen: argparse.Namespace, context: ReviewContext) -> Document | None:
    from exempelbank.model.review import ReviewState

    if not chosen.lead:
        return None
    stored = context.example(chosen.lead)
    if kind.name != "example" or stored.record.review.state is not ReviewState.LEAD:
        stop(_("--lead takes the id of a lead, and makes an example of it."))
    return stored.document


def _refuse_before_asking(
    kind: AddedKind, by: str, chosen: argparse.Namespace, context: ReviewContext
) -> None:
    """So that nobody answers every question in vain."""
    from exempelbank.authoring.addition import check_name, check_recorder, check_sender_place
    from exempelbank.problems import Location, Severity

    found: Iterable[Problem] = ()
    if kind.is_contribution:
        found = [
            *check_recorder(by, chosen.note, context.settings),
            *check_sender_place(chosen.sender_in),
        ]
    elif kind.folder and chosen.name:
        taken = _taken_names(kind, context)
        found = check_name(Location("--name"), chosen.name, taken, context.settings)
    # Warnings are told when it is written.
    context.problems.found += [one for one in found if one.severity is Severity.ERROR]
    context.fail_on_errors()


def _refuse_the_same(document: Document, lead: Document | None, context: ReviewContext) -> None:
    from exempelbank.authoring.addition import same_as
    from exempelbank.problems import Problems
    from exempelbank.review.repository import published, submissions

    ignored = Problems()  # `check` tells of what can't be read
    here = [*submissions(context.root, ignored), *published(context.root, ignored)]
    others = [stored.record for stored in here if not lead or stored.document.path != lead.path]
    if found := same_as(document, others):
        stop(
            _("“{title}” of the same municipality is here already, as {id}.").format(
                title=document.data["title"], id=found.id
            ),
            _("Is it another one? Add --again."),
        )


def _plan_municipality(
    kind: AddedKind, document: Document, context: ReviewContext
) -> Transaction | None:
    from exempelbank.authoring.addition import MUNICIPALITIES, plan_municipality
    from exempelbank.documents import read_document

    listed = read_document(context.root / MUNICIPALITIES, context.root, context.problems)
    if listed is None:
        return None
    return plan_municipality(document, kind, listed, context.settings, context.problems)


def _addition(
    kind: AddedKind,
    document: Document,
    by: str,
    lead: Document | None,
    follow_up: date | None,
    chosen: argparse.Namespace,
    context: ReviewContext,
) -> Addition:
    from exempelbank.authoring.addition import Addition
    from exempelbank.intake.identity.response_key import id_from
    from exempelbank.intake.known_records import load_known_records

    if not kind.is_contribution:
        taken = _taken_names(kind, context)
        return Addition(context.now, name=chosen.name, taken_names=taken)
    if lead:
        id = lead.stem
    else:
        key = "\x1f".join((kind.name, by, context.now.isoformat(), document.text))
        used = load_known_records(context.root, context.problems).ids
        id = id_from(key, context.today.year, context.settings.organisation.id_prefix, used)
    return Addition(
        context.now, id, by, chosen.note, follow_up, chosen.sender_in.strip(), lead=lead
    )


def _taken_names(kind: AddedKind, context: ReviewContext) -> frozenset[str]:
    from exempelbank.records import record_files

    return frozenset(path.stem for path in record_files(context.root / kind.folder))


def _next_steps(kind: AddedKind, paths: list[str]) -> list[str]:
    if kind.is_contribution and not kind.needs_consent:
        return [_("It waits in the queue:"), "    exempelbank queue"]
    if kind.is_contribution:
        id = Path(paths[0]).stem
        return [_("See what is missing before approval:"), f"    exempelbank show {id}"]
    return [_("See how it looks:"), "    exempelbank serve --open"]
