"""`exempelbank add` on a terminal: asked, read over, and kept as a form when it is broken off."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.cli.asking import is_agreed
from exempelbank.files.paths import DRAFTS
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.authoring.draft import Draft
    from exempelbank.authoring.kinds import AddedKind
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.documents import Document


def asked_reviewer(context: ReviewContext) -> str:
    reviewers = [one for one in context.settings.reviewers.values() if one.active]
    print_lines(
        [_("Who are you?"), *(f"  {n:>3}  {one.name}" for n, one in enumerate(reviewers, 1))]
    )
    while True:
        answer = input("> ").strip()
        if answer.isdecimal() and 0 < int(answer) <= len(reviewers):
            return reviewers[int(answer) - 1].id
        if by := context.settings.reviewer_called(answer):
            return by


def asked_sender_place() -> str:
    """Where it is kept who told of a lead, so that someone can ask them."""
    from exempelbank.authoring.addition import check_sender_place

    print_lines(
        [
            _("Where is it kept who told of it?"),
            _("  Such as the form's answers and a row. Never a name or an address."),
        ]
    )
    while True:
        answer = input("> ").strip()
        problems = [*check_sender_place(answer)]
        if not problems:
            return answer
        print_lines([f"  ! {problem.says}" for problem in problems])


def interviewed(
    kind: AddedKind, lead: Document | None, context: ReviewContext, so_far: list[Draft]
) -> Document:
    """`so_far` gets the draft anew with each answer, for whoever has to stop. Raises EOFError when
    what was answered is not to be written.
    """
    from exempelbank.authoring.draft import Draft
    from exempelbank.authoring.interview import Interview, summary
    from exempelbank.authoring.prompts import prompts_of
    from exempelbank.exceptions import NoConsent

    _take_whole_pastes()
    prompts = prompts_of(kind, context.settings)
    asked = {prompt.keys[0] for prompt in prompts}
    known = {key: value for key, value in lead.data.items() if key in asked} if lead else {}
    interview = Interview(
        context.settings, context.today, input, print, more_is_typed, so_far.append
    )
    print_lines([kind.label, ""])
    try:
        draft = interview.run(Draft(kind, known), prompts)
    except NoConsent:
        so_far.clear()
        stop(
            _("Without consent nothing is written."),
            _("Until they say yes it can be kept as a lead: exempelbank add lead"),
        )
    print_lines(["", *summary(draft, prompts), ""])
    if not is_agreed(_("Shall it be written? yes or no: ")):
        raise EOFError
    return draft.document()


def keep(draft: Draft, chosen: argparse.Namespace, context: ReviewContext) -> list[str]:
    """What has been answered, as a form to go on with, where git doesn't look; and words on how.
    What was refused is not in it.
    """
    from exempelbank.authoring.form import command_for, form_of
    from exempelbank.cli.output import write_out
    from exempelbank.settings import Municipality
    from exempelbank.text.normalization import slug_from

    folder = context.root / DRAFTS
    ending = "yml" if draft.kind.record is Municipality else "md"
    name = f"{slug_from(draft.kind.typed)}-{context.now:%Y-%m-%d-%H%M%S}.{ending}"
    unseen = folder / ".gitignore"
    files: dict[Path, str | bytes] = {folder / name: form_of(draft.kind, context.settings, draft)}
    write_out(files if unseen.exists() else {**files, unseen: "*\n"}, context.root, anew=True)
    file, here = folder / name, Path.cwd()
    file = file.relative_to(here) if file.is_relative_to(here) else file
    rest = f" --lead {chosen.lead}" if chosen.lead else ""
    rest += f' --sender-in "{chosen.sender_in}"' if chosen.sender_in else ""
    return [
        "",
        _("Nothing has been added. Your answers are in {path}, which git leaves out.").format(
            path=file
        ),
        _("Go on there, and then:"),
        f"    {command_for(draft.kind, str(file))}{rest}",
    ]


def more_is_typed() -> bool:
    """Whether a line waits that nobody has asked for: several were pasted at once."""
    if not sys.stdin.isatty():
        return False
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.kbhit()
    from select import select

    return bool(select([sys.stdin], [], [], 0.02)[0])


def _take_whole_pastes() -> None:
    """With readline, where there is one, several lines that are pasted come as one answer."""
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
