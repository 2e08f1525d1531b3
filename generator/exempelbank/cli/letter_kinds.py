"""Which letters there are, who signs one, and the text it is made of."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.review.repository import StoredContribution


def kind_or_exit(name: str) -> LetterKind:
    from exempelbank.letters.kinds import LetterKind, kind_from
    from exempelbank.text.normalization import nearest

    if kind := kind_from(name):
        return kind
    close = nearest(name, [one.label for one in LetterKind])
    stop(
        _("There is no letter called “{name}”.").format(name=name),
        "\n    ".join(
            [*([_("Did you mean “{word}”?").format(word=close)] if close else []), *kind_lines()]
        ),
    )


def kind_lines(
    stored: StoredContribution | None = None, context: ReviewContext | None = None
) -> list[str]:
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.rules.publication import state_on

    state = state_on(stored.record.review, context.today) if stored and context else None
    kinds = [kind for kind in LetterKind if state is None or state in kind.states]
    lines = [f"  {kind.label:<18} {kind.about}" for kind in kinds]
    return lines or ["  " + _("None: it is “{state}”.").format(state=state.label if state else "")]


def print_template(kind: LetterKind) -> int:
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


def signing_reviewer(name: str, context: ReviewContext) -> str:
    from exempelbank.problems import Location
    from exempelbank.review.transitions import check_reviewer

    by = context.reviewer(name)
    if by:
        check_reviewer(Location("--by"), by, context.settings, context.problems)
    return by


def check_address(to: str) -> None:
    from exempelbank.model.record import Email

    if to and not Email.pattern.fullmatch(to):
        stop(_("“{address}” is not an e-mail address.").format(address=to))


def refuse_unused_options(
    kind: LetterKind, chosen: argparse.Namespace, to_all: bool = False
) -> None:
    """So that nobody believes that what they wrote stands in the letter. `to_all`: with --all."""
    from exempelbank.letters.kinds import LetterKind, kind_from

    is_refusal = kind is LetterKind.PROPOSAL_DECLINED
    options = (
        (_("ID"), chosen.id, not to_all),
        (_("KIND"), chosen.kind, kind_from(chosen.id) is not kind and not to_all),
        ("--to", chosen.to, not to_all),
        ("--for", chosen.place, kind is LetterKind.WANTED and not to_all),
        ("--network", chosen.network, kind.answers_proposal and not to_all),
        ("--note", chosen.note, kind.answers_proposal and not to_all),
        ("--reason", chosen.reason, is_refusal and not to_all),
    )
    if unused := [name for name, given, fits in options if given and not fits]:
        stop(
            _("The letter “{kind}” has no use for: {options}.").format(
                kind=kind.label, options=", ".join(unused)
            ),
            _("Leave it out. exempelbank letter --help says what each letter takes."),
        )


def without_address(count: int) -> list[str]:
    """How many letters have none, and where it is written."""
    if not count:
        return []
    says = ngettext(
        "{n} has no address. Write it as contact_email in site_config/municipalities.yml, in "
        "vocabularies.yml or in the network's file.",
        "{n} have no address. Write it as contact_email in site_config/municipalities.yml, in "
        "vocabularies.yml or in the network's file.",
        count,
    )
    return [says.format(n=count)]
