"""Labelled sentences -> for each privacy rule its recall and precision: how many of those that it
should find it finds, and how many of those it finds are right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.privacy.rules import RULES, findings_in

SENTENCES = "tests/privacy/sentences.tsv"  # in the project
RULE_IDS = tuple(dict.fromkeys(rule.id for rule in RULES))


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    line: int
    labels: frozenset[str]  # ids of the rules that should find something in it
    text: str


@dataclass(frozen=True, slots=True)
class RuleScore:
    rule: str  # its id
    found: int  # rightly
    missed: tuple[int, ...]  # lines
    wrong: tuple[int, ...]

    @property
    def sentences(self) -> int:
        """Those in which it should find something, or did."""
        return self.found + len(self.missed) + len(self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(self.found + len(self.missed), 1)

    @property
    def precision(self) -> float:
        return self.found / max(self.found + len(self.wrong), 1)


def read_sentences(path: Path) -> list[LabelledSentence]:
    """Raises UnreadableFile. A line is: what it holds, divided by commas, a tab, the sentence."""
    sentences = []
    for line, text in enumerate(text_of(path).splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        labels, tab, words = text.partition("\t")
        rules = frozenset(labels.replace(" ", "").split(",")) - {"none"}
        if not tab or not rules <= set(RULE_IDS):
            raise UnreadableFile(
                _("must be what the sentence holds, a tab, and the sentence"),
                line,
                _("It may hold: {kinds}, or none.").format(kinds=", ".join(RULE_IDS)),
            )
        sentences.append(LabelledSentence(line, rules, words))
    return sentences


def evaluate(sentences: Iterable[LabelledSentence]) -> list[RuleScore]:
    """A score for every rule, also for one that no sentence is labelled with."""
    results = [
        (sentence, {finding.rule.id for finding in findings_in(sentence.text, running=True)})
        for sentence in sentences
    ]
    return [
        RuleScore(
            rule,
            found=sum(rule in sentence.labels & found for sentence, found in results),
            missed=tuple(
                sentence.line for sentence, found in results if rule in sentence.labels - found
            ),
            wrong=tuple(
                sentence.line for sentence, found in results if rule in found - sentence.labels
            ),
        )
        for rule in RULE_IDS
    ]
