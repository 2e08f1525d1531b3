"""What is said when someone approves -> the change it leads to, or what still stands in its way."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime

from exempelbank.i18n import _
from exempelbank.model.review import Approval, Handling, ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.review.four_eyes import check_four_eyes
from exempelbank.review.publish import Approved, plan_publication, plan_revision
from exempelbank.review.readiness import check_ready, public_part
from exempelbank.review.repository import StoredExample, StoredRecord
from exempelbank.review.transitions import check_step
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction


@dataclass(frozen=True, slots=True)
class Said:
    by: str  # a reviewer's id
    now: datetime
    not_involved: bool = False
    handled_by: str = ""  # for a published example, whose file names no handler
    leader: str = ""  # the group leader, when only one reviewer is free
    note: str = ""
    slug: str = ""
    what: str = ""
    image_hash: str | None = None  # of the picture as it lies in content/media


def plan_approval(
    stored: StoredExample,
    said: Said,
    revised: StoredRecord[PublishedExample] | None,
    taken: Mapping[str, Container[str]],
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """`revised`: the published example that the submission proposes to change. `taken`: the names
    of the files there are, by folder.
    """
    text = public_part(stored.record)
    approval = Approval(
        by=said.by,
        at=said.now,
        content_hash=text.content_hash(),
        not_involved=said.not_involved,
        note=said.note,
    )
    handling = _handling(stored, said)
    check_step(stored, ReviewState.APPROVED, problems)
    check_four_eyes(stored, handling, approval, settings, problems, said.leader)
    if isinstance(stored.record, Submission):
        submission = StoredRecord(stored.document, stored.record)
        check_ready(submission, settings, problems)
    if problems.errors or handling is None:
        return None
    pair = (handling.by, said.leader or said.by)
    approved = Approved(pair, approval, said.now, said.image_hash, said.what)
    if isinstance(stored.record, PublishedExample):
        published = StoredRecord(stored.document, stored.record)
        _refuse_slug(published, said, problems)
        return plan_revision(published, text, approved, settings, problems)
    if submission.record.revises is None:
        return plan_publication(submission, approved, said.slug, taken, settings, problems)
    if revised is None:
        problems.error(
            stored.document.location("revises"),
            _("there is no published example with the id “{id}”").format(
                id=submission.record.revises
            ),
            _("Write the id of the example it changes, or take the line away."),
        )
        return None
    check_step(revised, ReviewState.APPROVED, problems)
    _refuse_slug(revised, said, problems)
    return plan_revision(revised, text, approved, settings, problems, submission)


def _handling(stored: StoredExample, said: Said) -> Handling | None:
    if isinstance(stored.record, Submission):
        return stored.record.review.handled
    by = said.handled_by or (said.by if said.leader else "")
    return Handling(by=by, not_involved=said.not_involved) if by else None


def _refuse_slug(stored: StoredRecord[PublishedExample], said: Said, problems: Problems) -> None:
    if said.slug:
        problems.error(
            stored.document.location(),
            _("the address of a published example is never changed"),
            _("Leave --slug out."),
        )
