"""What a form does not ask for: told before the first example has come."""

from __future__ import annotations

import pytest
import yaml

from exempelbank.intake.form.mapping import load_mapping
from exempelbank.intake.suggest.draft_mapping import draft_mapping, matches_of
from exempelbank.intake.suggest.inspection import inspect_export
from exempelbank.intake.suggest.lacking import lacking_lines, lacking_questions
from exempelbank.model.example import Section
from exempelbank.problems import Problems
from tests.builders import asking
from tests.intake.builders import EXPORTS, a_project, settings


def fields_lacking(asked):
    return [question.field for question in lacking_questions(asked, settings())]


def test_each_question_has_its_words_why_it_is_asked_and_what_to_choose_among():
    [kind] = [one for one in lacking_questions([], settings()) if one.field == "kind"]

    assert (kind.text, bool(kind.why)) == ("Typ av exempel", True)
    assert kind.answers[:2] == ("Arbetssätt", "Metod")


def test_consent_comes_first_and_is_answered_by_yes_or_no():
    first = lacking_questions([], settings())[0]

    assert (first.field, first.answers) == ("consent", ("Ja", "Nej"))


def test_a_question_is_worded_as_the_organisation_words_it():
    asks = asking(
        sections={"how": {"help": "Steg för steg."}},
        attestations={"rights": {"statement": "Texten är vår.", "help": "Fråga den\nsom skrev.\n"}},
    )
    by_field = {one.field: (one.text, one.why) for one in lacking_questions([], asks)}

    assert by_field["rights"] == ("Texten är vår.", "Fråga den som skrev")
    assert by_field["how"] == (Section.HOW.heading, "Steg för steg")


@pytest.mark.parametrize("origin", ["municipality", "organisation"])
def test_an_example_needs_one_place_to_come_from(origin):
    assert "municipality" in fields_lacking([])
    assert not {"municipality", "organisation"} & {*fields_lacking([origin])}


def test_a_form_that_asks_for_everything_lacks_nothing():
    asked = matches_of(inspect_export(EXPORTS / "ms_forms.xlsx"), settings()).questions

    assert fields_lacking(asked) == []
    assert lacking_lines([]) == ["Formuläret frågar efter allt som behövs före godkännandet."]


def test_what_is_lacking_stands_last_in_the_suggestion_and_changes_nothing_in_it(tmp_path):
    (tmp_path / "svar.csv").write_text("Id,Rubrik,Samtycke till publicering\n1,Bild,Ja\n", "utf-8")

    suggestion = draft_mapping(inspect_export(tmp_path / "svar.csv"), settings(), "prov")

    assert "#   Typ av exempel (kind)\n" in suggestion
    assert {*yaml.safe_load(suggestion)["fields"]} == {"title", "consent"}


# ---- A question whose answers mean nothing to us ----


def warnings_of(tmp_path, meaning):
    text = f"""
version: 1
dialect: generic
form: prov
id: {{column: Id}}
submitted_at: {{column: Tid}}
options:
  groups: {{SQ001: {meaning}, SQ002: null}}
fields:
  title: {{column: Rubrik}}
  target_groups: {{column: Grupp, multi: joined, sep: ";", options: groups}}
  consent: {{column: Samtycke, bool: {{true: [Ja], false: [Nej]}}}}
"""
    root, problems = a_project(tmp_path), Problems()
    (root / "site_config" / "forms" / "prov.yml").write_text(text, "utf-8")
    assert load_mapping(root, "prov", problems, settings()), problems.found
    return [str(problem) for problem in problems.warnings]


def test_it_is_told_with_one_of_its_answers_and_how_to_write_several_words(tmp_path):
    [says] = warnings_of(tmp_path, "null")

    assert "inget svar på ”Målgrupp” har ett ord hos oss" in says
    assert "SQ001: [intellektuell-funktionsnedsattning, autism]" in says


def test_an_answer_without_a_word_beside_others_is_nothing_to_tell(tmp_path):
    assert warnings_of(tmp_path, "[autism, adhd-npf]") == []


def test_files_that_limesurvey_writes_as_json_are_read_as_such(tmp_path):
    cell = '[{""name"":""plan.pdf"",""size"":""9""}]'
    (tmp_path / "svar.csv").write_text(f'Id,Rubrik,Bilagor,Samtycke\n1,a,"{cell}",Ja\n', "utf-8")

    suggestion = draft_mapping(inspect_export(tmp_path / "svar.csv"), settings(), "prov")

    assert yaml.safe_load(suggestion)["fields"]["attachments"]["files"] == "limesurvey-json"
