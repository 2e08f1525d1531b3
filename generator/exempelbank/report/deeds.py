"""An example's log and approvals -> who has done what, by name."""

from __future__ import annotations

from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.report.personal import masked
from exempelbank.report.report import Deed
from exempelbank.rules.log import deed_words
from exempelbank.rules.people import person_name
from exempelbank.settings import Settings

AnyExample = Submission | PublishedExample


def deeds_of(example: AnyExample, settings: Settings) -> tuple[Deed, ...]:
    return tuple(
        Deed(
            entry.at,
            masked(person_name(entry.by, settings)),
            masked(deed_words(entry.did)),
            masked(entry.note),
        )
        for entry in example.review.log
    )


def approvers_of(example: AnyExample, settings: Settings, bound: str) -> tuple[str, ...]:
    if isinstance(example, PublishedExample):
        return tuple(person_name(by, settings) for by in example.review.approved_by)
    return tuple(
        person_name(approval.by, settings)
        for approval in example.review.approvals
        if approval.content_hash == bound
    )
