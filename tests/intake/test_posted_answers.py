"""Answers to our own form that a form service has kept in a table: the same as those in a file."""

from __future__ import annotations

import csv

import pytest

from exempelbank.cli import main
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Problems
from exempelbank.questionnaire import questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from tests.builders import PROJECT
from tests.form_answers import dividing_answers
from tests.intake.builders import changes, fields, settings, submission_files
from tests.intake.own_answers import KEY, SENT, an_answer, read_in, saved

ASKED = {form: questionnaire_for(form, settings()) for form in ResponseKind}


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "projekt"
    folder.mkdir()
    return folder


def cells(form, answers, sep):
    """A column for each answer; `sep`: between several, or None where each has a column."""
    row = [("form", form.value), ("version", "1"), ("key", KEY), ("submitted_at", SENT)]
    for question in ASKED[form].questions:
        answer = answers.get(question.id, "")
        if isinstance(answer, str):
            row.append((question.id, answer))
        elif question.shape is AnswerShape.LINES:  # written in one text area
            row.append((question.id, "\r\n".join(answer)))
        elif sep is None:
            row += [(question.id, one) for one in answer]
        else:
            row.append((question.id, sep.join(answer)))
    return [*row, ("ip", "192.0.2.7")]


def a_table(path, *rows):
    headings = max(([name for name, _cell in row] for row in rows), key=len)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *([cell for _name, cell in row] for row in rows)])
    return path


@pytest.mark.parametrize(
    ("form", "sep"),
    [
        *((ResponseKind.EXAMPLE, sep) for sep in (None, ", ", ";", "\n")),
        *((form, ", ") for form in (ResponseKind.LEAD, ResponseKind.TRIAL_NOTE)),
    ],
)
def test_a_table_of_what_was_sent_becomes_what_the_file_becomes(root, tmp_path, form, sep):
    answers = dividing_answers(ASKED[form])
    problems = Problems()

    [sent] = read_in(root, a_table(tmp_path / "svar.csv", cells(form, answers, sep)), problems)
    [own] = read_in(root, saved(tmp_path / "svar.json", an_answer(form.value, answers)), problems)

    assert ([*map(str, problems)], changes(sent), changes(own)) == ([], ["new"], ["unchanged"])
    assert fields(sent) == fields(own)
    assert "192.0.2.7" not in "".join(submission_files(root).values())


def test_one_table_may_hold_answers_to_several_forms(root, tmp_path):
    rows = [
        [("form", "lead"), ("version", "1"), ("sent", SENT), ("title", title), ("text", text)]
        for title, text in [("Bilder på schemat", ""), ("Läxhjälp", "")]
    ]
    rows[1][0] = ("form", "trial-note")
    rows[1][4] = ("text", "Det blev lugnare.")
    problems = Problems()

    plans = read_in(root, a_table(tmp_path / "svar.csv", *rows), problems)

    assert [plan.planned[0].response.row for plan in plans] == [2, 3]


def test_inspect_says_that_no_mapping_is_needed(tmp_path, capsys):
    form = ResponseKind.LEAD
    table = a_table(tmp_path / "svar.csv", cells(form, dividing_answers(ASKED[form]), ", "))

    assert main(["--project", str(PROJECT), "inspect", str(table)]) == 0
    assert f"exempelbank import {table}" in capsys.readouterr().out


def test_without_scripts_the_time_tells_answers_apart(root, tmp_path):
    """There is no key then, and a service may have no number."""
    row = [("form", "lead"), ("version", "1"), ("key", ""), ("created_at", "2026-03-10 14:00:00")]
    attested = [("no_identifiable_person", "yes"), ("information_read", "yes")]
    table = a_table(tmp_path / "svar.csv", [*row, ("title", "Bilder på schemat"), *attested])

    assert [changes(plan) for plan in (*read_in(root, table), *read_in(root, table))] == [
        ["new"],
        ["unchanged"],
    ]


def test_a_row_that_is_no_answer_is_told_of_by_its_number_and_stops_no_other(root, tmp_path):
    form, problems = ResponseKind.LEAD, Problems()
    sound = cells(form, dividing_answers(ASKED[form]), ", ")
    wrong = [("form", "poll"), *sound[1:]]

    [plan] = read_in(root, a_table(tmp_path / "svar.csv", wrong, sound), problems)

    assert changes(plan) == ["new"]
    assert [problem.location.line for problem in problems.errors] == [2]


def test_nobody_takes_the_number_that_the_service_gave_the_answer_of_another(root, tmp_path):
    """Without scripts there is no key but that number, and the next one is easily guessed."""
    row = [("id", "17"), ("form", "lead"), ("version", "1"), ("sent", SENT), ("key", "")]
    attested = [("no_identifiable_person", "yes"), ("information_read", "yes")]
    first = [*row, ("title", "Bilder på schemat"), *attested]
    other = [*row, ("title", "Något annat"), *attested]
    other[0], other[4] = ("id", "18"), ("key", "17")

    [plan] = read_in(root, a_table(tmp_path / "svar.csv", first, other))

    assert changes(plan) == ["new", "new"]
