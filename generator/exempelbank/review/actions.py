"""What a reviewer does with one contribution -> the change, or what stands in its way.

The commands come here, and so do words in a pull request: there is no other set of rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from exempelbank.documents import Document
from exempelbank.documents.images import hash_image_file
from exempelbank.i18n import _
from exempelbank.model.review import Handling, ReviewState
from exempelbank.model.submission import UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problem, Problems
from exempelbank.review.approve import ApprovalRequest, plan_approval
from exempelbank.review.checklist import (
    answers_from,
    check_answering,
    unanswered_items,
    with_answers,
)
from exempelbank.review.repository import (
    StoredContribution,
    StoredRecord,
    find_published,
    log_entry,
    names_taken,
    with_log,
)
from exempelbank.review.transitions import (
    Transition,
    apply_transition,
    assign_handler,
    check_assignment,
    check_reviewer,
    check_transition,
)
from exempelbank.rules.people import person_name
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction


def take_on(
    stored: StoredContribution,
    by: str,
    not_involved: bool,
    now: datetime,
    settings: Settings,
    problems: Problems,
) -> Document | None:
    """The file with this reviewer as its handler, who says now, or has said before, that they are
    not involved. As it was when they handle it so already.
    """
    check_assignment(stored, by, settings, problems)
    if problems.errors:
        return None
    before = stored.record.review.handled if isinstance(stored.record, UnderReview) else None
    has_declared = before is not None and before.by == by and before.not_involved
    handling = Handling(by=by, not_involved=not_involved or has_declared)
    if handling == before and stored.record.review.state is not ReviewState.RECEIVED:
        return stored.document
    return assign_handler(stored, handling, now)


def answer_checklist(
    stored: StoredContribution,
    texts: Iterable[str],
    by: str,
    now: datetime,
    settings: Settings,
    problems: Problems,
) -> Document | None:
    """`texts`: as `answers_from` reads them. None too when there are none: nothing is changed."""
    if not isinstance(stored.record, UnderReview):
        problems.error(
            stored.document.location(),
            _("{id} is published, and its checklist stayed with the review").format(
                id=stored.record.id
            ),
        )
        return None
    submission = StoredRecord(stored.document, stored.record)
    place = stored.document.location("review", "checklist")
    check_reviewer(place, by, settings, problems)
    if answers := answers_from(texts, place, settings, problems):
        check_answering(submission, by, settings, problems)
    if problems.errors or not answers:
        return None
    return with_log(with_answers(stored.document, answers), log_entry(by, "checklist", now))


def declaration_left(stored: StoredContribution, settings: Settings) -> str:
    """What the handler has still to declare, in words; "" when nothing, or nobody handles it."""
    record = stored.record
    handled = record.review.handled if isinstance(record, UnderReview) else None
    if handled is None or handled.not_involved:
        return ""
    says = _(
        "{name} has not declared that they are not involved. Whoever is not: "
        "exempelbank handle {id} --by {by} --not-involved"
    )
    name = person_name(handled.by, settings)
    return says.format(name=name, id=record.id, by=handled.by)


def left_to_answer(stored: StoredContribution, settings: Settings) -> tuple[Problem, ...]:
    """What the checklist lacks yet; of what is published nothing, for it stayed with the review."""
    if not isinstance(stored.record, UnderReview):
        return ()
    return tuple(unanswered_items(StoredRecord(stored.document, stored.record), settings))


def move(
    stored: StoredContribution,
    transition: Transition,
    now: datetime,
    settings: Settings,
    problems: Problems,
) -> Document | None:
    check_transition(stored, transition, settings, problems)
    return None if problems.errors else apply_transition(stored, transition, now)


def approve(
    root: Path,
    stored: StoredContribution,
    request: ApprovalRequest,
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """`root`: where what it revises, what it has tried and the names taken already are found."""
    revised = tried = None
    if isinstance(stored.record, UnderReview) and stored.record.revises:
        revised = find_published(root, stored.record.revises, problems, settings)
    if isinstance(stored.record, TrialNote):
        tried = find_published(root, stored.record.example, problems, settings)
    change = plan_approval(stored, request, revised, names_taken(root), settings, problems, tried)
    return None if problems.errors else change


def image_hash_of(root: Path, stored: StoredContribution) -> str | None:
    file = stored.record.image_file
    return hash_image_file(root, file) if file else None
