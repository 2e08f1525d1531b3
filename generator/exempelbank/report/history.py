"""An example's log and approvals -> its history: who has done what, by name."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.report.personal_data import redacted
from exempelbank.report.report import HistoryEntry
from exempelbank.settings import Settings

AnyExample = Submission | PublishedExample

_ACTION_TEXTS: Mapping[str, str] = {
    "handled": N_("a deed", "took it on"),
    "checklist": N_("a deed", "answered the checklist"),
    "revised": N_("a deed", "revised it"),
    "renewed": N_("a deed", "renewed it"),
    "released": N_("a deed", "released it"),
    "updated": N_("a deed", "updated it from the form"),
}


def history_of(example: AnyExample, settings: Settings) -> tuple[HistoryEntry, ...]:
    return tuple(
        HistoryEntry(
            entry.at,
            redacted(_name_of(entry.by, settings)),
            redacted(_action_text(entry.did)),
            redacted(entry.note),
        )
        for entry in example.review.log
    )


def _name_of(by: str, settings: Settings) -> str:
    if by == "import":
        return _("The import")
    return settings.reviewers[by].name if by in settings.reviewers else by


def _action_text(word: str) -> str:
    if word in list(ReviewState):
        return ReviewState(word).label
    return pgettext("a deed", _ACTION_TEXTS[word]) if word in _ACTION_TEXTS else word


def handler_of(example: AnyExample, settings: Settings) -> str:
    if isinstance(example, Submission) and example.review.handled:
        return _name_of(example.review.handled.by, settings)
    return ""


def approvers_of(example: AnyExample, settings: Settings, approved_hash: str) -> tuple[str, ...]:
    """By name, those whose approval is bound to `approved_hash`: of the text as it stands."""
    if isinstance(example, PublishedExample):
        return tuple(_name_of(by, settings) for by in example.review.approved_by)
    return tuple(
        _name_of(approval.by, settings)
        for approval in example.review.approvals
        if approval.content_hash == approved_hash
    )
