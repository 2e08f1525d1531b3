"""A questionnaire, as a tool asks it -> the mapping that reads its answers back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exempelbank.form_export.wording import IS_YES_OR_NO, choices_of
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF, vocabulary_of
from exempelbank.questionnaire import AskedQuestion, Questionnaire
from exempelbank.questionnaire.asked_fields import AnswerShape

# A question, and its choices by what they are called in the export -> how its column is read.
ReadField = Callable[[AskedQuestion], dict[str, Any]]
ReadAnswers = Callable[[AskedQuestion], Mapping[str, str]]


def mapping_of(
    questionnaire: Questionnaire,
    dialect: str,
    name: str,
    read_field: ReadField,
    answers: ReadAnswers,
) -> dict[str, Any]:
    """`name`: of the form, in every response's key. `answers`: what a question's answers are called
    in the export -> our ids.
    """
    questions = [*_imported(questionnaire)]
    options: dict[str, dict[str, str]] = {}
    for question in questions:
        if question.choices and question.shape not in IS_YES_OR_NO:
            options.setdefault(list_of(question), {}).update(answers(question))
    return {
        "version": "1",
        "dialect": dialect,
        "record": str(questionnaire.form),
        "form": name,
        "options": options,
        "fields": {str(each.id): _field(each, read_field, answers) for each in questions},
    }


def _imported(questionnaire: Questionnaire) -> Iterator[AskedQuestion]:
    """Who told of a lead stays in the tool."""
    known = FIELD_KINDS_OF[questionnaire.form]
    return (question for question in questionnaire.questions if question.id in known)


def list_of(question: AskedQuestion) -> str:
    """The name of its answers: two questions on the same vocabulary share one list."""
    return vocabulary_of(question.id) if question.id != "worked" else question.id


def _field(question: AskedQuestion, read_field: ReadField, answers: ReadAnswers) -> dict[str, Any]:
    field = read_field(question)
    if question.shape in IS_YES_OR_NO:
        words = answers(question)
        yes = [word for word, id in words.items() if id == "yes"]
        no = [word for word, id in words.items() if id == "no"]
        return {**field, "bool": {"true": yes, "false": [*no, ""]}}
    if question.shape is AnswerShape.LINES:
        return {**field, "split": "lines"}
    return {**field, "options": list_of(question)} if question.choices else field


def labels(question: AskedQuestion) -> dict[str, str]:
    """Where the export holds the words that were chosen."""
    return {choice.label: choice.id for choice in choices_of(question)}
