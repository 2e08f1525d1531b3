"""The letters there are, and in which states of what they are about each is written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from exempelbank import i18n
from exempelbank.i18n import N_, pgettext
from exempelbank.letters.texts import BODIES, SUBJECTS
from exempelbank.model.review import ReviewState as State
from exempelbank.text.normalization import slug_from


class LetterKind(StrEnum):
    """In the order in which they are written."""

    RECEIPT = "receipt"
    QUESTION = "question"
    PROOF = "proof"
    PUBLISHED = "published"
    DECLINED = "declined"
    RENEWAL = "renewal"
    CALL = "call"
    INVITATION = "invitation"

    @property
    def label(self) -> str:
        """What people call it, in the command and as the name of its file."""
        return pgettext("letter", _LABELS[self])

    @property
    def about(self) -> str:
        return pgettext("letter", _ABOUT[self])

    @property
    def states(self) -> tuple[State, ...]:
        """Of what it may be written about."""
        return _STATES[self]

    @property
    def awaited_in(self) -> State | None:
        """In which state many may wait for it at once; None of what is written one by one."""
        return _AWAITED_IN.get(self)

    @property
    def deed(self) -> str:
        """In the log, when it has been written."""
        return f"letter-{self.value}"

    @property
    def subject(self) -> str:
        return pgettext("letter", SUBJECTS[self])

    @property
    def body(self) -> str:
        return "\n\n".join(pgettext("letter", paragraph) for paragraph in BODIES[self])


@cache
def _kinds_by_name() -> Mapping[str, LetterKind]:
    """By their names in every language we speak, however å, ä and ö are written."""
    return {
        slug_from(name): kind
        for kind in LetterKind
        for name in (
            kind.value,
            *(i18n.in_language(one, "letter", _LABELS[kind]) for one in i18n.LANGUAGES),
        )
    }


def kind_from(name: str) -> LetterKind | None:
    return _kinds_by_name().get(slug_from(name))


_LABELS = {
    LetterKind.RECEIPT: N_("letter", "receipt"),
    LetterKind.QUESTION: N_("letter", "question"),
    LetterKind.PROOF: N_("letter", "proof"),
    LetterKind.PUBLISHED: N_("letter", "published"),
    LetterKind.DECLINED: N_("letter", "declined"),
    LetterKind.RENEWAL: N_("letter", "renewal"),
    LetterKind.CALL: N_("letter", "call"),
    LetterKind.INVITATION: N_("letter", "invitation"),
}
_ABOUT = {
    LetterKind.RECEIPT: N_("letter", "we have got it, and this is what happens next"),
    LetterKind.QUESTION: N_("letter", "asks for what is missing"),
    LetterKind.PROOF: N_("letter", "shows the page before it is published"),
    LetterKind.PUBLISHED: N_("letter", "it is out, with a page to print for the workplace"),
    LetterKind.DECLINED: N_("letter", "why it is not published"),
    LetterKind.RENEWAL: N_("letter", "asks whether it is still right"),
    LetterKind.CALL: N_("letter", "asks those whom a lead is about whether we may call"),
    LetterKind.INVITATION: N_("letter", "asks those whom a lead is about to tell of it"),
}
_IN_HAND = (State.RECEIVED, State.IN_REVIEW, State.CHANGES_REQUESTED)
_STATES = {
    LetterKind.RECEIPT: _IN_HAND,
    LetterKind.QUESTION: _IN_HAND,
    LetterKind.PROOF: _IN_HAND,
    LetterKind.PUBLISHED: (State.APPROVED, State.NEEDS_REVIEW),
    LetterKind.DECLINED: (State.DECLINED,),
    LetterKind.RENEWAL: (State.APPROVED, State.NEEDS_REVIEW, State.ARCHIVED),
    LetterKind.CALL: (State.LEAD,),
    LetterKind.INVITATION: (State.LEAD,),
}
_AWAITED_IN = {
    LetterKind.RECEIPT: State.RECEIVED,
    LetterKind.RENEWAL: State.NEEDS_REVIEW,
}
