"""A contribution's log and approvals -> its history: who has done what, by name."""

from __future__ import annotations

from exempelbank.model.submission import Published, UnderReview
from exempelbank.report.personal_data import redacted
from exempelbank.report.report import HistoryEntry
from exempelbank.rules.log import action_text
from exempelbank.rules.people import person_name
from exempelbank.settings import Settings

Reviewed = UnderReview | Published


def history_of(example: Reviewed, settings: Settings) -> tuple[HistoryEntry, ...]:
    return tuple(
        HistoryEntry(
            entry.at,
            redacted(person_name(entry.by, settings)),
            redacted(action_text(entry.did)),
            redacted(entry.note),
        )
        for entry in example.review.log
    )


def approvers_of(example: Reviewed, settings: Settings, approved_hash: str) -> tuple[str, ...]:
    """By name, those whose approval is bound to `approved_hash`: of the text as it stands."""
    if isinstance(example, Published):
        return tuple(person_name(by, settings) for by in example.review.approved_by)
    return tuple(
        person_name(approval.by, settings)
        for approval in example.review.approvals
        if approval.content_hash == approved_hash
    )
