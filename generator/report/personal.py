"""Texts and a way to find personal data in them -> findings, and the texts with the worst hidden.

What is searched for is decided elsewhere and handed in. A personal number is told of and never
shown, not even to the reviewer: a report is kept by the forge and sent by mail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.report.findings import Finding, Kind, finding_at
from generator.report.passages import Passage


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Characters `start` to `end` of a text say something about a person."""

    start: int
    end: int
    says: str  # one sentence, no full stop, without the value
    fix: str = ""
    holds: bool = False  # nothing may be published while it stands there
    hidden: bool = False  # the value must not be shown in a report


# (text, is it running text?): names and places in a list of words are no one's story.
Search = Callable[[str, bool], Iterable[PersonalData]]


@dataclass(frozen=True, slots=True)
class Masks:
    search: Search

    def over(self, text: str) -> str:
        """The same text, as long as it was, with dots for what must not be shown."""
        for data in self.search(text, True):
            if data.hidden:
                value = _SEEN.sub("•", text[data.start : data.end])
                text = text[: data.start] + value + text[data.end :]
        return text


_SEEN = re.compile(r"\S")


def personal_data_in(passages: Sequence[Passage], search: Search) -> tuple[Finding, ...]:
    """What holds the example comes first."""
    masks = Masks(search)
    found = [
        finding_at(
            replace(passage, text=masks.over(passage.text)),
            data.start,
            data.end,
            Kind.PERSONAL,
            data.says,
            data.fix,
            data.holds,
        )
        for passage in passages
        for data in sorted(search(passage.text, passage.running), key=lambda data: data.start)
    ]
    return tuple(sorted(found, key=lambda finding: not finding.holds))
