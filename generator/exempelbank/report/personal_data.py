"""Texts -> what the privacy rules find in them, and the same texts with the worst redacted.

A personal number is reported and never shown, not even to the reviewer: a report is kept by the
forge and sent by mail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from exempelbank.i18n import _
from exempelbank.model.submission import Published, UnderReview
from exempelbank.privacy.redaction import with_dots
from exempelbank.privacy.releases import releases_of
from exempelbank.privacy.rules import Enforcement, PrivacyFinding, findings_in
from exempelbank.privacy.texts import text_hash
from exempelbank.report.findings import Finding, FindingKind, finding_at
from exempelbank.report.passages import Passage
from exempelbank.settings import Settings


def redacted(text: str) -> str:
    """The same text, as long as it was, with dots for what must not be shown."""
    for rule, start, end in _findings(text, True):
        if rule.hidden:
            text = with_dots(text, start, end)
    return text


# (rule, hash of the text) -> a sentence about its release: by whom, and why
ReleaseRemarks = Mapping[tuple[str, str], str]


def personal_data_in(passages: Sequence[Passage], releases: ReleaseRemarks) -> tuple[Finding, ...]:
    """What blocks publication comes first. What a person has released blocks it no longer, and
    whose word that is stands where the advice else would.
    """
    findings = [
        _finding(passage, match, releases.get((match.rule.id, text_hash(passage.text)), ""))
        for passage in passages
        for match in sorted(
            _findings(passage.text, passage.running), key=lambda finding: finding.start
        )
    ]
    return tuple(sorted(findings, key=lambda finding: not finding.blocks_publication))


def _finding(passage: Passage, match: PrivacyFinding, release: str) -> Finding:
    rule, start, end = match
    release = release if rule.enforcement is Enforcement.RELEASABLE else ""
    return finding_at(
        replace(passage, text=redacted(passage.text)),
        start,
        end,
        FindingKind.PERSONAL,
        rule.says,
        release or rule.fix,
        rule.enforcement.blocks_publication and not release,
    )


def release_remarks_of(contribution: UnderReview | Published, settings: Settings) -> ReleaseRemarks:
    """Whose word it is, and the reason as the log has it."""
    reasons = {entry.by: entry.note for entry in contribution.review.log if entry.did == "released"}
    remarks = {}
    for release in releases_of(contribution):
        known = settings.reviewers.get(release.by)
        remarks[release.rule, release.text_hash] = _("Released by {name}: {reason}").format(
            name=known.name if known else _("The import"),
            reason=redacted(reasons.get(release.by, "") or "–"),
        )
    return remarks


@lru_cache(maxsize=1024)  # most texts are searched several times on their way into a report
def _findings(text: str, running: bool) -> tuple[PrivacyFinding, ...]:
    return tuple(findings_in(text, running))
