"""Which letters there are, who signs one, and the text it is made of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.i18n import _

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
