"""What waits for someone, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredContribution, published, submissions
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name
from exempelbank.rules.publication import state_on
from exempelbank.settings import Settings

# In the order in which someone should look at them.
QUEUE_STATES = (
    ReviewState.RECEIVED,
    ReviewState.IN_REVIEW,
    ReviewState.CHANGES_REQUESTED,
    ReviewState.LEAD,
    ReviewState.NEEDS_REVIEW,
)


@dataclass(frozen=True, slots=True)
class QueueEntry:
    id: str
    title: str
    path: str
    state: ReviewState
    home: str  # the municipality's or organisation's name, or what the sender wrote
    handler: str  # a reviewer's name; empty: nobody yet
    since: date | None
    days: int | None


def load_queue(root: Path, settings: Settings, today: date, problems: Problems) -> list[QueueEntry]:
    entries = [
        _entry_of(stored, settings, today)
        for stored in _contributions_waiting(root, settings, today, problems)
    ]
    return sorted(
        entries,
        key=lambda entry: (QUEUE_STATES.index(entry.state), -(entry.days or 0), entry.id),
    )


def _contributions_waiting(
    root: Path, settings: Settings, today: date, problems: Problems
) -> Iterator[StoredContribution]:
    for submission in submissions(root, problems, settings):
        if submission.record.review.state in QUEUE_STATES:
            yield submission
    for stored in published(root, problems, settings):
        if state_on(stored.record.review, today) is ReviewState.NEEDS_REVIEW:
            yield stored


def _entry_of(stored: StoredContribution, settings: Settings, today: date) -> QueueEntry:
    example = stored.record
    since = _since(example)
    return QueueEntry(
        id=example.id,
        title=example.title,
        path=stored.document.path,
        state=state_on(example.review, today),
        home=origin_label(example, settings),
        handler=handler_name(example, settings),
        since=since,
        days=max(0, (today - since).days) if since else None,
    )


def _since(example: UnderReview | Published) -> date | None:
    if isinstance(example, Published):
        return example.review.review_by
    moment = example.source.submitted_at
    if moment is None and example.review.log:
        moment = example.review.log[0].at
    return moment.date() if moment else None
