"""Excel saves a workbook in many ways. Those that hold the answers are read, in whichever calendar
and namespaces; the others are refused by their right name, with how to save instead.

Source: a reader of spreadsheets that took dates of the calendar from 1904 for four years too early,
and one that called a Strict workbook damaged.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from exempelbank.problems import Problems
from tests.intake.builders import ANSWERS, a_mapping, a_project, changes, fields, imported
from tests.intake.hostile import archive, cell, ods, ods_row, spreadsheet, workbook

EXCEL_TIME = a_mapping(submitted_at={"column": "Inkom", "format": "excel"})
SENT = "2026-03-02T09:15:00+01:00"
HEADING = "".join(map(cell, ANSWERS))


def with_time(stored: str) -> str:
    """Two rows of a sheet: the heading, and a response whose time is this cell."""
    row = "".join(stored if name == "Inkom" else cell(text) for name, text in ANSWERS.items())
    return f"<row>{HEADING}</row><row>{row}</row>"


def a_workbook_from_1904(number_format: str) -> bytes:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([*ANSWERS])
    book.active.append([*ANSWERS.values()])
    book.active["B2"] = datetime(2026, 3, 2, 9, 15)  # noqa: DTZ001 - as Excel has it
    book.active["B2"].number_format = number_format
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("number_format", ["yyyy-mm-dd hh:mm", "d/m/yy h:mm", "General"])
def test_a_workbook_of_the_calendar_from_1904_has_the_right_dates(
    tmp_path: Path, number_format: str
) -> None:
    plan = imported(a_project(tmp_path, EXCEL_TIME), a_workbook_from_1904(number_format))

    assert fields(plan)["submitted_at"] == SENT


def test_an_ods_of_the_calendar_from_1904_has_the_right_dates(tmp_path: Path) -> None:
    null_date = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/>'
    text = '<table:table-cell table:number-columns-repeated="1"><text:p>2026-03-02 09:15'
    date = (
        '<table:table-cell office:value-type="date" office:date-value="2026-03-02T09:15:00">'
        "<text:p>2 mars"
    )
    rows = ods_row(*ANSWERS) + ods_row(*ANSWERS.values()).replace(text, date)
    content = spreadsheet(rows).replace(
        "<table:table ", f"{null_date}</table:calculation-settings><table:table ", 1
    )

    plan = imported(a_project(tmp_path, EXCEL_TIME), ods(content))

    assert fields(plan)["submitted_at"] == SENT


SCHEMAS, STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
STRICT_NAMES = {
    f"{SCHEMAS}/spreadsheetml/2006/main": f"{STRICT}/spreadsheetml/main",
    f"{SCHEMAS}/officeDocument/2006/relationships": f"{STRICT}/officeDocument/relationships",
}


def parts_of(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def strict(raw: bytes) -> bytes:
    """The same workbook in the namespaces of ISO 29500 Strict."""
    parts = parts_of(raw)
    for namespace, strict_namespace in STRICT_NAMES.items():
        parts = {name: text.replace(namespace, strict_namespace) for name, text in parts.items()}
    return archive({**parts})


@pytest.mark.parametrize(
    "stored", ["2026-03-02T09:15:00", "2026-03-02T09:14:59.9997", "2026-03-02T09:15:00.000"]
)
def test_a_strict_workbook_is_read(tmp_path: Path, stored: str) -> None:
    date = f'<c t="d"><v>{stored}</v></c>'

    plan = imported(a_project(tmp_path, EXCEL_TIME), strict(workbook(with_time(date))))

    assert changes(plan) == ["new"] and fields(plan)["submitted_at"] == SENT


def test_a_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    raw = workbook(with_time(cell(ANSWERS["Inkom"])), **{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})

    assert changes(imported(a_project(tmp_path), raw)) == ["new"]


def test_a_workbook_that_sharepoint_has_numbered_is_read(tmp_path: Path) -> None:
    parts = parts_of(workbook(with_time(cell(ANSWERS["Inkom"]))))
    renamed = {
        name.replace("workbook.xml", "workbook2.xml"): text.replace("workbook.xml", "workbook2.xml")
        for name, text in parts.items()
    }

    assert changes(imported(a_project(tmp_path), archive(dict(renamed)))) == ["new"]


def ole(part: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + (part + "\0").encode("utf-16-le")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (ole("Workbook"), "Excels gamla format (.xls)"),
        (ole("Book"), "Excels gamla format (.xls)"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(40), "Excels gamla format (.xls)"),
        (ole("EncryptedPackage"), "skyddad med lösenord"),
        (ole("WordDocument"), "ingen Excelfil"),
        (archive({"xl/workbook.bin": b"\x00"}), "(.xlsb)"),
        (archive({"Index/Document.iwa": b"\x00", "preview.jpg": b""}), "Numbers"),
        (archive({"word/document.xml": "<w/>"}), "Worddokument"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>', "2003"),
        (b'<?xml version="1.0"?><office:document office:version="1.2"/>', "(.fods)"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "webbsida"),
    ],
)
def test_what_can_not_be_read_is_called_by_its_right_name(
    tmp_path: Path, raw: bytes, says: str
) -> None:
    problems = Problems()

    plan = imported(a_project(tmp_path), raw, problems)

    assert plan is None and says in problems.errors[0].says and problems.errors[0].fix


# ---- Which sheet ----

ABOUT = [["Sammanställning av svar"], ["Ansvarig: nämnden"]]
RESPONSES = [[*ANSWERS], [*ANSWERS.values()]]


def a_workbook_of(*sheets: list[list[str]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Blad{number}")
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("before", [ABOUT, [], [["Rubrik", "Kommun", "Enhet", "Antal"]]])
def test_the_sheet_with_the_questions_is_read_wherever_it_stands(
    tmp_path: Path, before: list[list[str]]
) -> None:
    problems = Problems()

    plan = imported(a_project(tmp_path), a_workbook_of(before, RESPONSES), problems)

    assert fields(plan)["title"] == ANSWERS["Rubrik"]
    assert "“Blad2”" in problems.warnings[0].says or "”Blad2”" in problems.warnings[0].says


def test_of_two_sheets_with_the_questions_the_first_is_read_and_the_other_named(
    tmp_path: Path,
) -> None:
    problems = Problems()

    plan = imported(a_project(tmp_path), a_workbook_of(RESPONSES, RESPONSES), problems)

    assert changes(plan) == ["new"]
    assert "Blad2" in problems.warnings[0].says


def test_a_sheet_that_the_mapping_names_is_read_whatever_the_others_hold(tmp_path: Path) -> None:
    other = [RESPONSES[0], [*{**ANSWERS, "Rubrik": "Den andra"}.values()]]
    root = a_project(tmp_path, a_mapping(input={"sheet": "Blad2"}))

    assert fields(imported(root, a_workbook_of(RESPONSES, other)))["title"] == "Den andra"


def test_an_empty_sheet_of_an_ods_gives_way_to_the_next(tmp_path: Path) -> None:
    content = spreadsheet(ods_row(*ANSWERS) + ods_row(*ANSWERS.values())).replace(
        "<table:table ", '<table:table table:name="Tomt"></table:table><table:table ', 1
    )

    assert changes(imported(a_project(tmp_path), ods(content))) == ["new"]
