"""What of a contribution is public, in which state it is on a day, when it is to be reviewed again,
and approval by two.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, date
from typing import Any

from exempelbank.model.contribution import Contribution
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.review import Publication, Review, ReviewState
from exempelbank.settings import Settings


def public_fields(contribution: Contribution) -> dict[str, Any]:
    """By name. The contact only where it has agreed to be published."""
    names = contribution.public_type().model_fields
    fields = {name: getattr(contribution, name) for name in names}
    silent = isinstance(contribution, Example) and not contribution.contact_publish
    return fields | dict.fromkeys(CONTACT, "") if silent else fields


def public_view(contribution: Contribution) -> Contribution:
    """What would be published of it, and nothing else."""
    return contribution.public_type().model_construct(**public_fields(contribution))


def state_on(review: Review | Publication, today: date) -> ReviewState:
    """Once its time has run out it needs review, whether or not anyone has acted."""
    expired = isinstance(review, Publication) and review.review_by < today
    if expired and review.state is ReviewState.APPROVED:
        return ReviewState.NEEDS_REVIEW
    return review.state


def next_review(approved: date, settings: Settings) -> date:
    """The last day on which it may go unreviewed."""
    return months_later(approved, settings.organisation.review_months)


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the last one of a shorter month; or the last day of all."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def approved_by_recorder(recorded_by: str, *approvers: str) -> bool:
    """Whoever wrote down what was told has chosen its words: another pair of eyes approves it."""
    return bool(recorded_by) and recorded_by in approvers


def is_approved_by_two(reviewers: Sequence[str]) -> bool:
    """The ids of who handled it and who approved it."""
    return len(reviewers) == 2 and len(set(reviewers)) == 2
