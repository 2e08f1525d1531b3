"""Texts -> what the privacy rules find in them, and the same texts with the worst hidden.

A personal number is told of and never shown, not even to the reviewer: a report is kept by the
forge and sent by mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.privacy.rules import Finding as PrivacyFinding
from generator.privacy.rules import findings_in
from generator.report.findings import Finding, Kind, finding_at
from generator.report.passages import Passage

_SEEN = re.compile(r"\S")


def masked(text: str) -> str:
    """The same text, as long as it was, with dots for what must not be shown."""
    for rule, start, end in _found(text, True):
        if rule.hidden:
            text = text[:start] + _SEEN.sub("•", text[start:end]) + text[end:]
    return text


def personal_data_in(passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """What holds the example comes first."""
    found = [
        finding_at(
            replace(passage, text=masked(passage.text)),
            start,
            end,
            Kind.PERSONAL,
            rule.says,
            rule.fix,
            rule.gravity.holds,
        )
        for passage in passages
        for rule, start, end in _in_order(_found(passage.text, passage.running))
    ]
    return tuple(sorted(found, key=lambda finding: not finding.holds))


def _in_order(found: Iterable[PrivacyFinding]) -> list[PrivacyFinding]:
    return sorted(found, key=lambda finding: finding.start)


@lru_cache(maxsize=1024)  # most texts are searched several times on their way into a report
def _found(text: str, running: bool) -> tuple[PrivacyFinding, ...]:
    return tuple(findings_in(text, running))
