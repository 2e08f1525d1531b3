"""A lead and the answer that came of it -> one file, by the id of the lead."""

from __future__ import annotations

from datetime import datetime

from exempelbank.i18n import _
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredRecord, log_entry, with_log
from exempelbank.review.transitions import UNDECIDED, check_reviewer
from exempelbank.rules.written_by_import import with_note
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction


def plan_tie(
    answer: StoredRecord[UnderReview],
    lead: StoredRecord[UnderReview],
    by: str,
    now: datetime,
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """The answer as it stands, with the lead's id and the logs of both. Import still knows it."""
    place = lead.document.location("review", "state")
    check_reviewer(place, by, settings, problems)
    if lead.record.review.state is not ReviewState.LEAD:
        problems.error(
            place,
            _("{id} is no lead").format(id=lead.record.id),
            _("First the answer, then the lead that it came of: exempelbank tie ANSWER LEAD"),
        )
    if answer.record.review.state not in UNDECIDED or answer.record.revises:
        problems.error(
            answer.document.location("review", "state"),
            _("only an answer that is new, and not decided yet, is tied to a lead"),
        )
    if problems.errors:
        return None
    logs = [stored.document.data["review"].get("log", []) for stored in (lead, answer)]
    document = answer.document.with_value(("id",), lead.record.id)
    document = document.with_value(("review", "log"), [*logs[0], *logs[1]])
    document = with_log(document, log_entry(by, "tied", now, answer.record.id))
    return Transaction(
        {lead.document.path: with_note(answer.document, document).text},
        (answer.document.path,),
        {stored.document.path: stored.document.read for stored in (lead, answer)},
    )
