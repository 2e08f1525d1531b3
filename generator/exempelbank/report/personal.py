"""Texts -> what the privacy rules find in them, and the same texts with the worst hidden.

A personal number is told of and never shown, not even to the reviewer: a report is kept by the
forge and sent by mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from exempelbank.i18n import _
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.privacy.releases import releases_of
from exempelbank.privacy.rules import Finding as PrivacyFinding
from exempelbank.privacy.rules import Gravity, findings_in
from exempelbank.privacy.texts import text_hash
from exempelbank.report.findings import Finding, Kind, finding_at
from exempelbank.report.passages import Passage
from exempelbank.settings import Settings

_SEEN = re.compile(r"\S")


def masked(text: str) -> str:
    """The same text, as long as it was, with dots for what must not be shown."""
    for rule, start, end in _found(text, True):
        if rule.hidden:
            text = text[:start] + _SEEN.sub("•", text[start:end]) + text[end:]
    return text


# (rule, hash of the text) -> what is told of a release, in a sentence
Releases = Mapping[tuple[str, str], str]


def personal_data_in(passages: Sequence[Passage], releases: Releases) -> tuple[Finding, ...]:
    """What holds the example comes first. What a person has released holds it no longer, and
    whose word that is stands where the advice else would.
    """
    found = [
        _finding(passage, one, releases.get((one.rule.id, text_hash(passage.text)), ""))
        for passage in passages
        for one in _in_order(_found(passage.text, passage.running))
    ]
    return tuple(sorted(found, key=lambda finding: not finding.holds))


def _finding(passage: Passage, found: PrivacyFinding, word: str) -> Finding:
    rule, start, end = found
    word = word if rule.gravity is Gravity.RELEASABLE else ""
    return finding_at(
        replace(passage, text=masked(passage.text)),
        start,
        end,
        Kind.PERSONAL,
        rule.says,
        word or rule.fix,
        rule.gravity.holds and not word,
    )


def releases_told(example: Submission | PublishedExample, settings: Settings) -> Releases:
    """Whose word it is, and the reason as the log has it."""
    reasons = {entry.by: entry.note for entry in example.review.log if entry.did == "released"}
    told = {}
    for release in releases_of(example):
        known = settings.reviewers.get(release.by)
        told[release.rule, release.text_hash] = _("Released by {name}: {reason}").format(
            name=known.name if known else _("The import"),
            reason=masked(reasons.get(release.by, "") or "–"),
        )
    return told


def _in_order(found: Iterable[PrivacyFinding]) -> list[PrivacyFinding]:
    return sorted(found, key=lambda finding: finding.start)


@lru_cache(maxsize=1024)  # most texts are searched several times on their way into a report
def _found(text: str, running: bool) -> tuple[PrivacyFinding, ...]:
    return tuple(findings_in(text, running))
