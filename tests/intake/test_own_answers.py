"""Whatever is answered in our own form: all of it is found again, and what may be sent is sound."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from exempelbank.checks.constraints import check_constraints
from exempelbank.documents import document_from
from exempelbank.intake.cleaning import lines, one_line
from exempelbank.intake.report import fields_of
from exempelbank.intake.write import submission_file
from exempelbank.model.example import CONTACT
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Problems
from exempelbank.questionnaire import questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.records import record_from
from tests.form_answers import any_answers, mended, said_in
from tests.intake.builders import NOW, settings
from tests.intake.own_answers import an_answer, read_in, saved

ASKED = {form: questionnaire_for(form, settings()) for form in ResponseKind}


def planned(form, answers):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = an_answer(form.value)
        [plan] = read_in(root, saved(root / "svar.json", {**file, "answers": answers}))
        return plan


def found_again(question, values):
    """What was read of an answer, wherever it was put."""
    name = str(question.id)
    if name == "supplier":
        return values["supplier"]["name"]
    if name == "supplier.paid":
        return values["supplier"]["paid"]
    if name == "links":
        return [f"{link['title']} {link['url']}" for link in values[name]]
    value = values.get(name, [] if question.several else None)
    unmatched = values.get("unmatched", {}).get(name, [])
    if question.shape is AnswerShape.CHOICES:
        return {*value, *unmatched}
    return unmatched[0] if unmatched else value


def as_meant(question, answer):
    match question.shape:
        case AnswerShape.YES_NO | AnswerShape.ATTESTATION:
            return answer == "yes"
        case AnswerShape.CHOICES:
            return {*answer}
        case AnswerShape.LINES:
            return [text for each in answer if (text := one_line(each))]
        case AnswerShape.PROSE:
            return lines(answer)
    return one_line(answer)


def is_kept(question, answers):
    if question.id in CONTACT:
        return answers.get("contact_publish") == "yes"
    return question.id != "contact" and (question.id != "supplier.paid" or "supplier" in answers)


@given(data=st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_nothing_that_is_answered_is_lost(data):
    form = data.draw(st.sampled_from([*ResponseKind]))
    answers = said_in(data.draw(any_answers(ASKED[form])))

    values = fields_of(planned(form, answers).planned[0])

    for question in ASKED[form].questions:
        if question.id in answers and is_kept(question, answers):
            assert found_again(question, values) == as_meant(question, answers[question.id])


@given(data=st.data())
@hypothesis_settings(max_examples=40, deadline=None)
def test_what_may_be_sent_breaks_no_limit_of_what_may_be_published(data):
    form = data.draw(st.sampled_from([ResponseKind.EXAMPLE, ResponseKind.TRIAL_NOTE]))
    answers = mended(data.draw(any_answers(ASKED[form])), ASKED[form])
    plan = planned(form, answers)
    [step] = plan.planned
    assert not step.response.holds
    problems = Problems()
    document = document_from(step.path, submission_file(step, plan, NOW))
    record = record_from(document, plan.record.record, problems)
    assert record, [*map(str, problems)]

    assert [*check_constraints(document, record, settings())] == []
