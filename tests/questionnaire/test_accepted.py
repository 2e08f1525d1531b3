"""What our forms accept is never refused for how it is written when it is to be approved."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from exempelbank.checks import check_contribution
from exempelbank.documents import as_yaml, body_from, document_from
from exempelbank.model.example import Section
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.submission import Attestations, Submission, TrialNoteSubmission
from exempelbank.problems import Problems
from exempelbank.questionnaire import Answers, Questionnaire, faults_in, questionnaire_for
from exempelbank.questionnaire.answers import is_asked
from exempelbank.questionnaire.patterns import SPACE
from exempelbank.records import record_from
from exempelbank.settings import Settings
from tests.builders import sample_settings
from tests.questionnaire.builders import of_another_organisation, some_answers, whole_answers

SETTINGS = {
    "the sample's": sample_settings(),
    "another organisation's": of_another_organisation(),
}
KINDS = {ResponseKind.EXAMPLE: Submission, ResponseKind.TRIAL_NOTE: TrialNoteSubmission}


def errors(answers: Answers, form: ResponseKind, settings: Settings) -> list[str]:
    """Of the file that these answers become, held to what an approval asks."""
    document = document_from("submissions/FC-2026-K7Q2M.md", file_of(answers))
    problems = Problems()
    record = record_from(document, KINDS[form], problems)
    assert record, [*map(str, problems)]
    check_contribution(document, record, settings, problems, privacy=False)
    return [str(problem) for problem in problems.errors]


def file_of(answers: Answers) -> str:
    data: dict[str, Any] = {"id": "FC-2026-K7Q2M", "review": {"state": "received"}}
    texts: dict[str, str] = {}
    for name, answer in answers.items():
        match name:
            case "links":
                data[name] = [
                    dict(zip(("title", "url"), line.rsplit(" ", 1), strict=True)) for line in answer
                ]
            case "supplier":
                data[name] = {"name": answer}
            case "text":
                texts[""] = str(answer)
            case "supplier.paid":
                pass
            case _ if name in {*Section}:
                texts[Section(name).heading] = str(answer)
            case _ if name in Attestations.model_fields:
                data.setdefault("attestations", {})[name] = {"answer": answer}
            case _:
                data[name] = answer
    body = texts.pop("", "") or body_from(texts.items())
    return f"---\n{as_yaml(data)}---\n\n{body}\n"


@pytest.fixture(params=SETTINGS)
def settings(request):
    return SETTINGS[request.param]


@pytest.mark.parametrize("form", KINDS)
def test_a_whole_answer_is_accepted_and_could_be_approved(form, settings):
    questionnaire = questionnaire_for(form, settings)
    answers = whole_answers(questionnaire)

    assert faults_in(answers, questionnaire) == []
    assert errors(answers, form, settings) == []


@pytest.mark.parametrize("form", KINDS)
def test_whatever_is_accepted_could_be_approved(form, settings):
    questionnaire, chance = questionnaire_for(form, settings), Random(22)
    tried = [some_answers(questionnaire, chance) for _ in range(300)]
    accepted = [sent(one, questionnaire) for one in tried if not faults_in(one, questionnaire)]

    assert len(accepted) > 100
    assert {error for answers in accepted for error in errors(answers, form, settings)} == set()


def sent(answers: Answers, questionnaire: Questionnaire) -> dict[str, Any]:
    """What the browser writes of them: what is asked, and answered."""
    found: dict[str, Any] = {}
    for question in questionnaire.questions:
        answer = answers[question.id]
        texts = [answer] if isinstance(answer, str) else answer
        said = [text for one in texts if (text := one.strip(SPACE))]
        if said and is_asked(question, answers):
            found[question.id] = said if question.several else said[0]
    return found
