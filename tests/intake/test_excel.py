"""What Excel has done to answers on their way is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.intake import limits
from exempelbank.problems import Problems
from tests.intake.builders import a_csv, a_mapping, a_project, changes, fields, imported
from tests.intake.containers import WRITERS

ERRORS = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#SAKNAS!", "#REFERENS!", "#VÄRDEFEL!", "#NAMN?", "#DIVISION/0!", "#SKÄRNING!", "#OGILTIGT!",
    " #N/A ", "#####", "#" * 255,
]  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_an_error_value_is_no_answer_and_is_told(tmp_path: Path, kind: str) -> None:
    answers = [{"Nr": str(n), "Berätta": error} for n, error in enumerate(ERRORS)]

    plan = imported(a_project(tmp_path), WRITERS[kind](answers))

    assert plan and changes(plan) == ["new"] * len(ERRORS)
    for index, step in enumerate(plan.planned):
        assert "how" not in fields(plan, index)
        assert len(step.response.warnings) == 1 and "Berätta" in step.response.warnings[0]


@pytest.mark.parametrize(
    "text", ["C#", "#1", "#metoo", "# Rubrik", "N/A", "nr #####5", "#N/A gäller ej"]
)
def test_a_sign_of_numbers_is_no_error(tmp_path: Path, text: str) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": text}))

    assert plan and fields(plan)["how"] == text and plan.planned[0].response.warnings == ()


@pytest.mark.parametrize("column", ["Nr", "Inkom", "Samtycke"])
def test_an_error_in_the_place_of_what_is_needed_holds_the_response(
    tmp_path: Path, column: str
) -> None:
    plan = imported(a_project(tmp_path), a_csv({column: "#VÄRDEFEL!"}, {"Nr": "2"}), Problems())

    assert changes(plan) == ["held", "new"]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("2,02603E+11", True),
        ("2.02603E+11", True),
        ("7E+08", True),
        ("Ärende 2,02603E+11 hos oss", True),
        ("tabell E+11", False),
        ("version 2E+1", False),
        ("1E5 kronor", False),
    ],
)
@pytest.mark.parametrize("column", ["Rubrik", "Berätta", "Annat", "Telefon"])
def test_a_shortened_number_is_told_wherever_it_stands(
    tmp_path: Path, column: str, text: str, warned: bool
) -> None:
    more = {
        "contact_phone": {"column": "Telefon"},
        "roles": {"multi": "columns", "columns": {"Roll": "Chef"}, "other_column": "Annat"},
    }
    root = a_project(tmp_path, a_mapping(more))

    plan = imported(root, a_csv({"Telefon": "", "Roll": "", "Annat": "", column: text}))

    assert plan and any("Excel" in each for each in plan.planned[0].response.warnings) == warned


@pytest.mark.parametrize(
    ("phone", "warned"),
    [
        ("701740605", True),
        ("70 174 06 05", True),
        ("86301000", True),
        ("46701740605", True),
        ("0701740605", False),
        ("+46 70 174 06 05", False),
        ("0046701740605", False),
        ("112", False),
        ("växeln", False),
    ],
)
def test_a_phone_number_without_its_first_sign_is_told(
    tmp_path: Path, phone: str, warned: bool
) -> None:
    root = a_project(tmp_path, a_mapping({"contact_phone": {"column": "Telefon"}}))

    plan = imported(root, a_csv({"Telefon": phone}))

    assert plan and changes(plan) == ["new"]
    assert bool(plan.planned[0].response.warnings) == warned


@pytest.mark.parametrize(
    "text",
    [
        "x" * limits.EXCEL_CELL,
        "x" * (limits.EXCEL_CELL - 1) + " ",
        "rad\r\n" * (limits.EXCEL_CELL // 4) + "xxx",
        "👩" * (limits.EXCEL_CELL // 2) + "x",
    ],
    ids=["letters", "a space at the end", "line breaks", "emoji"],
)
@pytest.mark.parametrize("column", ["Berätta", "Annat"])
def test_an_answer_as_long_as_a_cell_can_be_is_told(tmp_path: Path, column: str, text: str) -> None:
    more = {"roles": {"multi": "columns", "columns": {"Roll": "Chef"}, "other_column": "Annat"}}
    root = a_project(tmp_path, a_mapping(more))

    plan = imported(root, a_csv({"Roll": "", "Annat": "", column: text}))

    assert plan and any("Excel" in each for each in plan.planned[0].response.warnings)
