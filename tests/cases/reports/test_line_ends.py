"""Rows that end with CR alone, or in several ways, were refused for a quotation mark.

Source: what Excel for Mac saves as “CSV (Macintosh)”, in evanplaice/jquery-csv (45),
sorich87/import-users-from-csv (4) and Flynsarmy/laravel-csv-seeder (24).
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.export.delimited import parse_delimited
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.options import ReadOptions
from tests.intake.builders import a_csv, a_project, changes, fields, imported

ENDS = ("\r", "\n", "\r\n")


def cells_of(text: str | bytes) -> list[list[str]]:
    utf8, _notes = utf8_from(text.encode() if isinstance(text, str) else text)
    table = parse_delimited(utf8, ReadOptions())
    return [[*table.headers], *(row.cells for row in table.rows)]


def test_rows_may_end_as_on_an_old_mac(tmp_path: Path) -> None:
    raw = a_csv({"Berätta": "Vi provade."}, {"Nr": "2", "Enhet": "B"}).replace(b"\r\n", b"\r")

    plan = imported(a_project(tmp_path), raw)

    assert changes(plan) == ["new", "new"]
    assert fields(plan)["how"] == "Vi provade."


@given(st.lists(st.sampled_from(ENDS), min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_rows_of_one_file_may_end_in_several_ways(ends: list[str]) -> None:
    rows = ('Rubrik;Text;"Ort"', "A;x;Umeå", '"B";"två\nrader";y', "C;z;")

    found = cells_of("".join(map(str.__add__, rows, ends)))

    assert [[cell.strip() for cell in row] for row in found] == [
        ["Rubrik", "Text", "Ort"], ["A", "x", "Umeå"], ["B", "två\nrader", "y"], ["C", "z", ""]
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", ["ett\rtvå", "ett\r\rtvå", "\rett"])
def test_a_break_in_a_cell_without_quotation_marks_is_no_end_of_a_row(text: str, end: str) -> None:
    found = cells_of(f"Rubrik;Text;Ort{end}A;{text};Umeå{end}B;x;Nacka{end}")

    assert found[1:] == [["A", text, "Umeå"], ["B", "x", "Nacka"]]


def test_what_tells_the_delimiter_may_end_as_the_rows_do() -> None:
    assert cells_of("sep=;\rRubrik;Text\rA;x,y\r") == [["Rubrik", "Text"], ["A", "x,y"]]
    assert cells_of("sep=;\rRubrik;Text\nA;x,y\n") == [["Rubrik", "Text"], ["A", "x,y"]]


@pytest.mark.parametrize("encoding", ["mac-roman", "utf-16", "utf-8-sig"])
def test_old_line_ends_are_read_in_every_encoding(encoding: str) -> None:
    found = cells_of("Rubrik;Förskola\rMöte på våren;Åsen\r".encode(encoding))

    assert found == [["Rubrik", "Förskola"], ["Möte på våren", "Åsen"]]


def test_a_file_of_old_line_ends_with_one_new_is_read_in_time() -> None:
    started = time.process_time()

    found = cells_of(b"Rubrik;Text\r" + b"A;xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r" * 10_000 + b"B;y\n")

    assert len(found) == 10_002
    assert time.process_time() - started < 2
