"""What someone asks for who approves -> the change it leads to, or what still stands in its way."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime

from exempelbank.i18n import _
from exempelbank.model.review import Approval, Handling, ReviewState
from exempelbank.model.submission import Published, PublishedExample, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problems
from exempelbank.review.four_eyes import check_four_eyes
from exempelbank.review.publish import ApprovalDecision, plan_publication, plan_revision
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredContribution, StoredRecord
from exempelbank.review.transitions import check_legal
from exempelbank.rules.publication import public_view
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """What `exempelbank approve` has been told."""

    by: str  # a reviewer's id
    now: datetime
    not_involved: bool = False
    handled_by: str = ""  # for a published example, whose file names no handler
    leader: str = ""  # the group leader, when only one reviewer is free
    note: str = ""
    slug: str = ""
    what: str = ""  # what changed, for readers
    image_hash: str | None = None  # of the picture as it lies in content/media
    keeps_submission: bool = False  # its file lies nowhere else


def plan_approval(
    stored: StoredContribution,
    request: ApprovalRequest,
    revised: StoredRecord[Published] | None,
    taken_names: Mapping[str, Container[str]],
    settings: Settings,
    problems: Problems,
    tried: StoredRecord[Published] | None = None,
) -> Transaction | None:
    """`revised`: what is published, and the submission proposes to change. `tried`: what is
    published by the id that a trial note names. `taken_names`: the names of the files there are,
    by folder.
    """
    text = public_view(stored.record)
    approval = Approval(
        by=request.by,
        at=request.now,
        content_hash=text.content_hash(),
        not_involved=request.not_involved,
        note=request.note,
    )
    handling = _handling_of(stored, request)
    check_legal(stored, ReviewState.APPROVED, problems)
    check_four_eyes(stored, handling, approval, settings, problems, request.leader)
    if isinstance(stored.record, UnderReview):
        submission = StoredRecord(stored.document, stored.record)
        check_ready(submission, settings, problems)
    if isinstance(stored.record, TrialNote):
        check_tried(stored, tried, problems)
    if problems.errors or handling is None:
        return None
    reviewers = (handling.by, request.leader or request.by)
    decision = ApprovalDecision(
        reviewers,
        approval,
        request.now,
        request.image_hash,
        request.what,
        request.keeps_submission,
    )
    if isinstance(stored.record, Published):
        published = StoredRecord(stored.document, stored.record)
        _check_no_slug(published, request, problems)
        return plan_revision(published, text, decision, settings, problems)
    if submission.record.revises is None:
        return plan_publication(submission, decision, request.slug, taken_names, settings, problems)
    if revised is None:
        problems.error(
            stored.document.location("revises"),
            _("nothing is published with the id “{id}”").format(id=submission.record.revises),
            _("Write the id of what it changes, or take the line away."),
        )
        return None
    if revised.record.public_type() is not stored.record.public_type():
        problems.error(
            stored.document.location("revises"),
            _("an example can't become a trial note, nor a trial note an example"),
            _("Write the id of what it changes, or take the line away."),
        )
        return None
    check_legal(revised, ReviewState.APPROVED, problems)
    _check_no_slug(revised, request, problems)
    return plan_revision(revised, text, decision, settings, problems, submission)


def check_tried(
    stored: StoredContribution, tried: StoredRecord[Published] | None, problems: Problems
) -> None:
    """The example of a trial note has a page to show it on."""
    place = stored.document.location("example")
    if tried is None or not isinstance(tried.record, PublishedExample):
        problems.error(
            place,
            _("is no published example"),
            _("Write the id of the example that was tried. It stands on the example's page."),
        )
    elif not tried.record.review.state.public:
        problems.error(
            place,
            _("is an example in the state “{state}”, and shows nothing").format(
                state=tried.record.review.state.label
            ),
            _("Wait until the example is shown again, or decline the note."),
        )


def _handling_of(stored: StoredContribution, request: ApprovalRequest) -> Handling | None:
    if isinstance(stored.record, UnderReview):
        return stored.record.review.handled
    by = request.handled_by or (request.by if request.leader else "")
    return Handling(by=by, not_involved=request.not_involved) if by else None


def _check_no_slug(
    stored: StoredRecord[Published], request: ApprovalRequest, problems: Problems
) -> None:
    if request.slug:
        problems.error(
            stored.document.location(),
            _("the address of a published example is never changed"),
            _("Leave --slug out."),
        )
