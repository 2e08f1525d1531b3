"""Whoever sent something in: the published contact, or else the way to the row in the form tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.i18n import _
from exempelbank.intake.identity.response_key import response_id_in
from exempelbank.model.example import Example
from exempelbank.model.record import Email
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredContribution, published, submissions
from exempelbank.rules.people import person_name
from exempelbank.settings import Settings


def published_address(record: UnderReview | Published) -> str:
    agreed = isinstance(record, Example) and record.contact_publish
    email = record.contact_email if isinstance(record, Example) and agreed else ""
    return email if Email.pattern.fullmatch(email) else ""


def where_it_came_in(
    stored: StoredContribution, known: list[StoredContribution], settings: Settings
) -> Iterator[str]:
    """`known`: all that has come in, as `all_contributions` has it."""
    source = stored.record.source
    if source.recorded_by:
        yield _("It was told to {name}, who wrote it down and knows who told it.").format(
            name=person_name(source.recorded_by, settings)
        )
        if source.sender_kept_in:
            yield _("Who told of it is kept here: {place}").format(place=source.sender_kept_in)
        return
    if not source.form:
        yield _("It came by no form: look in the office's mail, or ask whoever wrote it down.")
        return
    yield _("form: {form}").format(form=source.form)
    if source.submitted_at:
        when = source.submitted_at.astimezone(settings.zone)
        yield _("sent in: {when}").format(when=when.strftime("%Y-%m-%d %H:%M"))
    if number := response_id_in(source.key):
        yield _("number in the form tool: {number}").format(number=number)
    order, count = _order_in_form(stored, known)
    if order:
        yield _("by the day it was sent in, number {n} of the {count} that we have read").format(
            n=order, count=count
        )


def all_contributions(root: Path) -> list[StoredContribution]:
    """Those that can be read, under review and published."""
    unheard = Problems()
    return [*submissions(root, unheard), *published(root, unheard)]


def _order_in_form(stored: StoredContribution, known: list[StoredContribution]) -> tuple[int, int]:
    """(which, of how many), counted from 1; 0 when nobody knows."""
    sources = {one.record.id: one.record.source for one in known}
    moments = {
        id: source.submitted_at
        for id, source in sources.items()
        if source.form == stored.record.source.form and source.submitted_at
    }
    order = sorted(moments, key=lambda id: moments[id])
    return (order.index(stored.record.id) + 1 if stored.record.id in order else 0), len(order)
