"""The .lss file, held against how LimeSurvey (4 and later) writes and reads one."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from exempelbank.form_export.limesurvey import survey_structure
from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire import (
    AnswerOption,
    AskedQuestion,
    QuestionGroup,
    Questionnaire,
    questionnaire_for,
)
from exempelbank.questionnaire.asked_fields import AnswerShape
from tests.intake.builders import settings

# Table -> the columns without which LimeSurvey's reader stops.
NEEDED = {
    "answers": ("aid", "qid", "code", "sortorder", "assessment_value", "scale_id"),
    "answer_l10ns": ("id", "aid", "answer", "language"),
    "groups": ("gid", "sid", "group_order"),
    "group_l10ns": ("id", "gid", "group_name", "language"),
    "questions": ("qid", "parent_qid", "sid", "gid", "type", "title", "mandatory", "relevance"),
    "subquestions": ("qid", "parent_qid", "sid", "gid", "type", "title", "question_order"),
    "question_l10ns": ("id", "qid", "question", "help", "language"),
    "question_attributes": ("qid", "attribute", "value"),
    "surveys": ("sid", "language", "datestamp", "anonymized"),
    "surveys_languagesettings": ("surveyls_survey_id", "surveyls_language", "surveyls_title"),
}
TYPES = {"S", "T", "L", "!", "M", "Y"}


def tables_of(text):
    root = ElementTree.fromstring(text)
    assert root.findtext("LimeSurveyDocType") == "Survey"
    assert root.findtext("languages/language") == "sv"
    return {
        table.tag: [{cell.tag: cell.text or "" for cell in row} for row in table.iter("row")]
        for table in root
        if table.find("rows") is not None
    }


@pytest.fixture(scope="module", params=[*ResponseKind])
def tables(request):
    return tables_of(survey_structure(questionnaire_for(request.param, settings()), "Prov", "sv"))


def test_each_table_has_the_columns_that_are_read(tables):
    assert [*tables] == [name for name in NEEDED if name in tables]
    assert {"groups", "questions", "surveys"} <= {*tables}
    for name, rows in tables.items():
        assert all({*NEEDED[name]} <= {*row} for row in rows), name


def test_codes_are_those_that_it_takes_and_unique(tables):
    codes = [row["title"] for row in tables["questions"]]
    parts = [(row["parent_qid"], row["title"]) for row in tables.get("subquestions", [])]
    answers = [(row["qid"], row["code"]) for row in tables["answers"]]

    assert all(re.fullmatch("[A-Za-z][0-9A-Za-z]{0,18}", code) for code in codes)
    assert all(re.fullmatch("[0-9A-Za-z]{1,5}", code) for _question, code in answers)
    for each in (codes, parts, answers):
        assert len({*each}) == len(each)


def test_everything_that_is_named_is_there(tables):
    questions = {row["qid"]: row for row in tables["questions"]}
    parts = {row["qid"] for row in tables.get("subquestions", [])}
    groups = {row["gid"] for row in tables["groups"]}

    assert {row["type"] for row in questions.values()} <= TYPES
    assert {row["gid"] for row in questions.values()} == groups
    assert {row["gid"] for row in tables["group_l10ns"]} == groups
    assert {row["qid"] for row in tables["question_l10ns"]} == {*questions} | parts
    assert {row["aid"] for row in tables["answer_l10ns"]} == {
        row["aid"] for row in tables["answers"]
    }
    chosen = {qid for qid, row in questions.items() if row["type"] in ("L", "!")}
    ticked = {qid for qid, row in questions.items() if row["type"] == "M"}
    assert {row["qid"] for row in tables["answers"]} == chosen
    assert {row["parent_qid"] for row in tables.get("subquestions", [])} == ticked


def test_a_condition_names_a_question_and_an_answer_of_it(tables):
    codes = {row["title"] for row in tables["questions"]}
    answers = {row["code"] for row in tables["answers"]} | {"Y", "N"}
    for row in tables["questions"]:
        named = re.findall(r"(\w+)\.NAOK(?: == \"(\w+)\")?", row["relevance"])
        assert named or row["relevance"] == "1"
        assert all(code in codes and answer in {*answers, ""} for code, answer in named)


def test_a_text_is_never_taken_for_markup_or_an_expression():
    question = AskedQuestion("how", "Hur {många} & <b>?", AnswerShape.LINE)
    asked = Questionnaire("example", (QuestionGroup("a", "Om", (question,)),))

    [row] = tables_of(survey_structure(asked, "Prov", "sv"))["question_l10ns"]

    assert row["question"] == "Hur &#123;många&#125; &amp; &lt;b&gt;?"


def test_a_few_choices_are_buttons_and_many_drop_down():
    def type_of(count):
        choices = tuple(AnswerOption(f"c{n}", f"Val {n}") for n in range(count))
        question = AskedQuestion("kind", "Typ", AnswerShape.CHOICE, choices=choices)
        asked = Questionnaire("example", (QuestionGroup("a", "Om", (question,)),))
        return tables_of(survey_structure(asked, "Prov", "sv"))["questions"][0]["type"]

    assert (type_of(7), type_of(8)) == ("L", "!")
