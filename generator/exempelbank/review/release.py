"""A reviewer's word on what the privacy rules have stopped -> the file that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from exempelbank.checks.privacy import check_words
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.review import Release
from exempelbank.privacy.releases import Stopped, still_needed
from exempelbank.problems import Location, Problems
from exempelbank.review.repository import log_entry, with_log
from exempelbank.review.transitions import check_reviewer
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class Word:
    by: str  # a reviewer's id
    reason: str
    now: datetime


def plan_release(
    document: Document,
    stopped: Iterable[Stopped],
    before: tuple[Release, ...],
    word: Word,
    settings: Settings,
    problems: Problems,
) -> Document | None:
    """For every text that is stopped and not released yet. `before`: what has been released; what
    has fallen goes. None when there is nothing to release, or something is wrong.
    """
    place, stopped = Location(document.path), tuple(stopped)
    check_reviewer(place, word.by, settings, problems)
    problems.found += check_words(place, word.reason)
    if not word.reason.strip():
        problems.error(place, _("the reason is missing"), _("Write --reason and why."))
    kept = still_needed(stopped, before)
    known = {(release.rule, release.text_hash) for release in kept}
    new = [one for one in stopped if (one.rule, one.text_hash) not in known]
    if not new:
        problems.error(place, _("nothing in it waits for a person's word"))
    if problems.errors:
        return None
    has_log = "review" in document.data
    reason = "" if has_log else word.reason.strip()  # the log holds it, where there is one
    releases = [*kept, *(one.released(word.by, reason) for one in new)]
    keys = ("review", "releases") if has_log else ("releases",)
    data = [release.model_dump(exclude_defaults=True) for release in releases]
    document = document.with_value(keys, data)
    if has_log:
        document = with_log(document, log_entry(word.by, "released", word.now, word.reason.strip()))
    return document
