"""Answers to the questions of our own forms, as their file holds them."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from exempelbank.questionnaire import AskedQuestion, Questionnaire, faults_in
from exempelbank.questionnaire.answers import is_asked
from exempelbank.questionnaire.asked_fields import AnswerShape

Answer = str | list[str]
_FORMS = {
    "month": "2026-02",
    "email": "enheten@kommun.example",
    "link": "Mallen https://www.kommun.example/mall",
    "example": "FC-2026-014",
}
_SIGNS = st.sampled_from([*"abcåäö ,.;:-'\"/(=+\n"])
_WORDS = st.text(_SIGNS, min_size=1, max_size=12).map(lambda text: f"Vi {text} så")


def dividing_answers(questionnaire: Questionnaire) -> dict[str, Answer]:
    """To every question that is asked, with signs in them that tools divide answers by."""
    answers: dict[str, Answer] = {}
    for question in questionnaire.questions:
        if is_asked(question, answers):
            answers[str(question.id)] = _whole(question)
    return answers


def _whole(question: AskedQuestion) -> Answer:
    if question.id == "municipality":
        return "stockholm"  # which has districts
    match question.shape:
        case AnswerShape.YES_NO | AnswerShape.ATTESTATION:
            return "yes"
        case AnswerShape.CHOICE:
            return question.choices[-1].id
        case AnswerShape.CHOICES:
            return [choice.id for choice in question.choices[:2]]
        case AnswerShape.LINES:
            return [_FORMS.get(question.form, f"Ord {sign}") for sign in "ab"]
        case AnswerShape.PROSE:
            return "Vi provade, och såg; sedan:\n\n- ett\n- två"
    return _FORMS.get(question.form, "Så gjorde vi, till slut; ja")


def any_answers(questionnaire: Questionnaire) -> st.SearchStrategy[dict[str, Answer]]:
    """Any, valid or not, to any of the questions; with consent where it is asked for."""
    each = {str(question.id): _some(question) for question in questionnaire.questions}
    first = ("title", "example", "contact_publish")
    needed = {name: each[name] for name in first if name in each}
    needed |= {name: st.just("yes") for name in ("consent",) if name in each}
    return st.fixed_dictionaries(
        needed, optional={k: v for k, v in each.items() if k not in needed}
    )


def _some(question: AskedQuestion) -> st.SearchStrategy[Answer]:
    match question.shape:
        case AnswerShape.YES_NO | AnswerShape.ATTESTATION:
            return st.sampled_from(["yes", "no"])
        case AnswerShape.CHOICE:
            return _choice(question)
        case AnswerShape.CHOICES:
            return st.lists(_choice(question), max_size=4, unique=True)
    text = st.just(_FORMS[question.form]) if question.form else _WORDS
    return st.lists(text, max_size=6) if question.shape is AnswerShape.LINES else text


def _choice(question: AskedQuestion) -> st.SearchStrategy[str]:
    return st.sampled_from([*(choice.id for choice in question.choices), "något-annat"])


def said_in(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Without those that say nothing."""
    return {name: answer for name, answer in answers.items() if answer}


def mended(answers: Mapping[str, Answer], questionnaire: Questionnaire) -> dict[str, Answer]:
    """Fit to be sent: whatever a form would stop has been answered otherwise, or not at all."""
    whole = dividing_answers(questionnaire)
    given = said_in({**whole, **answers})
    while faults := faults_in(given, questionnaire):
        for fault in faults:
            given.pop(fault.question, None)
            if fault.question in whole:
                given[fault.question] = whole[fault.question]
    asked = questionnaire.by_id
    return {name: answer for name, answer in given.items() if is_asked(asked[name], given)}
