"""Answers -> what keeps a form from being sent. theme/assets/form/check.js says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.questionnaire.patterns import PATTERNS, SPACE
from exempelbank.questionnaire.question import AskedQuestion, Questionnaire

Answers = Mapping[str, str | Sequence[str]]


class FaultKind(StrEnum):
    MISSING = auto()
    TOO_LONG = auto()
    TOO_SHORT = auto()
    TOO_MANY = auto()
    TOO_FEW = auto()
    UNKNOWN = auto()  # none of the choices
    WRONG_FORM = auto()  # no month, no address …
    TOO_EARLY = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    question: str
    kind: FaultKind
    number: int = 0  # of characters or items too many, or too few


def faults_in(answers: Answers, questionnaire: Questionnaire) -> list[Fault]:
    """The first of each question, in the order of the form."""
    found = (_fault(question, answers) for question in questionnaire.questions)
    return [fault for fault in found if fault]


def is_asked(question: AskedQuestion, answers: Answers) -> bool:
    condition = question.condition
    return condition is None or any(
        answer in condition.one_of for answer in _texts(answers, condition.question) or [""]
    )


def _fault(question: AskedQuestion, answers: Answers) -> Fault | None:
    return next(_faults(question, answers), None) if is_asked(question, answers) else None


def _faults(question: AskedQuestion, answers: Answers) -> Iterator[Fault]:
    texts = _texts(answers, question.id)
    if question.shape is AnswerShape.ATTESTATION and texts == ["no"]:
        texts = []
    if not texts:
        if question.required and not (question.or_else and _texts(answers, question.or_else)):
            yield Fault(question.id, FaultKind.MISSING)
        return
    if (most := question.most_items or len(texts)) < len(texts):
        yield Fault(question.id, FaultKind.TOO_MANY, len(texts) - most)
    if (fewest := question.fewest_items or 0) > len(texts):
        yield Fault(question.id, FaultKind.TOO_FEW, fewest - len(texts))
    for text in texts:
        if (over := len(text) - (question.most_characters or len(text))) > 0:
            yield Fault(question.id, FaultKind.TOO_LONG, over)
        if (under := (question.fewest_characters or 0) - len(text)) > 0:
            yield Fault(question.id, FaultKind.TOO_SHORT, under)
    if not all(_may_be_chosen(text, question, answers) for text in texts):
        yield Fault(question.id, FaultKind.UNKNOWN)
    if question.form and not all(re.fullmatch(PATTERNS[question.form], text) for text in texts):
        yield Fault(question.id, FaultKind.WRONG_FORM)
    if question.not_before and texts < _texts(answers, question.not_before):
        yield Fault(question.id, FaultKind.TOO_EARLY)


def _may_be_chosen(text: str, question: AskedQuestion, answers: Answers) -> bool:
    if question.shape is AnswerShape.ATTESTATION:
        return text in ("yes", "no")
    if not question.choices:
        return True
    places = ("", *_texts(answers, "municipality"))
    return any(choice.id == text and choice.of in places for choice in question.choices)


def _texts(answers: Answers, name: str) -> list[str]:
    """What is said, without empty lines."""
    answer = answers.get(name, "")
    texts = [answer] if isinstance(answer, str) else answer
    return [text for one in texts if (text := one.strip(SPACE))]
