"""Dates that have passed, and dates that can't have come yet."""

from __future__ import annotations

from datetime import date

from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.review.project_records import Library


def check_dates(library: Library, today: date, problems: Problems) -> None:
    for stored in library.published:
        review = stored.record.review
        if review.state is ReviewState.APPROVED and review.review_by < today:
            problems.warning(
                stored.document.location("review", "review_by"),
                _("was to be reviewed again by {day}").format(day=review.review_by),
                _("Ask whether it still holds, and renew it: exempelbank approve {id} …").format(
                    id=stored.record.id
                ),
            )
        for name in ("published", "updated"):
            if getattr(review, name) > today:
                problems.error(
                    stored.document.location("review", name), _("is a day that has not come yet")
                )
        for number, entry in enumerate(review.log):
            if entry.at.date() > today:
                problems.error(
                    stored.document.location("review", "log", number, "at"),
                    _("is a day that has not come yet"),
                )
    for record in library.content:
        event = record.record
        if isinstance(event, Event) and event.sign_up_by and event.sign_up_by > event.ends.date():
            problems.warning(
                record.document.location("sign_up_by"), _("is after the event itself is over")
            )
