"""The schema of the file that our own form saves, for those who make such files."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from exempelbank.form_export.tools import export_form
from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire import faults_in, questionnaire_for
from tests.form_answers import any_answers, dividing_answers, mended
from tests.intake.builders import settings
from tests.intake.own_answers import KEY, SENT

FORMS = [*ResponseKind]


@cache
def validator(form):
    return Draft202012Validator(json.loads(export_form("json-schema", form, settings()).form[1]))


@cache
def asked(form):
    return questionnaire_for(form, settings())


def file_with(form, answers):
    return {"form": form.value, "version": 1, "sent": SENT, "key": KEY, "answers": answers}


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_answer_holds_by_it(form):
    Draft202012Validator.check_schema(validator(form).schema)

    assert faults_in(dividing_answers(asked(form)), asked(form)) == []
    validator(form).validate(file_with(form, dividing_answers(asked(form))))


@pytest.mark.parametrize("wrong", [{"key": "x"}, {"version": 2}, {"form": "poll"}, {"extra": 1}])
def test_another_file_does_not(wrong):
    file = {**file_with(ResponseKind.LEAD, dividing_answers(asked(ResponseKind.LEAD))), **wrong}

    assert not validator(ResponseKind.LEAD).is_valid(file)


@given(data=st.data())
@hypothesis_settings(max_examples=40, deadline=None)
def test_what_may_be_sent_holds_by_it(data):
    form = data.draw(st.sampled_from(FORMS))
    answers = mended(data.draw(any_answers(asked(form))), asked(form))

    assert validator(form).is_valid(file_with(form, answers))
