"""The letters there are, and in which states of what they are about each is written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from exempelbank import i18n
from exempelbank.i18n import N_, kept_while_spoken, pgettext
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
    # About no contribution: to the municipalities, and to whoever has proposed a network.
    LAUNCH = "launch"
    WANTED = "wanted"
    PROPOSAL_RECEIVED = "proposal-received"
    PROPOSAL_ACCEPTED = "proposal-accepted"
    PROPOSAL_DECLINED = "proposal-declined"

    @property
    def label(self) -> str:
        """What people call it, in the command and as the name of its file."""
        return pgettext("letter", _LABELS[self])

    @property
    def about(self) -> str:
        return pgettext("letter", _ABOUT[self])

    @property
    def states(self) -> tuple[State, ...]:
        """Of the contribution that it may be written about; none when it is about no such thing."""
        return _STATES.get(self, ())

    @property
    def answers_proposal(self) -> bool:
        return self in _ABOUT_PROPOSALS

    @property
    def goes_to_places(self) -> bool:
        """To municipalities, districts and organisations."""
        return self in _TO_PLACES

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


@kept_while_spoken
def _kinds_by_name() -> Mapping[str, LetterKind]:
    """By their names in every language we speak, however å, ä and ö are written."""
    return {
        slug_from(name): kind
        for kind in LetterKind
        for name in (kind.value, *i18n.wordings("letter", _LABELS[kind]))
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
    LetterKind.LAUNCH: N_("letter", "launch"),
    LetterKind.WANTED: N_("letter", "wanted"),
    LetterKind.PROPOSAL_RECEIVED: N_("letter", "proposal-received"),
    LetterKind.PROPOSAL_ACCEPTED: N_("letter", "proposal-accepted"),
    LetterKind.PROPOSAL_DECLINED: N_("letter", "proposal-declined"),
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
    LetterKind.LAUNCH: N_("letter", "tells the municipalities that there is a form"),
    LetterKind.WANTED: N_("letter", "asks a municipality for the examples that are missing"),
    LetterKind.PROPOSAL_RECEIVED: N_("letter", "how a proposed network is decided on"),
    LetterKind.PROPOSAL_ACCEPTED: N_("letter", "yes to a proposed network"),
    LetterKind.PROPOSAL_DECLINED: N_("letter", "why a proposed network is not begun"),
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
_TO_PLACES = (LetterKind.LAUNCH, LetterKind.WANTED)
_ABOUT_PROPOSALS = (
    LetterKind.PROPOSAL_RECEIVED,
    LetterKind.PROPOSAL_ACCEPTED,
    LetterKind.PROPOSAL_DECLINED,
)
