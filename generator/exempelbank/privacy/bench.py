"""Labelled sentences -> how many the rules find, and how many of those they find are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.privacy.rules import RULES, findings_in

SENTENCES = "tests/privacy/sentences.tsv"  # in the project
KINDS = tuple(rule.id for rule in RULES)


@dataclass(frozen=True, slots=True)
class Sentence:
    line: int
    holds: frozenset[str]  # ids of rules
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    kind: str
    right: int
    missed: tuple[int, ...]  # lines
    wrong: tuple[int, ...]

    @property
    def sentences(self) -> int:
        """Those that hold it, or were said to."""
        return self.right + len(self.missed) + len(self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + len(self.missed), 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)


def read_sentences(path: Path) -> list[Sentence]:
    """Raises UnreadableFile. A line is: what it holds, divided by commas, a tab, the sentence."""
    sentences = []
    for line, text in enumerate(text_of(path).splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        labels, tab, words = text.partition("\t")
        holds = frozenset(labels.replace(" ", "").split(",")) - {"none"}
        if not tab or not holds <= set(KINDS):
            raise UnreadableFile(
                _("must be what the sentence holds, a tab, and the sentence"),
                line,
                _("It may hold: {kinds}, or none.").format(kinds=", ".join(KINDS)),
            )
        sentences.append(Sentence(line, holds, words))
    return sentences


def scores(sentences: Iterable[Sentence]) -> list[Score]:
    told = [
        (sentence, {finding.rule.id for finding in findings_in(sentence.text, running=True)})
        for sentence in sentences
    ]
    return [
        Score(
            kind,
            right=sum(kind in sentence.holds and kind in found for sentence, found in told),
            missed=tuple(one.line for one, found in told if kind in one.holds - found),
            wrong=tuple(one.line for one, found in told if kind in found - one.holds),
        )
        for kind in KINDS
    ]
