"""Everything a reviewer should know about a contribution, as a plain value.

What must be redacted is redacted already. How it looks is decided by `markdown` and `page`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from exempelbank.files.paths import CONTENT
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.contribution import Contribution
from exempelbank.model.review import Answer, ReviewState
from exempelbank.problems import Problem
from exempelbank.report.duplicates import PossibleDuplicate
from exempelbank.report.findings import Finding
from exempelbank.report.plain_language import PlainLanguage
from exempelbank.report.word_diff import DiffOp, DiffRun


class Verdict(StrEnum):
    HELD = "held"  # personal data: nothing else matters until they are gone
    INCOMPLETE = "incomplete"
    IN_HAND = "in-hand"  # whole, but a person has not finished with it
    READY = "ready"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class FieldDiff:
    name: str  # the field or section
    runs: tuple[DiffRun, ...]

    @property
    def changed_words(self) -> int:
        """How many words were taken away or added, whichever is more."""
        counts = dict.fromkeys(DiffOp, 0)
        for run in self.runs:
            counts[run.op] += len(run.text.split())
        return max(counts[DiffOp.REMOVED], counts[DiffOp.ADDED])


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    label: str
    question: str
    answer: Answer | None
    comment: str = ""

    @property
    def is_open(self) -> bool:
        """Someone has to think about it still."""
        return self.answer in (None, Answer.NO)

    @property
    def answer_text(self) -> str:
        return pgettext("an answer", _ANSWERS[self.answer])


_ANSWERS = {
    Answer.YES: N_("an answer", "Yes"),
    Answer.NO: N_("an answer", "No"),
    Answer.NOT_APPLICABLE: N_("an answer", "Not applicable"),
    None: N_("an answer", "Not answered"),
}


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    at: datetime
    person: str  # by name
    action: str  # "besvarade checklistan"
    note: str = ""


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What a contribution is compared with, and what to call it."""

    contribution: Contribution
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    id: str
    path: str
    description: str  # "ett nytt exempel från Ekby"
    verdict: Verdict
    title: str = ""
    state: ReviewState | None = None  # None: the file can't be read
    submitted: datetime | None = None
    missing: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()  # what does not stand in the way
    personal: tuple[Finding, ...] = ()
    language: PlainLanguage | None = None
    duplicates: tuple[PossibleDuplicate, ...] = ()
    compared_with: str = ""  # the name of the earlier version
    changes: tuple[FieldDiff, ...] = ()
    checklist: tuple[ChecklistRow, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    handler: str = ""
    approvers: tuple[str, ...] = ()  # of this very text, as the file says

    @property
    def public(self) -> bool:
        """Published before, and changed since."""
        return self.path.startswith(f"{CONTENT}/")

    @property
    def approved(self) -> str:
        """Who has, in a sentence; empty when nobody has."""
        names = ", ".join(self.approvers)
        return _("Approved by {names}, as the text stands.").format(names=names) if names else ""

    @property
    def held(self) -> bool:
        return self.verdict is Verdict.HELD

    @property
    def unanswered(self) -> int:
        return sum(row.answer is None for row in self.checklist)

    @property
    def refused(self) -> int:
        return sum(row.answer is Answer.NO for row in self.checklist)
