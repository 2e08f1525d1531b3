"""Whatever the container, the encoding and the delimiter: the table that went in comes out."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exempelbank.intake.export.delimited import parse_delimited
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.reader import read_export
from exempelbank.intake.export.rows import unique
from exempelbank.intake.known_records import load_known_records
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import load_records
from tests.fixtures.exports.make import write_ods
from tests.intake.builders import (
    a_csv,
    a_mapping,
    a_project,
    changes,
    imported,
    submission_files,
)

HEADING = ["Rubrik", "Kommun", "Berätta"]
# What a form field can hold, less what the readers refuse by name.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"),
    max_size=40,
)
ROWS = st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=6)
SLOW = settings(max_examples=60, deadline=None)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
# Not what Latin-9 reads as a letter of its own: a lone ¦ before an a may as well be Š.
LATIN = re.compile(r"[\x20-\x7e\xa0-\xa3\xa5\xa7\xa9-\xac\xae-\xb3\xb5-\xb7\xb9-\xbb\xbf-\xff]*")


def as_csv(rows: list[list[str]], delimiter: str, all_quoted: bool) -> str:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(buffer, delimiter=delimiter, quoting=quoting).writerows(rows)
    return buffer.getvalue()


def filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(cell.strip() for cell in row)]


@given(ROWS, st.sampled_from(",;\t"), st.booleans(), st.sampled_from(ENCODINGS))
@SLOW
def test_any_table_comes_back_the_same(
    rows: list[list[str]], delimiter: str, all_quoted: bool, encoding: str
) -> None:
    if encoding == "cp1252":
        rows = [[cell if LATIN.fullmatch(cell) else "åäö" for cell in row] for row in rows]
    raw = as_csv([HEADING, *rows], delimiter, all_quoted).encode(encoding)

    utf8, _notes = utf8_from(raw)
    table = parse_delimited(utf8, ReadOptions())

    assert list(table.headers) == HEADING
    assert [row.cells for row in table.rows] == filled(rows)


@given(ROWS)
@settings(SLOW, max_examples=25)
def test_any_workbook_comes_back_the_same(rows: list[list[str]]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for at, row in enumerate([HEADING, *rows], 1):
        for number, cell in enumerate(row, 1):
            if cell:
                book.active.cell(at, number, cell).data_type = "s"
    with tempfile.TemporaryDirectory() as folder:
        book.save(Path(folder, "svar"))
        export = read_export(Path(folder, "svar"), ReadOptions())

    read = [[str(row.answers.get(name, "")) for name in HEADING] for row in export.rows]
    assert read == [[_through_excel(cell) for cell in row] for row in filled(rows)]


def _through_excel(text: str) -> str:
    """Excel's own sign for a character by its number is read as that character."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


@given(ROWS)
@settings(SLOW, max_examples=25)
def test_any_ods_comes_back_the_same(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "svar")
        write_ods(str(path), [HEADING, *rows])
        export = read_export(path, ReadOptions())

    assert [[str(row.answers.get(name, "")) for name in HEADING] for row in export.rows] == filled(
        rows
    )


@given(ROWS)
@SLOW
def test_any_json_comes_back_the_same(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "svar")
        records = [dict(zip(HEADING, row, strict=True)) for row in rows]
        path.write_text(json.dumps(records), encoding="utf-8")
        export = read_export(path, ReadOptions())

    assert [[row.answers[name] for name in HEADING] for row in export.rows] == rows


RESPONSE = st.fixed_dictionaries(
    {
        "Rubrik": TEXT,
        "Berätta": st.text(max_size=300),
        "Enhet": TEXT,
        "Lärt": st.lists(TEXT, max_size=4).map("\n".join),
    }
)
LESSONS = a_mapping({"lessons": {"column": "Lärt", "split": "lines"}})


@given(RESPONSE)
@SLOW
def test_any_response_becomes_a_file_or_is_refused_or_held_with_words(
    answers: dict[str, str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = a_project(Path(folder), LESSONS)
        problems = Problems()

        plan = imported(root, a_csv(answers), problems)

        is_held = bool(plan and plan.planned[0].reasons)
        assert [is_held, bool(submission_files(root)), bool(problems.errors)].count(True) == 1


@given(RESPONSE)
@SLOW
def test_any_response_that_becomes_a_file_reads_back_equal(answers: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = a_project(Path(folder), LESSONS)
        plan = imported(root, a_csv(answers), Problems())
        assume(plan and changes(plan) == ["new"])  # else it was refused or held: see above

        problems = Problems()
        ((_document, submission),) = load_records(Submission, root, problems)

        assert plan and list(problems) == []
        values = plan.planned[0].response.values
        assert submission.title == values.get("title", "")
        assert dict(submission.sections) == dict(values["sections"])
        assert list(submission.lessons) == values.get("lessons", [])
        assert load_known_records(root, problems).records[0].untouched


def test_the_second_of_two_equal_headings_has_a_number() -> None:
    assert unique(["Annat", "Namn:", "Annat *", " Namn\xa0"]) == (
        "Annat",
        "Namn",
        "Annat#2",
        "Namn#2",
    )


@pytest.mark.parametrize(
    ("raw", "noted"),
    [("Rubrik;Ort\nÃ¥re;Ã¶\n".encode(), True), ("Rubrik;Ort\nÅre;Ö\n".encode(), False)],
)
def test_a_file_that_was_encoded_twice_is_told(raw: bytes, noted: bool) -> None:
    _utf8, notes = utf8_from(raw)

    assert bool(notes) is noted


@pytest.mark.parametrize(
    "text",
    [
        "Rubrik;Text\rA;x\rB;y\r",
        "Rubrik;Text\rA;x\rB;y",
        'Rubrik;Text\r"A";"x"\r"B";y\r',
        "\ufeffRubrik;Text\rA;x\rB;y\r",
        "sep=;\r\nRubrik;Text\r\nA;x\r\nB;y\r\n",
    ],
)
def test_lines_may_end_as_on_an_old_mac(text: str) -> None:
    utf8, _notes = utf8_from(text.encode())

    table = parse_delimited(utf8, ReadOptions())

    assert [row.cells for row in table.rows] == [["A", "x"], ["B", "y"]]


def test_a_line_break_in_a_cell_may_be_another_than_those_between_rows() -> None:
    table = parse_delimited(b'Rubrik;Text\r"A";"rad\nrad"\rB;"rad\rrad"\r', ReadOptions())

    assert [row.cells for row in table.rows] == [["A", "rad\nrad"], ["B", "rad\rrad"]]


@pytest.mark.parametrize(
    "cell",
    [
        r"Mapp \"gemensam\" på K:",
        r"\"gemensam\"",
        r"se \"gemensam\".",
        r"se \"gemensam\": där",
        r"se (\"gemensam\"); där",
        r"se \"a\" och \"b\"",
        r"se \"gemensam\", där den",
        "K:\\",
        r"K:\Mapp\\" + '"',
        'två\nrader \\"så\\" här',
        'citat "så" här',
    ],
)
def test_phps_quotation_marks_are_read_wherever_they_stand(cell: str) -> None:
    # PHP doubles a mark unless a backslash stands before it.
    written = re.sub(r'(?<!\\)"', '""', cell)
    text = f'Rubrik,Text,Sist\n"{written}",x,"y z"\n"{written}","{written}",z\n'

    table = parse_delimited(text.encode(), ReadOptions(php_quotes=True))

    assert [row.cells for row in table.rows] == [[cell, "x", "y z"], [cell, cell, "z"]]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    (tmp_path / "svar").write_text('Rubrik,Text\n"a","rad\nrad"\n,\nb,c\n', encoding="utf-8")

    export = read_export(tmp_path / "svar", ReadOptions())

    assert [row.number for row in export.rows] == [2, 4]


def test_lines_above_the_heading_are_told(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(b"Svar 2026;;;;;;;\r\n" + a_csv({}).replace(b",", b";"))
    root = a_project(tmp_path)
    problems = Problems()

    plan = imported(root, root / "svar.csv", problems)

    assert changes(plan) == ["new"]
    assert len(problems.warnings) == 1
