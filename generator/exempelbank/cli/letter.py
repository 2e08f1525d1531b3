"""exempelbank letter: to whoever sent something in, from the receipt to “is it still right?”."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.letter import SenderLetter
    from exempelbank.model.review import ReviewState
    from exempelbank.review.repository import StoredContribution


def add_commands(commands: Any) -> None:
    letter = commands.add_parser(
        "letter",
        help=_("a letter to whoever sent it in: receipt, questions, proof …"),
        description=_(
            "Writes a letter that you read through and send yourself. Nothing is sent, and no "
            "address is kept. Without a kind you see which letters there are."
        ),
    )
    letter.add_argument(
        "id",
        nargs="?",
        default="",
        metavar=_("ID"),
        help=_("the example's id, such as FC-2026-007"),
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
    letter.set_defaults(run=_letter, access=lambda chosen: "writes" if chosen.by else "reads")


def _letter(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.review_context import ReviewContext

    context = ReviewContext.open(root)
    if chosen.template:
        return _print_template(_kind(chosen.template))
    if not chosen.id:
        print_lines([_("The letters:"), *_kind_lines()])
        print(_("Write one with: exempelbank letter {id} KIND").format(id=_("ID")))
        return 0
    stored = context.example(chosen.id)
    if not chosen.kind:
        print_lines(
            [_("Letters about {id} now:").format(id=chosen.id), *_kind_lines(stored, context)]
        )
        return 0
    kind = _kind(chosen.kind)
    _refuse_wrong_state(stored, kind, context)
    return _write_letter(stored, kind, chosen, context)


def _write_letter(
    stored: StoredContribution, kind: LetterKind, chosen: argparse.Namespace, context: ReviewContext
) -> int:
    from exempelbank.cli.letter_contents import attachments_of, known_of
    from exempelbank.cli.letter_receiver import published_address
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.letter import letter_from
    from exempelbank.letters.placeholders import Placeholder
    from exempelbank.letters.templates import load_template
    from exempelbank.model.record import Email
    from exempelbank.problems import Location
    from exempelbank.review.transitions import check_reviewer

    if chosen.to and not Email.pattern.fullmatch(chosen.to):
        stop(_("“{address}” is not an e-mail address.").format(address=chosen.to))
    by = context.reviewer(chosen.by)
    if by:
        check_reviewer(Location("--by"), by, context.settings, context.problems)
    template = load_template(context.root, kind, context.problems)
    context.fail_on_errors()
    pages = attachments_of(stored, context) if kind is LetterKind.PROOF else {}
    known = known_of(stored, kind, by, context) | {Placeholder.ATTACHMENT: "".join(pages)}
    assert template  # without one there are errors
    letter = letter_from(template, known)
    to = chosen.to or published_address(stored.record)
    _print_or_write(letter, pages, to, chosen.out, context)
    print_lines([*_notices(stored, kind, to, chosen, context)], to=sys.stderr)
    if by:
        _write_log(stored, kind, by, context)
    return 0


def _print_or_write(
    letter: SenderLetter,
    pages: Mapping[str, str],
    to: str,
    out: Path | None,
    context: ReviewContext,
) -> None:
    from exempelbank.cli.output import write_output
    from exempelbank.files.disk import write_files
    from exempelbank.letters.letter import as_text, email_from

    if out and out.suffix.lower() == ".eml":
        write_files({out: email_from(letter, context.settings, context.now, to, pages).as_bytes()})
    elif out:
        write_files({out: as_text(letter), **{out.parent / name: pages[name] for name in pages}})
    else:
        write_output(as_text(letter), None)


def _write_log(
    stored: StoredContribution, kind: LetterKind, by: str, context: ReviewContext
) -> None:
    from exempelbank.review.repository import log_entry, with_log

    context.write(with_log(stored.document, log_entry(by, kind.deed, context.now)))


def _notices(
    stored: StoredContribution,
    kind: LetterKind,
    to: str,
    chosen: argparse.Namespace,
    context: ReviewContext,
) -> Iterator[str]:
    """What stands beside the letter: to whom, written before, what to do next."""
    from exempelbank.cli.letter_receiver import where_it_came_in
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.model.review import ReviewState
    from exempelbank.rules.people import person_name

    yield ""
    if to:
        yield _("To: {address}").format(address=to)
    else:
        yield _("No address is kept here. Find it where the answer came in:")
        yield from (f"  {line}" for line in where_it_came_in(stored, context))
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
    if kind in (LetterKind.QUESTION, LetterKind.DECLINED):
        yield _("What reviewers have noted stands there in their own words. Read it through.")
    if not chosen.by:
        yield _("Nothing was noted in the log. When you send it, write --by REVIEWER too.")


# ---- Which letters there are ----


def _kind(name: str) -> LetterKind:
    from exempelbank.letters.kinds import LetterKind, kind_from
    from exempelbank.text.normalization import nearest

    if kind := kind_from(name):
        return kind
    close = nearest(name, [one.label for one in LetterKind])
    stop(
        _("There is no letter called “{name}”.").format(name=name),
        "\n    ".join(
            [*([_("Did you mean “{word}”?").format(word=close)] if close else []), *_kind_lines()]
        ),
    )


def _kind_lines(
    stored: StoredContribution | None = None, context: ReviewContext | None = None
) -> list[str]:
    from exempelbank.letters.kinds import LetterKind

    state = _state(stored, context) if stored and context else None
    kinds = [kind for kind in LetterKind if state is None or state in kind.states]
    lines = [f"  {kind.label:<12} {kind.about}" for kind in kinds]
    return lines or ["  " + _("None: it is “{state}”.").format(state=state.label if state else "")]


def _state(stored: StoredContribution, context: ReviewContext) -> ReviewState:
    from exempelbank.rules.publication import state_on

    return state_on(stored.record.review, context.today)


def _refuse_wrong_state(
    stored: StoredContribution, kind: LetterKind, context: ReviewContext
) -> None:
    state = _state(stored, context)
    if state not in kind.states:
        stop(
            _("The letter “{kind}” is not written about what is “{state}”.").format(
                kind=kind.label, state=state.label
            ),
            _("It is written about what is: {states}.").format(
                states=", ".join(one.label for one in kind.states)
            ),
        )


def _print_template(kind: LetterKind) -> int:
    from exempelbank.letters.placeholders import placeholders_of
    from exempelbank.letters.templates import file_of, template_text

    print(template_text(kind), end="")
    names = " ".join(f"{{{one.label}}}" for one in placeholders_of(kind))
    print_lines(
        [
            "",
            _("Save it as {file}, and change what you like.").format(file=file_of(kind)),
            _("Here can stand: {names}.").format(names=names),
        ],
        to=sys.stderr,
    )
    return 0
