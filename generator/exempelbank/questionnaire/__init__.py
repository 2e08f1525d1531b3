"""What is asked of those who tell of something: questions made from the model and the settings.

Our forms on the site, the check of their answers and the reading of their files all stand on the
same questions, so that they cannot disagree. The file of an answer, version 1, is JSON:

    {"form": "example" | "lead" | "trial-note", "version": 1, "sent": "2026-03-05T13:00:00Z",
     "key": 32 hex digits, made anew for each answer, "answers": {id of a question: answer}}

An answer is a text, or a list of texts where `AskedQuestion.several`. Choices are told by their
ids, yes and no as "yes" and "no". What is not answered, or not asked, is left out.
"""

from __future__ import annotations

from collections.abc import Container

from exempelbank.questionnaire.answers import Answers, Fault, FaultKind, faults_in
from exempelbank.questionnaire.question import (
    AnswerOption,
    AskedQuestion,
    Condition,
    QuestionGroup,
    Questionnaire,
)
from exempelbank.questionnaire.questions import questionnaire_for

FILE_VERSION = 1


def is_own_answer(names: Container[str]) -> bool:
    """`names`: those at the top of a file."""
    return all(name in names for name in ("form", "version", "sent", "key", "answers"))


__all__ = [
    "FILE_VERSION",
    "AnswerOption",
    "Answers",
    "AskedQuestion",
    "Condition",
    "Fault",
    "FaultKind",
    "QuestionGroup",
    "Questionnaire",
    "faults_in",
    "is_own_answer",
    "questionnaire_for",
]
