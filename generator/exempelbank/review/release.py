"""A reviewer's word on what the privacy rules have stopped -> the file that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from exempelbank.checks.privacy import check_words
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.review import Release
from exempelbank.privacy.releases import ReleasableFinding, still_needed
from exempelbank.problems import Location, Problems
from exempelbank.review.repository import log_entry, with_log
from exempelbank.review.transitions import check_reviewer
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    by: str  # a reviewer's id
    reason: str
    now: datetime


def plan_release(
    document: Document,
    findings: Iterable[ReleasableFinding],
    releases_before: tuple[Release, ...],
    request: ReleaseRequest,
    settings: Settings,
    problems: Problems,
) -> Document | None:
    """For every finding that is not released yet. `releases_before`: what has been
    released; what has fallen goes. None when there is nothing to release, or something is wrong.
    """
    place, findings = Location(document.path), tuple(findings)
    check_reviewer(place, request.by, settings, problems)
    problems.found += check_words(place, request.reason)
    if not request.reason.strip():
        problems.error(place, _("the reason is missing"), _("Write --reason and why."))
    still_valid = still_needed(findings, releases_before)
    known = {(release.rule, release.text_hash) for release in still_valid}
    new = [finding for finding in findings if (finding.rule, finding.text_hash) not in known]
    if not new:
        problems.error(place, _("nothing in it waits for a person's word"))
    if problems.errors:
        return None
    has_log = "review" in document.data
    reason = "" if has_log else request.reason.strip()  # the log holds it, where there is one
    releases = [*still_valid, *(finding.release(request.by, reason) for finding in new)]
    keys = ("review", "releases") if has_log else ("releases",)
    data = [release.model_dump(exclude_defaults=True) for release in releases]
    document = document.with_value(keys, data)
    if has_log:
        document = with_log(
            document, log_entry(request.by, "released", request.now, request.reason.strip())
        )
    return document
