"""The questions of our own forms: what the model holds, and what may be sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exempelbank.intake.form.field_kinds import FIELD_KINDS, NOTE_FIELD_KINDS
from exempelbank.model.example import Section
from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire import Fault, FaultKind, faults_in, questionnaire_for
from exempelbank.settings import Term, Vocabulary
from tests.builders import sample_settings

ORGANISATIONS = Vocabulary("organisations", (Term(id="fk", label="Försäkringskassan"),))
SENT_OTHERWISE = {"image", "image.alt", "image.photographer", "attachments"}


def questions(form: ResponseKind = ResponseKind.EXAMPLE):
    settings = sample_settings()
    vocabularies = {**settings.vocabularies, "organisations": ORGANISATIONS}
    return questionnaire_for(form, replace(settings, vocabularies=vocabularies))


def whole_lead(**answers):
    return {
        "title": "Bilder på schemat",
        "no_identifiable_person": "yes",
        "information_read": "yes",
        **answers,
    }


def faults(form=ResponseKind.LEAD, **answers):
    return faults_in(whole_lead(**answers), questions(form))


def test_the_form_of_an_example_asks_for_all_that_import_reads():
    assert {*questions().by_id} == {*FIELD_KINDS} - SENT_OTHERWISE
    assert {*Section} <= {*questions().by_id}


def test_the_form_of_a_trial_note_asks_for_all_that_import_reads():
    assert {*questions(ResponseKind.TRIAL_NOTE).by_id} == {*NOTE_FIELD_KINDS}


def test_a_tip_asks_for_no_consent():
    assert "consent" not in questions(ResponseKind.LEAD).by_id


def test_limits_and_choices_are_those_of_the_model():
    asked = questions().by_id

    assert (asked["title"].most_characters, asked["lessons"].most_items) == (80, 5)
    assert "arbetssatt" in [choice.id for choice in asked["kind"].choices]
    assert asked["how"].required and not asked["resources"].required


def test_a_whole_answer_has_no_fault():
    assert faults() == []


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"title": " "}, Fault("title", FaultKind.MISSING)),
        ({"title": "x" * 83}, Fault("title", FaultKind.TOO_LONG, 3)),
        ({"work_areas": ["barn-unga"] * 4}, Fault("work_areas", FaultKind.TOO_MANY, 1)),
        ({"municipality": "atlantis"}, Fault("municipality", FaultKind.UNKNOWN)),
        ({"no_identifiable_person": "no"}, Fault("no_identifiable_person", FaultKind.MISSING)),
        (
            {"municipality": "stockholm", "district": "atlantis"},
            Fault("district", FaultKind.UNKNOWN),
        ),
    ],
)
def test_what_is_wrong_is_told_of_the_question_it_is_wrong_with(answers, fault):
    assert faults(**answers) == [fault]


def test_what_is_not_asked_is_not_looked_at():
    assert faults(municipality="nacka", district="atlantis") == []


def test_what_has_nothing_to_choose_from_is_not_asked():
    asked = questionnaire_for(ResponseKind.EXAMPLE, sample_settings()).by_id

    assert "organisation" not in asked and asked["municipality"].or_else == ""


def test_an_organisation_does_as_well_as_a_municipality():
    asked = questions()
    of_place = [one.question for one in faults_in({}, asked)]
    with_organisation = [one.question for one in faults_in({"organisation": "fk"}, asked)]

    assert "municipality" in of_place and "municipality" not in with_organisation


def test_a_contact_that_is_shown_has_a_role_and_an_address():
    shown = {one.question for one in faults_in({"contact_publish": "yes"}, questions())}
    hidden = {one.question for one in faults_in({"contact_publish": "no"}, questions())}

    assert shown - hidden == {"contact_role", "contact_email"}


@pytest.mark.parametrize(
    ("name", "answer", "kind"),
    [
        ("started", "mars 2026", FaultKind.WRONG_FORM),
        ("links", ["Rapport http://exempel.example"], FaultKind.WRONG_FORM),
        ("ended", "2025-12", FaultKind.TOO_EARLY),
    ],
)
def test_months_and_addresses_are_written_in_one_way(name, answer, kind):
    answers = {"started": "2026-01", name: answer}

    assert Fault(name, kind) in faults_in(answers, questions())
