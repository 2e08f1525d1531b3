"""Where an answer was, a spreadsheet has written an error value. The answer is lost, and only the
form tool still has it: the response is held, and says which question it is.

Source: a report server whose texts that begin with a dash became #NAME? when Excel had opened them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exempelbank.intake.plan import ImportPlan
from exempelbank.problems import Problems
from tests.intake.builders import ANSWERS, a_csv, a_mapping, a_project, changes, fields, imported
from tests.intake.containers import INPUT, WRITERS
from tests.intake.hostile import cell, ods, ods_row, spreadsheet, workbook

OTHERS = {
    "kind": {"column": "Typ"},
    "links": {"column": "Länk"},
    "attachments": {"column": "Bilaga", "files": "names"},
    "roles": {"multi": "columns", "columns": {"Roll": "Chef"}, "other_column": "Annan roll"},
}
EMPTY = dict.fromkeys(("Typ", "Länk", "Bilaga", "Roll", "Annan roll"), "")


def reasons(plan: ImportPlan | None) -> str:
    assert plan
    return " ".join(plan.planned[0].reasons)


def test_an_answer_that_became_namn_holds_its_response_and_says_what_to_do(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": "#NAMN?"}, {"Nr": "2"}))

    assert changes(plan) == ["held", "new"]
    assert "Berätta" in reasons(plan) and "#NAMN?" in reasons(plan)
    assert "formulärverktyget" in reasons(plan)


def test_the_error_values_of_every_language_are_known(tmp_path: Path) -> None:
    errors = [
        "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#FIELD!", "#BUSY!", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#PYTHON!",
        "#VÄRDEFEL!", "#VA\u0308RDEFEL!", "#REFERENS!", "#DIVISION/0!", "#SAKNAS!", "#OGILTIGT!",
        "#SKÄRNING!", "#SPILLOVER!", "#WERT!", "#BEZUG!", "#NV", "#ZAHL!", "#VÆRDI!", "#NAVN?",
        "#I/T", "#VERDI!", "#ARVO!", "#NIMI?", "#PUUTTUU!", "#VALEUR!", "#NOM?", "#¡VALOR!",
        "#¿NOMBRE?", "#WAARDE!", "#N/B", "#ERROR!", "Err:508", "Fel:502", "#####", " #N/A ",
        "#" * 255,
    ]  # fmt: skip
    rows = [{"Nr": str(n), "Berätta": error} for n, error in enumerate(errors)]

    plan = imported(a_project(tmp_path), a_csv(*rows))

    assert changes(plan) == ["held"] * len(rows)


def test_words_that_only_look_like_it_are_an_answer(tmp_path: Path) -> None:
    texts = [
        "C#", "#1", "##", "#metoo", "#autism", "#NPF", "#namn?", "# Rubrik", "N/A", "nr #####5",
        "#N/A gäller ej", "Vi fick #NAMN? i filen", "Err: 508", "Fel: alla 508 svar",
        "klockan 8:508",
    ]  # fmt: skip
    rows = [{"Nr": str(n), "Berätta": text} for n, text in enumerate(texts)]

    plan = imported(a_project(tmp_path), a_csv(*rows))

    assert [fields(plan, n)["how"] for n in range(len(texts))] == texts


@pytest.mark.parametrize(
    "column",
    ["Nr", "Inkom", "Rubrik", "Kommun", "Enhet", "E-post", "Samtycke", *EMPTY],
)
def test_an_error_value_holds_the_response_whatever_was_asked(tmp_path: Path, column: str) -> None:
    root = a_project(tmp_path, a_mapping(OTHERS))

    plan = imported(root, a_csv({**EMPTY, column: "#VÄRDEFEL!"}, {**EMPTY, "Nr": "2"}))

    assert changes(plan) == ["held", "new"]
    assert "#VÄRDEFEL!" in reasons(plan) and "format" not in reasons(plan)


@pytest.mark.parametrize("kind", WRITERS)
def test_an_error_value_holds_the_response_in_every_kind_of_file(tmp_path: Path, kind: str) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))

    plan = imported(root, WRITERS[kind]([{"Berätta": "#NAMN?"}, {"Nr": "2"}]))

    assert changes(plan) == ["held", "new"]


def test_what_a_workbook_marks_as_an_error_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    heading, row = a_csv({"Berätta": "FEL"}).decode().splitlines()
    text = '<c t="inlineStr"><is><t>{}</t></is></c>'
    marked = "".join(
        '<c t="e"><v>#SURPRISE!</v></c>' if cell == "FEL" else text.format(cell)
        for cell in row.split(",")
    )
    headings = "".join(map(text.format, heading.split(",")))

    plan = imported(a_project(tmp_path), workbook(f"<row>{headings}</row><row>{marked}</row>"))

    assert changes(plan) == ["held"] and "Berätta" in reasons(plan)


def test_what_an_ods_marks_as_an_error_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    space = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    heading, row = (ods_row(*line.split(",")) for line in a_csv({}).decode().splitlines())
    marked = row.replace(
        '<table:table-cell table:number-columns-repeated="1"><text:p>Vi samlas klockan nio.',
        f'<table:table-cell xmlns:c="{space}" c:value-type="error"><text:p>Hoppsan',
    )

    plan = imported(a_project(tmp_path), ods(spreadsheet(heading + marked)))

    assert changes(plan) == ["held"] and "Berätta" in reasons(plan)


def test_an_error_value_within_a_list_of_answers_is_found(tmp_path: Path) -> None:
    mapping = a_mapping({"roles": {"column": "Roll", "multi": "array"}}, input={"records": ""})
    heading, row = (line.split(",") for line in a_csv({}).decode().splitlines())
    answers = {**dict(zip(heading, row, strict=True)), "Roll": ["Chef", "#SAKNAS!"]}

    plan = imported(a_project(tmp_path, mapping), json.dumps([answers]).encode())

    assert changes(plan) == ["held"] and "Roll" in reasons(plan)


def test_a_response_is_not_skipped_for_an_error_value_where_it_says_that_it_was_sent(
    tmp_path: Path,
) -> None:
    mapping = a_mapping(only_if={"column": "Status", "in": ["Skickat"]})

    plan = imported(a_project(tmp_path, mapping), a_csv({"Status": "#REFERENS!"}))

    assert changes(plan) == ["held"]


def test_a_lost_consent_is_no_consent_withdrawn(tmp_path: Path) -> None:
    root = a_project(tmp_path)
    imported(root, a_csv({}))

    plan = imported(root, a_csv({"Samtycke": "#SAKNAS!"}), Problems())

    assert changes(plan) == ["held"]
    assert plan and not plan.planned[0].urgent and not plan.planned[0].releasable


def test_a_person_may_let_a_response_in_without_the_lost_answer(tmp_path: Path) -> None:
    root = a_project(tmp_path)

    plan = imported(
        root, a_csv({"Berätta": "#NAMN?"}), releases={"generic:prov:1": "Svaret går inte att få."}
    )

    assert changes(plan) == ["new"] and "how" not in fields(plan)


def formula(value: str, kind: str = "") -> str:
    return f"<c{kind}><f>HYPERLINK(A1)</f>{value}</c>"


@pytest.mark.parametrize(
    ("stored", "change"),
    [
        (formula(""), "held"),
        (formula("<v/>"), "held"),
        (formula("<v></v>", ' t="n"'), "held"),
        (formula("<v></v>", ' t="str"'), "new"),  # it comes to an empty text
        (formula("<v>Snickeriet</v>", ' t="str"'), "new"),
    ],
)
def test_a_formula_that_was_never_worked_out_holds_its_own_row(
    tmp_path: Path, stored: str, change: str
) -> None:
    def row(**answers: str) -> str:
        cells = {name: cell(text) for name, text in ANSWERS.items()} | answers
        return f"<row>{''.join(cells.values())}</row>"

    heading = f"<row>{''.join(map(cell, ANSWERS))}</row>"

    plan = imported(a_project(tmp_path), workbook(heading + row(Enhet=stored) + row(Nr=cell("2"))))

    assert changes(plan) == [change, "new"]
