"""Whoever sent something in: the published contact, or else the way to the row in the form tool."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.model.submission import Published, UnderReview
    from exempelbank.review.repository import StoredContribution


def published_address(record: UnderReview | Published) -> str:
    from exempelbank.model.example import Example
    from exempelbank.model.record import Email

    agreed = isinstance(record, Example) and record.contact_publish
    email = record.contact_email if isinstance(record, Example) and agreed else ""
    return email if Email.pattern.fullmatch(email) else ""


def where_it_came_in(stored: StoredContribution, context: ReviewContext) -> Iterator[str]:
    from exempelbank.intake.identity.response_key import response_id_in

    source = stored.record.source
    if not source.form:
        yield _("It came by no form: look in the office's mail, or ask whoever wrote it down.")
        return
    yield _("form: {form}").format(form=source.form)
    if source.submitted_at:
        when = source.submitted_at.astimezone(context.settings.zone)
        yield _("sent in: {when}").format(when=when.strftime("%Y-%m-%d %H:%M"))
    if number := response_id_in(source.key):
        yield _("number in the form tool: {number}").format(number=number)
    order, count = _order_in_form(stored, context)
    if order:
        yield _("by the day it was sent in, number {n} of the {count} that we have read").format(
            n=order, count=count
        )


def _order_in_form(stored: StoredContribution, context: ReviewContext) -> tuple[int, int]:
    """(which, of how many), counted from 1; 0 when nobody knows."""
    from exempelbank.problems import Problems
    from exempelbank.review.repository import published, submissions

    unheard, form = Problems(), stored.record.source.form
    known: list[StoredContribution] = [
        *submissions(context.root, unheard),
        *published(context.root, unheard),
    ]
    sources = {one.record.id: one.record.source for one in known}
    moments = {
        id: source.submitted_at
        for id, source in sources.items()
        if source.form == form and source.submitted_at
    }
    order = sorted(moments, key=lambda id: moments[id])
    return (order.index(stored.record.id) + 1 if stored.record.id in order else 0), len(order)
