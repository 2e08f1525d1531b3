"""A form built from what form-export writes: its answers become the same as those of our own."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import datetime

import pytest
from openpyxl import Workbook

from exempelbank.form_export import limesurvey
from exempelbank.form_export.tools import TOOLS, export_form
from exempelbank.form_export.wording import choices_of, titles_of
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.mapping import load_mapping
from exempelbank.intake.importing import import_export
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Problems
from exempelbank.questionnaire import questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from tests.form_answers import dividing_answers
from tests.intake.builders import NOW, changes, fields, settings
from tests.intake.own_answers import an_answer, read_in, saved

# What each tool writes beside the answers, and between several of them.
FIXED: Mapping[str, tuple[Mapping[str, str], str]] = {
    "ms-forms": (
        {"ID": "1", "Starttid": "2026-03-10 13:50", "Slutförandetid": "2026-03-10 14:00"},
        ";",
    ),
    "google-forms": ({"Tidstämpel": "2026-03-10 14.00.00"}, ", "),
    "nextcloud": (
        {
            "Användar-ID": "",
            "Användarens visningsnamn": "Anonym användare",
            "Tidsstämpel": "2026-03-10T14:00:00+01:00",
        },
        "; ",
    ),
    "text": ({"Submission ID": "7", "Created": "2026-03-10 14:00"}, ";"),
    "limesurvey": ({"id": "1", "submitdate": "2026-03-10 14:00:00", "lastpage": "4"}, ""),
}
KNOWN = FIXED["text"][0]  # columns
FORMS = [*ResponseKind]


def cells(tool, asked, answers):
    """The row of one response, by its headings."""
    fixed, sep = FIXED[tool]
    titles = titles_of(asked)
    row = dict(fixed)
    for question in asked.questions:
        answer = answers.get(question.id, "")
        words = {choice.id: choice.label for choice in choices_of(question)}
        several = [words.get(one, one) for one in ([answer] if isinstance(answer, str) else answer)]
        joins = "\n" if question.shape is AnswerShape.LINES else sep
        if tool == "limesurvey":
            row |= _limesurvey_cells(question, answer)
        else:
            row[titles[question.id]] = joins.join(several)
    return row


def _limesurvey_cells(question, answer):
    """As it exports them with codes for questions and answers."""
    code = limesurvey.code_of(question)
    if question.shape is AnswerShape.CHOICES:
        return {
            f"{code}[SQ{n:03}]": "Y" if choice.id in answer else ""
            for n, choice in enumerate(question.choices, 1)
        }
    if question.shape is AnswerShape.LINES:
        return {code: "\n".join(answer)}
    codes = {id: code for code, id in reversed(limesurvey.answers(question).items())}
    return {code: codes.get(answer, answer)}


def an_export(row):
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([[*row], [*row.values()]])
    return buffer.getvalue().encode()


def without_times(plan):
    times = ("submitted_at", "modified_at")
    return {name: value for name, value in fields(plan).items() if name not in times}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tool", FIXED)
def test_the_answers_become_the_same_as_those_of_our_own_form(tool, form, tmp_path):
    asked = questionnaire_for(form, settings())
    answers = dividing_answers(asked)
    exported = export_form(tool, form, settings())
    mapping = exported.mapping
    if tool == "text":  # whoever builds it says which tool it was
        mapping = mapping.replace("dialect: generic", "dialect: drupal-webform")
    root = tmp_path / "projekt"
    (root / "site_config/forms").mkdir(parents=True)
    (root / f"site_config/forms/{exported.name}.yml").write_text(mapping, "utf-8")
    file = tmp_path / "svar.csv"
    file.write_bytes(an_export(cells(tool, asked, answers)))
    problems = Problems()

    plan = import_export(
        file, exported.name, root, settings(), now=NOW, problems=problems, dry_run=True
    )
    [own] = read_in(root, saved(tmp_path / "s.json", an_answer(form.value, answers)))

    assert (changes(plan), [*map(str, problems)]) == (["new"], [])
    assert without_times(plan) == without_times(own)
    assert plan.planned[0].response.warnings == own.planned[0].response.warnings


def test_answers_from_a_tool_that_nobody_knows_are_told_apart_by_lines_to_fill_in(
    tmp_path,
):
    asked = questionnaire_for(ResponseKind.EXAMPLE, settings())
    exported = export_form("text", ResponseKind.EXAMPLE, settings())
    mapping, _says, left_open = exported.mapping.rpartition("# id:")
    filled_in = mapping + "id:" + left_open.replace("\n# ", "\n")
    folder = tmp_path / "site_config/forms"
    folder.mkdir(parents=True)
    (folder / f"{exported.name}.yml").write_text(filled_in, "utf-8")
    row = {"Svarets nummer": "17", "Svarets tid": "2026-03-10 14:00"}
    row |= {
        k: v for k, v in cells("text", asked, dividing_answers(asked)).items() if k not in KNOWN
    }
    file = tmp_path / "svar.csv"
    file.write_bytes(an_export(row))
    problems = Problems()

    plan = import_export(
        file, exported.name, tmp_path, settings(), now=NOW, problems=problems, dry_run=True
    )

    assert [*map(str, problems)] == []
    assert changes(plan) == ["new"]
    assert plan.planned[0].response.key == f"generic:{exported.name}:17"


def test_answers_to_microsoft_forms_are_read_from_its_workbook(tmp_path):
    """Times there are numbers of days, and it has columns of its own."""
    asked = questionnaire_for(ResponseKind.EXAMPLE, settings())
    answers = dividing_answers(asked)
    exported = export_form("ms-forms", ResponseKind.EXAMPLE, settings())
    folder = tmp_path / "site_config/forms"
    folder.mkdir(parents=True)
    (folder / f"{exported.name}.yml").write_text(exported.mapping, "utf-8")
    row = {**cells("ms-forms", asked, answers), "ID": 1, "E-post": "anonymous", "Namn": ""}
    row["Starttid"], row["Slutförandetid"] = map(
        datetime.fromisoformat, ("2026-03-10 13:00", "2026-03-10 14:00")
    )
    workbook = Workbook()
    workbook.active.append([*row])
    workbook.active.append([*row.values()])
    workbook.save(tmp_path / "svar.xlsx")
    problems = Problems()

    plan = import_export(
        tmp_path / "svar.xlsx",
        exported.name,
        tmp_path,
        settings(),
        now=NOW,
        problems=problems,
        dry_run=True,
    )
    [own] = read_in(tmp_path, saved(tmp_path / "s.json", an_answer("example", answers)))

    assert (changes(plan), [*map(str, problems)]) == (["new"], [])
    assert without_times(plan) == without_times(own)
    assert fields(plan)["submitted_at"].startswith("2026-03-10T14:00")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tool", FIXED)
def test_the_mapping_is_whole_and_says_where_it_comes_from(tool, form, tmp_path):
    exported = export_form(tool, form, settings())
    (tmp_path / "site_config/forms").mkdir(parents=True)
    path = tmp_path / f"site_config/forms/{exported.name}.yml"
    path.write_text(exported.mapping, "utf-8")
    problems = Problems()

    mapping = load_mapping(tmp_path, exported.name, problems, settings())

    assert mapping and mapping.record is ResponseKind(form.value)
    assert [*map(str, problems)] == []
    assert exported.mapping.splitlines()[1].startswith("# Så läses svaren")


@pytest.mark.parametrize("form", FORMS)
def test_no_title_is_that_of_another_question_or_of_a_column_of_a_tool(form):
    titles = [*titles_of(questionnaire_for(form, settings())).values()]
    columns = {name for dialect in DIALECTS.values() for name in dialect.own_columns}

    assert len({title.casefold() for title in titles}) == len(titles)
    assert not columns & {*titles}


def test_the_text_holds_each_question_with_its_help_and_each_answer_on_a_line():
    asked = questionnaire_for(ResponseKind.EXAMPLE, settings())
    [text] = [
        text
        for name, text in export_form("text", ResponseKind.EXAMPLE, settings()).files.items()
        if name.endswith(".txt")
    ]
    lines = text.splitlines()

    assert {*titles_of(asked).values()} <= {*lines}
    for question in asked.questions:
        assert question.help in text
        assert {choice.label for choice in choices_of(question)} <= {*lines}
    assert "17. " in text


def test_the_office_is_told_when_a_question_is_asked():
    text = export_form("ms-forms", ResponseKind.EXAMPLE, settings()).form[1]

    assert "frågan ställs bara när svaret på ”Kommun” är: Stockholm" in text


def test_who_tells_of_something_is_asked_in_the_tool_and_never_read():
    exported = export_form("ms-forms", ResponseKind.LEAD, settings())

    assert "Kontakt till dig" in exported.form[1]
    assert "Kontakt till dig" not in exported.mapping


def test_every_tool_that_the_command_knows_is_here():
    from exempelbank.cli import forms

    assert forms._TOOLS == TOOLS
