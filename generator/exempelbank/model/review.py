"""The review: states, the transitions between them, the checklist and the log.

The rules of who may do what stand in `exempelbank.review`; here are only the words.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainSerializer

from exempelbank.i18n import N_, kept_while_spoken, pgettext
from exempelbank.model import wordings
from exempelbank.model.record import ContentHash, Day, FrozenModel, InDigits, Moment, Texts, YesNo


class ReviewState(StrEnum):
    LEAD = "lead"
    RECEIVED = "received"
    IN_REVIEW = "in-review"
    CHANGES_REQUESTED = "changes-requested"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    NEEDS_REVIEW = "needs-review"
    ARCHIVED = "archived"
    PAUSED = "paused"

    @property
    def label(self) -> str:
        return pgettext("state", _LABELS[self])

    @property
    def public(self) -> bool:
        """Has a page of its own with the text on it."""
        return self in _PUBLIC

    @property
    def listed(self) -> bool:
        """Stands in lists, counts and feeds."""
        return self in (ReviewState.APPROVED, ReviewState.NEEDS_REVIEW)

    def can_become(self, next: "ReviewState") -> bool:
        return next in TRANSITIONS[self]


_S = ReviewState
_PUBLIC = {_S.APPROVED, _S.NEEDS_REVIEW, _S.ARCHIVED}
PUBLISHED_STATES = frozenset({*_PUBLIC, _S.PAUSED})  # of what is in the library for good
_LABELS = {
    _S.LEAD: N_("state", "Lead"),
    _S.RECEIVED: N_("state", "Received"),
    _S.IN_REVIEW: N_("state", "In review"),
    _S.CHANGES_REQUESTED: N_("state", "Changes requested"),
    _S.DECLINED: N_("state", "Declined"),
    _S.WITHDRAWN: N_("state", "Withdrawn"),
    _S.APPROVED: N_("state", "Published"),
    _S.NEEDS_REVIEW: N_("state", "To be reviewed again"),
    _S.ARCHIVED: N_("state", "Archived"),
    _S.PAUSED: N_("state", "Paused"),
}


@kept_while_spoken
def states_by_wording() -> Mapping[str, ReviewState]:
    """By their labels in every language we speak."""
    return wordings.by_wording("state", _LABELS)


# Every legal transition; all others are refused. approved -> approved is a revision or a renewal.
TRANSITIONS: Mapping[ReviewState, frozenset[ReviewState]] = {
    _S.LEAD: frozenset({_S.RECEIVED, _S.DECLINED, _S.WITHDRAWN}),
    _S.RECEIVED: frozenset({_S.IN_REVIEW, _S.DECLINED, _S.WITHDRAWN}),
    _S.IN_REVIEW: frozenset({_S.CHANGES_REQUESTED, _S.APPROVED, _S.DECLINED, _S.WITHDRAWN}),
    _S.CHANGES_REQUESTED: frozenset({_S.IN_REVIEW, _S.DECLINED, _S.WITHDRAWN}),
    _S.DECLINED: frozenset({_S.IN_REVIEW, _S.WITHDRAWN}),
    _S.WITHDRAWN: frozenset(),
    _S.APPROVED: frozenset({_S.APPROVED, _S.NEEDS_REVIEW, _S.ARCHIVED, _S.PAUSED, _S.WITHDRAWN}),
    _S.NEEDS_REVIEW: frozenset({_S.APPROVED, _S.ARCHIVED, _S.PAUSED, _S.WITHDRAWN}),
    _S.ARCHIVED: frozenset({_S.APPROVED, _S.PAUSED, _S.WITHDRAWN}),
    _S.PAUSED: frozenset({_S.APPROVED, _S.ARCHIVED, _S.WITHDRAWN}),
}


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not-applicable"

    @property
    def label(self) -> str:
        return pgettext("answer", _ANSWERS[self])


_ANSWERS = {
    Answer.YES: wordings.YES,
    Answer.NO: wordings.NO,
    Answer.NOT_APPLICABLE: N_("answer", "Not applicable"),
}


@kept_while_spoken
def answers_by_wording() -> Mapping[str, Answer]:
    """By their labels in every language we speak."""
    return wordings.by_wording("answer", _ANSWERS)


class Check(FrozenModel):
    """One answer in the checklist. "not-applicable" needs a comment."""

    answer: Answer
    comment: str = ""


def _answer_alone(value: Any) -> Any:
    return {"answer": value} if isinstance(value, str) else value


def _as_short_as_it_was(check: Check) -> str | dict[str, str]:
    return check.model_dump(mode="json") if check.comment else check.answer.value


# `privacy: yes` in the file, or `privacy: {answer: not-applicable, comment: ...}`.
ShortCheck = Annotated[
    Check,
    BeforeValidator(_answer_alone, json_schema_input_type=Answer | Check),
    PlainSerializer(_as_short_as_it_was),
]


IMPORT = "import"  # signs what a command did, and no person


class LogEntry(FrozenModel):
    """What someone did. The log only grows. Notes never leave the repository."""

    at: Moment
    by: str  # a reviewer's id, or IMPORT
    did: str  # the state it became, or a word such as "revised", "released"
    note: str = ""


class Handling(FrozenModel):
    """The first pair of eyes: who edits and ticks the checklist."""

    by: str
    not_involved: YesNo = False  # not own work, not the same unit, no close relation


class Approval(FrozenModel):
    """The second pair of eyes, for exactly this text."""

    by: str
    at: Moment
    content_hash: ContentHash
    not_involved: YesNo = False
    note: str = ""


class Release(FrozenModel):
    """A person's word that a text which a privacy rule stops may be published all the same.

    It falls when the text changes. The reason stands in the log.
    """

    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"reason"})

    rule: str  # the id of the rule
    text_hash: ContentHash  # of the text it was found in
    by: str  # a reviewer's id; IMPORT until someone approves what was let in with an export
    reason: str = ""  # only in a record that has no log


class Review(FrozenModel):
    """The `review` of a file in submissions/."""

    state: ReviewState
    handled: Handling | None = None  # of a lead: who keeps in touch
    follow_up: Day | None = None  # when to ask again, of what waits for someone outside
    checklist: Mapping[str, ShortCheck] = Field(default_factory=dict)
    approvals: tuple[Approval, ...] = ()
    releases: tuple[Release, ...] = ()
    log: tuple[LogEntry, ...] = ()


class Version(FrozenModel):
    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"what"})

    number: Annotated[int, Field(ge=1), InDigits]
    date: Day
    what: str = ""  # what changed, for readers


# What `content_hash` covers. 1: fields and sections. 2: the bytes of the picture, what readers are
# told of each version, and releases too.
HASH_VERSION = 2


class Publication(FrozenModel):
    """The `review` of a file in content/examples/: what readers may know, and the log."""

    state: Literal[
        ReviewState.APPROVED,
        ReviewState.NEEDS_REVIEW,
        ReviewState.ARCHIVED,
        ReviewState.PAUSED,
        ReviewState.WITHDRAWN,
    ]
    version: Annotated[int, Field(ge=1), InDigits]
    published: Day  # first
    updated: Day
    review_by: Day
    approved_by: Texts  # the two pairs of eyes: who handled, who approved
    hash_version: Annotated[int, Field(ge=1, le=HASH_VERSION), InDigits] = 1
    content_hash: ContentHash
    image_hash: ContentHash | None = None  # of the bytes of the picture that was approved
    privacy_rules: str = ""  # the version of the privacy rules that the approval ran
    releases: tuple[Release, ...] = ()
    versions: tuple[Version, ...] = ()
    log: tuple[LogEntry, ...] = ()

    def binds_image(self, image_hash: str | None) -> bool:
        """Is this the picture that was approved? Before `hash_version` 2 any was."""
        return self.hash_version == 1 or self.image_hash == image_hash
