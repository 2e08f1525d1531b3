"""A row of a text with more or fewer cells than the heading is no reason to refuse the file. Empty
cells may be missing or too many; a filled cell too many, or a quotation mark in the wrong place,
holds its own row.

Source: the Excel of several people, which saved a CSV without the last semicolons of the rows where
the last question was not answered.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from exempelbank.intake.export.delimited import parse_delimited
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
from exempelbank.problems import Problems
from tests.intake.builders import (
    ANSWERS,
    a_csv,
    a_mapping,
    a_project,
    changes,
    fields,
    imported,
    settings,
)
from tests.intake.hostile import cell, workbook

HEADING, ROW = a_csv({}).decode().replace(",", ";").splitlines()
LINKS = a_mapping({"links": {"column": "Länk", "split": "lines"}})


def a_row(number: int) -> str:
    return ROW.replace("1;", f"{number};", 1)


def a_file(*rows: str, heading: str = HEADING) -> bytes:
    return "\r\n".join([heading, *rows, ""]).encode()


def reasons(plan, index: int) -> str:
    return " ".join(plan.planned[index].reasons)


def test_excel_may_leave_out_the_last_empty_cells(tmp_path: Path) -> None:
    problems = Problems()
    rows = [f"{a_row(1)};https://exempel.example/a", a_row(2), a_row(3)]

    plan = imported(a_project(tmp_path, LINKS), a_file(*rows, heading=f"{HEADING};Länk"), problems)

    assert changes(plan) == ["new", "new", "new"]
    assert ["links" in fields(plan, n) for n in range(3)] == [True, False, False]
    assert [p.says for p in problems.found] == ["de sista tomma cellerna saknas på 2 rader"]


@pytest.mark.parametrize("end", ["", ";", ";;;"], ids=len)
def test_rows_may_end_with_more_empty_cells_than_the_heading(tmp_path: Path, end: str) -> None:
    problems = Problems()

    plan = imported(a_project(tmp_path), a_file(a_row(1) + end, a_row(2)), problems)

    assert changes(plan) == ["new", "new"] and len(problems.found) == bool(end)


def test_delimiters_at_the_end_of_every_line_are_columns_that_nobody_asked_for(
    tmp_path: Path,
) -> None:
    problems = Problems()
    rows = f"{HEADING};;;", f"{a_row(1)};;;", ";" * 10, "", f"{a_row(2)};;;"

    plan = imported(a_project(tmp_path), "\r\n".join(["sep=;", *rows, "", ""]).encode(), problems)

    assert changes(plan) == ["new", "new"] and problems.found == []


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (ROW.replace("klockan", "klockan; prick"), "9 celler"),
        (ROW.replace("Huddinge", '"Hudd"inge'), "citattecken på fel plats"),
        (ROW.replace("Huddinge", '"Huddinge'), "aldrig får sitt par"),
        (ROW.replace(";", ","), "ett annat tecken"),
        (f'1;"\n{a_row(4)}\n{a_row(5)}\n";;;;;;Ja', "2 hela rader"),
    ],
    ids=["an answer with the delimiter", "a mark", "no end", "another delimiter", "whole rows"],
)
def test_a_row_that_can_not_be_told_apart_is_held_alone(
    tmp_path: Path, bad: str, says: str
) -> None:
    plan = imported(a_project(tmp_path), a_file(bad, a_row(2), a_row(3)))

    assert changes(plan) == ["held", "new", "new"]
    assert says in reasons(plan, 0) and plan.planned[0].response.row == 2
    assert not plan.planned[0].releasable


def test_a_held_row_takes_no_other_response_with_it(tmp_path: Path) -> None:
    """Its id is not to be trusted: it may be another's."""
    wide = ROW.replace("Huddinge", "Huddinge;x")

    plan = imported(a_project(tmp_path), a_file(wide, wide, a_row(1)))

    assert changes(plan) == ["held", "held", "new"]


def test_rows_before_a_quotation_mark_without_end_are_read_and_the_rest_is_told(
    tmp_path: Path,
) -> None:
    cut = a_row(3).replace("Vi samlas", '"Vi samlas').removesuffix(";bo@kommun.example;Ja")

    plan = imported(a_project(tmp_path), a_file(a_row(1), a_row(2), cut, "Först", "Sedan; fika"))

    assert changes(plan) == ["new", "new", "held"]
    assert "De 2 raderna efter" in reasons(plan, 2)


def test_a_file_that_was_cut_within_its_last_row_holds_that_row(tmp_path: Path) -> None:
    """The answer that was cut would else be taken for a whole one."""
    heading, row = f"{HEADING};Länk", f"{a_row(2)};"

    plan = imported(
        a_project(tmp_path, LINKS), a_file(row, a_row(3), heading=heading).removesuffix(b"\r\n")
    )

    assert changes(plan) == ["new", "held"] and "avklippt" in reasons(plan, 1)


def wrapped(line: str) -> str:
    """The whole line as one cell."""
    return '"' + line.replace('"', '""') + '"'


@pytest.mark.parametrize("heading", [HEADING, wrapped(HEADING)], ids=["rows", "the heading too"])
def test_rows_that_stand_whole_within_quotation_marks_are_read(
    tmp_path: Path, heading: str
) -> None:
    """As Excel saves lines that it has not divided into columns."""
    answer = 'Vi sa "hej", och åt'
    row = a_row(1).replace(ANSWERS["Berätta"], wrapped(answer))

    plan = imported(a_project(tmp_path), a_file(wrapped(row), a_row(2), heading=heading))

    assert changes(plan) == ["new", "new"] and fields(plan)["how"] == answer


def test_what_old_programs_end_a_file_with_is_no_row(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_file(a_row(1)) + b"\x1a\0")

    assert changes(plan) == ["new"]


def test_a_heading_with_a_quotation_mark_in_the_wrong_place_refuses_the_file(
    tmp_path: Path,
) -> None:
    problems = Problems()

    plan = imported(
        a_project(tmp_path), a_file(ROW, heading=HEADING.replace("Rubrik", '"Rub"rik')), problems
    )

    assert plan is None and problems.errors[0].location.line == 1


def test_a_heading_of_another_delimiter_than_all_rows_is_told_as_that(tmp_path: Path) -> None:
    problems = Problems()
    rows = [a_row(n).replace(";", "\t") for n in range(3)]

    plan = imported(a_project(tmp_path), a_file(*rows), problems)

    assert plan is None
    assert "nästan alla rader" in problems.errors[0].says and "”;”" in problems.errors[0].fix


@pytest.mark.parametrize(
    "heading", ["Nr,Roll (chef; personal; annan),Text", "Nr,Text,Ort; om flera; alla; i länet; nu"]
)
def test_a_heading_may_hold_the_other_delimiters(heading: str) -> None:
    raw = f"{heading}\r\n1,chef,a\r\n2,annan\r\n3,chef,b\r\n".encode()

    table = parse_delimited(raw, ReadOptions())

    assert len(table.headers) == 3 and not any(row.fault for row in table.rows)


def test_a_cell_beside_the_headings_of_a_sheet_is_told_of(tmp_path: Path) -> None:
    """A sheet keeps its cells in place, so the answers are where they should be."""
    problems = Problems()
    lines = [HEADING, f"{a_row(1)};ringt", a_row(2), f"{a_row(3)};;klart"]
    rows = ("".join(map(cell, line.split(";"))) for line in lines)

    plan = imported(
        a_project(tmp_path), workbook("".join(f"<row>{row}</row>" for row in rows)), problems
    )

    assert changes(plan) == ["new", "new", "new"]
    assert "raderna 2, 4 innehåller" in problems.found[0].says


@pytest.mark.parametrize("heading", [HEADING, HEADING + ";"])
def test_the_heading_of_a_second_export_below_the_first_is_no_response(
    tmp_path: Path, heading: str
) -> None:
    export = a_file(a_row(1), heading, a_row(2))

    assert changes(imported(a_project(tmp_path), export)) == ["new", "skipped", "new"]


def test_an_answer_in_the_words_of_its_question_is_an_answer(tmp_path: Path) -> None:
    assert changes(imported(a_project(tmp_path), a_csv({"Rubrik": "Rubrik"}))) == ["new"]


def test_inspect_tells_of_the_rows_that_can_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_bytes(a_file(a_row(1), ROW.replace("Huddinge", "Huddinge;x"), a_row(3)[:-3]))

    said = "\n".join(inspection_lines(inspect_export(file), settings()))

    assert "rad 3: Raden har 9 celler" in said and "saknas på 1 rad" in said


cells = st.text("ab å\"';,\n", max_size=4)


@hypothesis_settings(max_examples=40)
@given(st.data(), st.lists(st.lists(cells, min_size=4, max_size=4), min_size=1, max_size=6))
def test_rows_without_their_last_empty_cells_say_the_same(data, rows) -> None:
    rows = [["id", *row] for row in rows]

    def line(row: list[str]) -> str:
        return ";".join('"' + text.replace('"', '""') + '"' if text else "" for text in row)

    def cut(row: list[str]) -> str:
        filled = len("".join("x" if text else " " for text in row).rstrip())
        return line(row[: data.draw(st.integers(filled, len(row)))]) + ";" * data.draw(
            st.integers(0, 3)
        )

    def table(made) -> list[list[str]]:
        lines = ["Nr;A;B;C;D", *map(made, rows), ""]
        options = ReadOptions(delimiter=";")
        read = parse_delimited("\r\n".join(lines).encode(), options)
        assert not any(row.fault for row in read.rows)
        return [(row.cells + [""] * 5)[:5] for row in read.rows]

    assert table(cut) == table(line) == rows


@hypothesis_settings(max_examples=40)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=12))
def test_only_the_rows_with_too_much_are_held(extra) -> None:
    lines = [f"{n};a;b;c{';x' * more}" for n, more in enumerate(extra)]
    raw = "\n".join(["Nr;A;B;C", *lines]).encode()

    table = parse_delimited(raw, ReadOptions(), lambda names: "Nr" in names)

    assert [bool(row.fault) for row in table.rows] == [more > 0 for more in extra]
