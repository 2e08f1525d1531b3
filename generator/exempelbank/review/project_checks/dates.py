"""Dates that have passed, and dates that can't have come yet."""

from __future__ import annotations

from datetime import date

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.content import Event, Initiative
from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.review.project_records import ProjectRecords


def check_dates(records: ProjectRecords, today: date, problems: Problems) -> None:
    for submission in records.submissions:
        for name, given in submission.record.attestations:
            if given and given.date and given.date > today:
                problems.error(
                    submission.document.location("attestations", name),
                    _("is a day that has not come yet"),
                    _("Write the day when they said yes."),
                )
    for example in records.published:
        review = example.record.review
        if review.state is ReviewState.APPROVED and review.review_by < today:
            problems.warning(
                example.document.location("review", "review_by"),
                _("was to be reviewed again by {day}").format(day=review.review_by),
                _("Ask whether it still holds, and renew it: exempelbank approve {id} …").format(
                    id=example.record.id
                ),
            )
        for name in ("published", "updated"):
            if getattr(review, name) > today:
                problems.error(
                    example.document.location("review", name), _("is a day that has not come yet")
                )
        for number, entry in enumerate(review.log):
            if entry.at.date() > today:
                problems.error(
                    example.document.location("review", "log", number, "at"),
                    _("is a day that has not come yet"),
                )
    for stored in records.content_records:
        event = stored.record
        if isinstance(event, Event) and event.sign_up_by and event.sign_up_by > event.last_day:
            problems.warning(
                stored.document.location("sign_up_by"), _("is after the event itself is over")
            )
        if isinstance(event, Event) and event.participants is not None:
            _check_that_it_has_been(stored.document, event, today, problems)
        if isinstance(stored.record, Initiative):
            _check_measurements(stored.document, stored.record, today, problems)


def _check_measurements(
    document: Document, initiative: Initiative, today: date, problems: Problems
) -> None:
    for number, indicator in enumerate(initiative.indicators):
        if any(one.day > today for one in indicator.values):
            problems.warning(
                document.location("indicators", number, "values"),
                _("has a day that has not come yet"),
                _("Correct the day, or take the value away until it has been measured."),
            )


def _check_that_it_has_been(
    document: Document, event: Event, today: date, problems: Problems
) -> None:
    if event.cancelled or event.first_day > today:
        problems.warning(
            document.location("participants"),
            _("are told of what is cancelled")
            if event.cancelled
            else _("are told of what has not been yet"),
            _("Write how many came when it has been. Those who have signed up are not counted."),
        )
