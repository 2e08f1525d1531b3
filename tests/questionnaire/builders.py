"""Answers to our own forms: whole ones, and all kinds of others."""

from __future__ import annotations

from random import Random

from exempelbank.questionnaire import AskedQuestion, Questionnaire
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.settings import Settings
from tests.builders import asking

_OF_FORM = {
    "month": "2026-01",
    "email": "namn@kommun.example",
    "link": "Rapporten https://kommun.example/a?b=c",
    "example": "FC-2026-001",
}
_ODD = (
    "",
    " ",
    "no",
    "ja",
    "\u00a0",
    "😀" * 31,
    "å" * 81,
    "x" * 2001,
    "a\nb",
    "https://a",
    "2026-13",
)


def of_another_organisation() -> Settings:
    """Who asks otherwise, in every way that site_config/fields.yml has."""
    return asking(
        examples={
            "summary": {"longest": 200, "shortest": 20},
            "lessons": {"fewest": 2, "longest": 30},
            "evidence": {"need": "optional"},
            "support": {"need": "required", "most": 2},
            "contact_publish": {"need": "hidden"},
            "supplier": {"need": "hidden"},
            "started": {"need": "hidden"},
            "keywords": {"need": "recommended"},
        },
        sections={
            "background": {"longest": 100},
            "how": {"need": "optional"},
            "easy_read": {"need": "hidden"},
            "advice": {"shortest": 10},
        },
        trial_notes={"unit": {"need": "required"}, "text": {"shortest": 5, "longest": 30}},
        attestations={"rights": {"need": "hidden"}, "manager_informed": {"need": "optional"}},
    )


def whole_answers(questionnaire: Questionnaire) -> dict[str, str | list[str]]:
    """To every question that is asked: a municipality with districts, a contact that is shown."""
    answers = {one.id: _answer(one) for one in questionnaire.questions}
    answers["municipality"], answers["district"] = "stockholm", "bromma"
    return answers


def _answer(question: AskedQuestion) -> str | list[str]:
    if question.choices:
        text = question.choices[0].id
    elif question.shape is AnswerShape.ATTESTATION:
        text = "yes"
    else:
        text = _OF_FORM.get(question.form, f"Svar {question.id}"[: question.most_characters])
    text = text.ljust(question.fewest_characters or 0, "x")
    if not question.several:
        return text
    fewest = question.fewest_items or 1
    return [choice.id for choice in question.choices[:fewest]] or [text] * fewest


def some_answers(questionnaire: Questionnaire, chance: Random) -> dict[str, str | list[str]]:
    """Whole ones, of which none, a few or many are spoilt."""
    answers = whole_answers(questionnaire)
    spoilt = chance.choice((0, 0, 1, 3, 30))
    for question in chance.choices([*questionnaire.questions], k=spoilt):
        texts = [*_ODD, *_OF_FORM.values(), *(option.id for option in question.choices)]
        if question.several:
            answers[question.id] = chance.choices(texts, k=chance.randrange(7))
        else:
            answers[question.id] = chance.choice(texts)
    return answers
