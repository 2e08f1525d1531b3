"""submissions/ -> how many wait, and how long. Never what they say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from exempelbank.followup.figure_table import FigureTable
from exempelbank.i18n import _, pgettext
from exempelbank.model.review import PUBLISHED_STATES, ReviewState
from exempelbank.model.submission import UnderReview

STATES = tuple(state for state in ReviewState if state not in PUBLISHED_STATES)
_CLOSED = (ReviewState.DECLINED, ReviewState.WITHDRAWN)


def queue_table(submissions: Iterable[UnderReview], today: date) -> FigureTable:
    days: dict[ReviewState, list[int]] = {state: [] for state in STATES}
    for submission in submissions:
        arrived = arrived_on(submission)
        waited = (today - arrived).days if arrived else 0
        days.setdefault(submission.review.state, []).append(waited)
    return FigureTable(
        "ko",
        pgettext("figures", "Queue"),
        (pgettext("figures", "State"), pgettext("figures", "Answers"), _("Longest wait, days")),
        tuple(
            (state.label, len(waits), 0 if state in _CLOSED else max(waits, default=0))
            for state, waits in days.items()
        ),
        _("What lies in the folder submissions, counted from the day it came."),
    )


def arrived_on(submission: UnderReview) -> date | None:
    """The day the form was answered, or else the first in the log."""
    first = submission.review.log[0].at if submission.review.log else None
    arrived = submission.source.submitted_at or first
    return arrived.date() if arrived else None
