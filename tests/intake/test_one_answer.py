"""One answer never stops an import: it is cleaned or its response held, and the others go in."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from exempelbank.intake import limits
from exempelbank.intake.cleaning import lines, one_line
from exempelbank.intake.export.rows import heading
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import load_records
from exempelbank.text.normalization import normalised
from tests.intake.builders import a_csv, a_mapping, a_project, changes, imported
from tests.intake.containers import INPUT, WRITERS
from tests.intake.hostile import cell, ods, ods_row, spreadsheet, workbook

# ---- Times ----

ODD_TIMES = [
    "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01 00:00", "0000-00-00 00:00:00",
    "9999-12-31T23:59:59", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59.9999999Z",
    "0026-03-02T09:15:00", "0999-12-31T23:59:59+01:00", "1752-09-09T00:00:00",
    "2026-02-30T10:00:00", "2026-13-01T10:00:00", "2026-03-02T25:00:00", "2026-03-02T10:61:00",
    "2026-03-02T10:00:00+99:00", "2026-03-02T10:00:00+24:00", "10000-01-01T00:00:00",
    "-2026-03-02T10:00:00", "nan", "inf", "-inf", "1e308", "1e999", "-1", "9" * 400,
    "9" * 5000, "²²²²²", "00000", "0001/01/01 1:00:00 fm GMT+14",
    "9999/12/31 11:59:59 em GMT-12", "2026/02/30 8:53:03 fm CET", "2026/03/02 13:53:03 em CET",
    "now", "null", "2026-03-02T10:00:00" + " x" * 100_000,
]  # fmt: skip
FORMATS = ["iso", "excel", "unix", "google-direct", "%Y-%m-%d %H:%M:%S", "%d/%m/%y", "%y %j %z"]


@pytest.mark.parametrize("notation", FORMATS)
@pytest.mark.parametrize("timezone", ["Europe/Stockholm", "Pacific/Kiritimati"])
def test_an_odd_time_holds_its_own_response(tmp_path: Path, notation: str, timezone: str) -> None:
    time = {"column": "Inkom", "format": notation}
    root = a_project(tmp_path, a_mapping(submitted_at=time, modified_at=time, timezone=timezone))
    odd = [{"Nr": str(n), "Inkom": time} for n, time in enumerate(ODD_TIMES)]

    plan = imported(root, a_csv(*odd, {"Nr": "sist", "Inkom": "2026-03-02 09:15:00"}), Problems())

    assert changes(plan) == [*["held"] * len(odd), "new"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1999-12-31T23:59:59", "1999-12-31T23:59:59+01:00"),
        ("2026-03-02T00:00:00+14:00", "2026-03-01T11:00:00+01:00"),
        ("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00"),
        ("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00"),
        ("2026-03-02", "2026-03-02T00:00:00+01:00"),
        ("2026-03-02\u200bT10:00:00\x00", "2026-03-02T10:00:00+01:00"),
    ],
)
def test_a_time_that_may_be_meant_is_read(tmp_path: Path, text: str, moment: str) -> None:
    root = a_project(tmp_path, a_mapping(submitted_at={"column": "Inkom", "format": "iso"}))

    plan = imported(root, a_csv({"Inkom": text}))

    assert plan and changes(plan) == ["new"]
    submitted = plan.planned[0].response.submitted_at
    assert submitted and submitted.isoformat() == moment


@pytest.mark.parametrize(
    "number", ["-5", "0", "0.5", "2958466", "99999999999", "1e300", "1e999", "nan", "-0.1"]
)
def test_a_day_outside_excels_calendar_holds_its_own_response(tmp_path: Path, number: str) -> None:
    heading = ("Nr", "Inkom", "Rubrik", "Kommun", "Enhet", "Berätta", "E-post", "Samtycke")
    rest = "".join(map(cell, ("A", "Nacka", "B", "C", "", "Ja")))
    rows = "".join(
        f'<row>{cell(f"nr{day}")}<c s="1"><v>{day}</v></c>{rest}</row>'
        for day in (number, "46083.5")
    )
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = (
        f'<r><Relationship Id="rId1" Type="{kind}worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{kind}styles" Target="styles.xml"/></r>'
    )
    parts = {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations}
    root = a_project(tmp_path, a_mapping(submitted_at={"column": "Inkom", "format": "excel"}))

    book = workbook(f"<row>{''.join(map(cell, heading))}</row>{rows}", **parts)

    assert changes(imported(root, book, Problems())) == ["held", "new"]


# ---- Signs ----

ODD_SIGNS = {
    "NUL": "\0", "a vertical tab": "\x0b", "a form feed": "\x0c", "an escape sequence": "\x1b[2J",
    "a bell": "\x07", "delete": "\x7f", "a break of IBM's": "\x85", "C1": "\x9b",
    "half a character": "\ud800", "the other half": "\udfff",
    "halves that do not fit": "\udc00\ud800",
    "no character": "\ufffe\uffff\ufdd0", "none of another plane": "\U0001ffff\U0010fffe",
    "private": "\ue000\U000f0000", "not yet a character": "\u0378", "directions": "\u202e\u2066",
    "nothing to see": "\u200b\u2060\xad\ufeff", "tags": "\U000e0041", "an emoji": "👩‍🔧",
    "a line of another kind": "\u2028\u2029", "marks without end": "a" + "\u0301\u0316" * 3000,
    "a formula": "=1+1", "what XML calls a text": "]]>", "Excel's half": "_xD83D_",
    "Excel's NUL": "_x0000_",
}  # fmt: skip


def read_back(root: Path) -> Problems:
    """What is wrong with the files that were written."""
    problems = Problems()
    assert list(load_records(Submission, root, problems))
    return problems


@pytest.mark.parametrize("kind", WRITERS)
def test_an_odd_sign_costs_at_most_its_own_response(tmp_path: Path, kind: str) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))
    odd = [
        {"Nr": str(n), "Rubrik": f"före{sign}efter", "Berätta": f"rad{sign}\nrad", "Enhet": sign}
        for n, sign in enumerate(ODD_SIGNS.values())
    ]

    plan = imported(root, WRITERS[kind]([*odd, {"Nr": "sist"}]))

    assert changes(plan) == ["new"] * (len(odd) + 1)
    assert list(read_back(root)) == []


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("field", ["Nr", "Inkom", "Kommun", "E-post", "Samtycke"])
def test_an_odd_sign_in_any_field_costs_at_most_its_own_response(
    tmp_path: Path, kind: str, field: str
) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))
    odd = [{"Nr": f"nr{n}", field: f"1{sign}"} for n, sign in enumerate(ODD_SIGNS.values())]

    plan = imported(root, WRITERS[kind]([*odd, {"Nr": "sist"}]), Problems())

    assert changes(plan)[-1] == "new"
    assert list(read_back(root)) == []


def test_control_characters_are_told_of(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": "a\0b"}, {"Nr": "2"}))

    assert plan and [len(step.response.warnings) for step in plan.planned] == [1, 0]


# ---- Length ----


@pytest.mark.parametrize("length", [limits.RESPONSE + 1, limits.CELL + 1, 3 * limits.CELL])
@pytest.mark.parametrize("kind", WRITERS)
def test_an_answer_that_nobody_can_review_holds_its_own_response(
    tmp_path: Path, kind: str, length: int
) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))

    plan = imported(root, WRITERS[kind]([{"Berätta": "x y," * (length // 4 + 1)}, {"Nr": "2"}]))

    assert plan and changes(plan) == ["held", "new"]
    assert not plan.planned[0].releasable


def test_a_long_answer_in_a_column_that_is_not_read_does_not_matter(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Övrigt": "x" * 2_000_000}))

    assert changes(plan) == ["new"]


def test_of_an_answer_that_is_too_long_only_personal_numbers_are_told(tmp_path: Path) -> None:
    long = "Kalle har epilepsi. Ring 070-174 06 18. " * 3000

    plan = imported(a_project(tmp_path), a_csv({"Berätta": long + "811228-9874"}))

    assert plan and len(plan.planned[0].reasons) == 2
    assert plan.planned[0].response.warnings == ()


# With time by the square of its length, each of these would take from minutes to days.
AWKWARD = {
    "spaces": "å" + " " * 999_000 + "x",
    "tabs and breaks": "å" + "\t \n" * 333_000 + "x",
    "hard spaces": "å" + "\xa0" * 999_000 + "x",
    "names": "Kalle " * 166_000,
    "marks": "a" + "\u0316\u0301" * 499_000,
    "marks of another alphabet": "א" + "\u05b0\u0591" * 499_000,
    "marks of one kind": "a" + "\u0301" * 999_000,
    "digits": "1" * 999_000,
    "digits and dashes": "811228-" * 142_000,
    "brackets": "[" * 999_000,
    "quotation marks": '"' * 999_000,
    "apostrophes of both kinds": "'’" * 499_000,
    "colons": ":" * 999_000 + "x",
    "addresses": "https://a.example " * 55_000,
    "line breaks": "\n" * 999_000 + "x",
    "carriage returns": "\r" * 999_000 + "x",
    "semicolons": ";" * 999_000,
    "numbers of characters": "&#x0;" * 199_000,
    "signs of formulas": "=-+@" * 249_000,
    "emoji": "👩‍🔧" * 333_000,
    "backslashes": '\\"' * 499_000,
    "underscores": "_x000B_" * 142_000,
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_cleaning_takes_time_by_the_length_of_a_text(text: str) -> None:
    for clean in (lines, one_line, normalised, heading):
        assert len(clean(text)) <= len(text)


@pytest.mark.parametrize("kind", WRITERS)
def test_reading_takes_time_by_the_length_of_a_text(tmp_path: Path, kind: str) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))
    odd = [{"Nr": str(n), "Berätta": text[:300_000]} for n, text in enumerate(AWKWARD.values())]

    plan = imported(root, WRITERS[kind]([*odd, {"Nr": "sist"}]))

    assert changes(plan)[-1] == "new"
    assert set(changes(plan)) == {"held", "new"}


def test_marks_are_put_in_order_as_far_as_anyone_writes_them() -> None:
    word = "é" + "q\u0323\u0307" * 300

    assert normalised(unicodedata.normalize("NFD", word)) == unicodedata.normalize("NFC", word)


def test_a_text_that_a_workbook_points_to_again_and_again_is_counted_each_time(
    tmp_path: Path,
) -> None:
    rows = ods_row("Rubrik") + ods_row("x " * 10_000, rows=40_000)
    problems = Problems()

    assert imported(a_project(tmp_path), ods(spreadsheet(rows)), problems) is None
    assert str(limits.CHARACTERS) in problems.errors[0].says


def test_a_heading_that_is_no_question_is_refused(tmp_path: Path) -> None:
    rows = ods_row("x" * 1_000_000, columns=990)
    problems = Problems()

    assert imported(a_project(tmp_path), ods(spreadsheet(rows)), problems) is None
    assert str(limits.HEADING) in problems.errors[0].says


def test_names_within_a_long_name_are_counted_with_it(tmp_path: Path) -> None:
    inner = ",".join(f'"{n}":1' for n in range(4000))
    problems = Problems()

    export = f'[{{"{"x" * 1_000_000}":{{{inner}}}}}]'.encode()

    assert imported(a_project(tmp_path), export, problems) is None
    assert str(limits.PATHS) in problems.errors[0].says


@pytest.mark.parametrize("delimiter", [";;", "§", '"', "\n"])
def test_a_delimiter_that_is_none_is_refused_in_the_mapping(tmp_path: Path, delimiter: str) -> None:
    root = a_project(tmp_path, a_mapping(input={"delimiter": delimiter}))
    problems = Problems()

    assert imported(root, a_csv({}), problems) is None
    assert problems.errors[0].location.line


def test_many_responses_with_one_id_are_told_apart_in_time(tmp_path: Path) -> None:
    answers = [{"Nr": "samma", "Rubrik": f"Nummer {n}"} for n in range(1500)]

    plan = imported(a_project(tmp_path), a_csv(*answers))

    assert plan and set(changes(plan)) == {"held"}
    assert all(len(step.reasons[0]) < 200 for step in plan.planned)


def test_many_unknown_places_are_not_all_looked_up(tmp_path: Path) -> None:
    how = {"column": "Orter", "multi": "joined", "sep": ";"}
    root = a_project(tmp_path, a_mapping({"other_municipalities": how}))

    plan = imported(root, a_csv({"Orter": ";".join(f"Ort{n}" for n in range(6000))}))

    assert plan and len(plan.planned[0].response.warnings) < 20
