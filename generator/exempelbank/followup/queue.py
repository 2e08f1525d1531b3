"""submissions/ -> how many wait, and how long. Never what they say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from exempelbank.followup.table import Table
from exempelbank.i18n import _
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Submission

STATES = (
    ReviewState.LEAD,
    ReviewState.RECEIVED,
    ReviewState.IN_REVIEW,
    ReviewState.CHANGES_REQUESTED,
    ReviewState.DECLINED,
    ReviewState.WITHDRAWN,
)
_OVER = (ReviewState.DECLINED, ReviewState.WITHDRAWN)


def the_queue(submissions: Iterable[Submission], today: date) -> Table:
    days: dict[ReviewState, list[int]] = {state: [] for state in STATES}
    for submission in submissions:
        came = came_on(submission)
        days.setdefault(submission.review.state, []).append((today - came).days if came else 0)
    return Table(
        "ko",
        _("The queue"),
        (_("State"), _("Answers"), _("Longest wait, days")),
        tuple(
            (state.label, len(waits), 0 if state in _OVER else max(waits, default=0))
            for state, waits in days.items()
        ),
        _("Answers in submissions, counted from the day they came."),
    )


def came_on(submission: Submission) -> date | None:
    """The day the form was answered, or else the first in the log."""
    first = submission.review.log[0].at if submission.review.log else None
    came = submission.source.submitted_at or first
    return came.date() if came else None
