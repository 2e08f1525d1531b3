"""What waits for someone, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exempelbank.model.review import ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredExample, published_examples, submissions
from exempelbank.settings import Settings

# In the order in which someone should look at them.
WAITING = (
    ReviewState.RECEIVED,
    ReviewState.IN_REVIEW,
    ReviewState.CHANGES_REQUESTED,
    ReviewState.LEAD,
    ReviewState.NEEDS_REVIEW,
)


@dataclass(frozen=True, slots=True)
class Waiting:
    id: str
    title: str
    path: str
    state: ReviewState
    home: str  # the municipality's or organisation's name, or what the sender wrote
    handler: str  # a reviewer's name; empty: nobody yet
    since: date | None
    days: int | None


def queue(root: Path, settings: Settings, today: date, problems: Problems) -> list[Waiting]:
    found = [_waiting(stored, settings, today) for stored in _who_wait(root, today, problems)]
    return sorted(found, key=lambda one: (WAITING.index(one.state), -(one.days or 0), one.id))


def _who_wait(root: Path, today: date, problems: Problems) -> Iterator[StoredExample]:
    for submission in submissions(root, problems):
        if submission.record.review.state in WAITING:
            yield submission
    for published in published_examples(root, problems):
        if state_on(published.record, today) is ReviewState.NEEDS_REVIEW:
            yield published


def state_on(example: Submission | PublishedExample, today: date) -> ReviewState:
    """An approved example whose day has passed is to be reviewed again, though no one has acted."""
    review = example.review
    if isinstance(example, PublishedExample) and example.review.review_by < today:
        return ReviewState.NEEDS_REVIEW if review.state is ReviewState.APPROVED else review.state
    return review.state


def _waiting(stored: StoredExample, settings: Settings, today: date) -> Waiting:
    example = stored.record
    since = _since(example)
    return Waiting(
        id=example.id,
        title=example.title,
        path=stored.document.path,
        state=state_on(example, today),
        home=home_of(example, settings),
        handler=handler_of(example, settings),
        since=since,
        days=max(0, (today - since).days) if since else None,
    )


def _since(example: Submission | PublishedExample) -> date | None:
    if isinstance(example, PublishedExample):
        return example.review.review_by
    moment = example.source.submitted_at
    if moment is None and example.review.log:
        moment = example.review.log[0].at
    return moment.date() if moment else None


def home_of(example: Submission | PublishedExample, settings: Settings) -> str:
    kind = "municipalities" if example.municipality else "organisations"
    return settings.label(kind, example.origin)


def handler_of(example: Submission | PublishedExample, settings: Settings) -> str:
    if isinstance(example, PublishedExample) or example.review.handled is None:
        return ""
    return name_of(example.review.handled.by, settings)


def name_of(reviewer: str, settings: Settings) -> str:
    """Their name; the id itself for the import, or for one who is no longer listed."""
    return settings.reviewers[reviewer].name if reviewer in settings.reviewers else reviewer
