"""What check says of an indicator's series, and on which line."""

import pytest

from exempelbank.checks import check_record
from exempelbank.documents import document_from
from exempelbank.model.content import Initiative
from exempelbank.problems import Problems, Severity
from exempelbank.records import record_from
from tests.builders import sample_settings

HEAD = """\
---
title: Stegen
status: pagar
indicators:
  - name: Andel i arbete
    group: Deltagarna
    values:
"""


def problems_with(values):
    text = f"{HEAD}{values}---\n"
    document, problems = document_from("content/initiatives/stegen.md", text), Problems()
    record = record_from(document, Initiative, problems)
    if record:
        check_record(document, record, sample_settings(), problems)
    return problems.found


def measurement(value="75", **given):
    lines = "".join(f"        {name}: {one}\n" for name, one in given.items())
    return f"      - day: 2026-03-09\n        value: {value}\n{lines}"


PARTS = "\n          - {{group: Kvinnor, value: 70{}}}\n          - {{group: Män, value: 80{}}}"


@pytest.mark.parametrize(
    ("values", "line", "says"),
    [
        (measurement(people=4), 8, "färre än fem personer"),
        (measurement(people=5) + measurement(people=3), 11, "färre än fem personer"),
        (measurement(), 8, "hur många personer det gäller"),
        (measurement(people=41, parts=PARTS.format("", "")), 11, "varje grupp"),
        (measurement(people=41, parts=PARTS.format(", people: 38", ", people: 3")), 11, "grupp på"),
        (measurement(people=20, parts=PARTS.format(", people: 9", ", people: 12")), 11, "21"),
    ],
)
def test_what_is_not_shown_is_told_of_on_its_line(values, line, says):
    [problem] = problems_with(values)

    assert (problem.location.line, problem.severity) == (line, Severity.WARNING)
    assert says in problem.says


def test_what_is_shown_is_not_told_of():
    parts = PARTS.format(", people: 30", ", people: 11")

    assert not problems_with(measurement(people=41, parts=parts))


def test_a_goal_that_nothing_can_reach_is_told_of():
    [problem] = problems_with("      []\n    at_least: 80\n    at_most: 20\n")

    assert "mindre än det minsta" in problem.says


@pytest.mark.parametrize(
    ("written", "meant"), [("76 %", "76"), ("1 000", "1000"), ("+4,5", "4,5"), ("många", "")]
)
def test_what_is_no_number_is_told_with_the_one_that_was_meant(written, meant):
    [problem] = problems_with(measurement(f'"{written}"', people=12))

    assert "måste vara ett tal" in problem.says
    assert (meant in problem.fix) and bool(meant) == bool(problem.fix)


@pytest.mark.parametrize("written", ["4.5", "4,5", "-1", "0"])
def test_a_number_is_written_with_a_point_or_a_comma(written):
    assert not problems_with(measurement(written, people=12))
