"""A spreadsheet shows what stands in a cell, and runs none of it."""

import csv
import io

import pytest

from exempelbank.files.csv import csv_for_excel, csv_from, harmless

SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−", "⁼", "₊"]
BEFORE = {
    "nothing": "",
    "space": "  ",
    "tab": "\t",
    "return": "\r",
    "line end": "\n",
    "fixed space": "\xa0",
    "wide space": "\u3000",
    "zero width space": "\u200b",
    "joiner": "\u200d",
    "mark of direction": "\u200e",
    "byte order mark": "\ufeff",
    "soft hyphen": "\xad",
    "word joiner": "\u2060",
    "variant": "\ufe0f",
    "filler": "\u3164",
    "empty braille": "\u2800",
    "tag": "\U000e0020",
    "control": "\x1b",
    "several": " \u200b\xa0\t",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("sign", SIGNS)
def test_what_a_spreadsheet_may_take_for_a_formula_gets_an_apostrophe(sign, before):
    cell = f"{before}{sign}1+1"

    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["\tBild", "\rBild", "\nBild", "-5", "- en punkt"])
def test_some_texts_get_it_to_be_sure(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "Bild",
        " Bild",
        "a=b",
        "1+1",
        "– Hej",
        "— Hej",
        "\u200dBild",
        "(=1)",
        "'=1",
        "2026",
        "Å",
    ],
)
def test_other_texts_stand_as_they_were_written(cell):
    assert harmless(cell) == cell


@pytest.mark.parametrize("number", [-5, -2.5, 0, 7])
def test_a_number_is_a_number(number):
    assert harmless(number) is number


def test_headings_and_rows_are_written_so():
    written = csv_from(["=a", "b"], [["\u200b=1,2", -5]]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(written, newline=""))) == [
        ["'=a", "b"],
        ["'\u200b=1,2", "-5"],
    ]


def test_swedish_excel_gets_semicolons_decimal_commas_and_the_mark_of_utf_8():
    written = csv_for_excel([["Kö", "a;b"], ["=1+1", -0.5], ["rad", 3]])

    assert written == '\ufeffKö;"a;b"\r\n\'=1+1;-0,5\r\nrad;3\r\n'.encode()
