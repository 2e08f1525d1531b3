"""What Excel has done to answers on their way is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.intake import limits
from tests.intake.builders import a_csv, a_mapping, a_project, changes, imported


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
