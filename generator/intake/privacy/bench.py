"""Labelled sentences -> how many the rules find, and how many of those they find are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.documents import Refused, text_of
from generator.intake.privacy.contacts import mails, phones, streets
from generator.intake.privacy.health import health_near_person
from generator.intake.privacy.numbers import personal_numbers
from generator.intake.privacy.people import Span, names
from generator.texts import _

SENTENCES = "tests/privacy/sentences.tsv"  # in the project
RULES: Mapping[str, Callable[[str], Iterator[Span]]] = {
    "number": personal_numbers,
    "phone": phones,
    "mail": mails,
    "health": health_near_person,
    "street": streets,
    "name": names,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    line: int
    holds: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    kind: str
    right: int
    missed: tuple[int, ...]  # lines
    wrong: tuple[int, ...]

    @property
    def recall(self) -> float:
        return self.right / max(self.right + len(self.missed), 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)


def read_sentences(path: Path) -> list[Sentence]:
    """Raises Refused. A line is: what it holds, divided by commas, a tab, the sentence."""
    sentences = []
    for line, text in enumerate(text_of(path).splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        labels, tab, words = text.partition("\t")
        holds = frozenset(labels.replace(" ", "").split(",")) - {"none"}
        if not tab or not holds <= RULES.keys():
            raise Refused(
                _("must be what the sentence holds, a tab, and the sentence"),
                line,
                _("It may hold: {kinds}, or none.").format(kinds=", ".join(RULES)),
            )
        sentences.append(Sentence(line, holds, words))
    return sentences


def scores(sentences: Iterable[Sentence]) -> list[Score]:
    told = [*sentences]
    return [_score(kind, told) for kind in RULES]


def _score(kind: str, sentences: Iterable[Sentence]) -> Score:
    right, missed, wrong = 0, list[int](), list[int]()
    for sentence in sentences:
        found = any(True for _span in RULES[kind](sentence.text))
        expected = kind in sentence.holds
        right += found and expected
        if found != expected:
            (wrong if found else missed).append(sentence.line)
    return Score(kind, right, tuple(missed), tuple(wrong))
