"""An example's log and approvals -> who has done what, by name."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.report.personal import masked
from exempelbank.report.report import Deed
from exempelbank.settings import Settings

AnyExample = Submission | PublishedExample

_DEEDS: Mapping[str, str] = {
    "handled": N_("a deed", "took it on"),
    "checklist": N_("a deed", "answered the checklist"),
    "revised": N_("a deed", "revised it"),
    "renewed": N_("a deed", "renewed it"),
    "released": N_("a deed", "released it"),
    "updated": N_("a deed", "updated it from the form"),
}


def deeds_of(example: AnyExample, settings: Settings) -> tuple[Deed, ...]:
    return tuple(
        Deed(
            entry.at,
            masked(_person(entry.by, settings)),
            masked(_did(entry.did)),
            masked(entry.note),
        )
        for entry in example.review.log
    )


def _person(by: str, settings: Settings) -> str:
    if by == "import":
        return _("The import")
    return settings.reviewers[by].name if by in settings.reviewers else by


def _did(word: str) -> str:
    if word in list(ReviewState):
        return ReviewState(word).label
    return pgettext("a deed", _DEEDS[word]) if word in _DEEDS else word


def handler_of(example: AnyExample, settings: Settings) -> str:
    if isinstance(example, Submission) and example.review.handled:
        return _person(example.review.handled.by, settings)
    return ""


def approvers_of(example: AnyExample, settings: Settings, bound: str) -> tuple[str, ...]:
    if isinstance(example, PublishedExample):
        return tuple(_person(by, settings) for by in example.review.approved_by)
    return tuple(
        _person(approval.by, settings)
        for approval in example.review.approvals
        if approval.content_hash == bound
    )
