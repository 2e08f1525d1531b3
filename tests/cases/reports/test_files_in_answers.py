"""Several files in one cell became one, or one with a wrong name, and nobody was told.

Source: the file questions of Microsoft Forms and of Gravity Forms (docs.gravityforms.com), whose
exports put several addresses in a cell, each tool with a divider of its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.form.mapping import FieldMapping
from exempelbank.intake.parsing.file_names import file_names_in
from tests.intake.builders import a_csv, a_mapping, a_project, fields, imported

MS_FORMS = "https://kommun.example/Documents/Apps/Microsoft%20Forms/L%C3%A4rande/Fr%C3%A5ga"


def names_in(answer: object, sep: str = "") -> list[str]:
    mapping = FieldMapping(column=("Bilagor",), files="urls", sep=sep)
    return [file.name for file in file_names_in(answer, mapping)]


def test_an_address_of_a_file_ends_where_the_next_begins(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping({"attachments": {"column": "Bilagor", "files": "urls"}}))
    answer = f"{MS_FORMS}/plan_Exempel.pdf; {MS_FORMS}/bild_Exempel.jpg"

    assert fields(imported(root, a_csv({"Bilagor": answer})))["attachments"] == [
        "plan.pdf",
        "bild.jpg",
    ]


@pytest.mark.parametrize("between", [", ", ",", "; ", ";", " ", " , ", "\n", "\r\n", " | ", ""])
def test_whatever_stands_between_addresses(between: str) -> None:
    answer = between.join(
        [
            "https://a.example/plan,%20ny.pdf",
            "https://a.example/f?name=bild.jpg",
            f"{MS_FORMS}/b_Bo.png",
        ]
    )

    assert names_in(answer) == ["plan, ny.pdf", "bild.jpg", "b.png"]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("plan.pdf;bild.jpg", ["plan.pdf", "bild.jpg"]),
        ("plan.pdf, bild 2.jpg", ["plan.pdf", "bild 2.jpg"]),
        ("plan.pdf bild.jpg", ["plan.pdf", "bild.jpg"]),
        ("plan.pdf och bild.jpg", ["plan.pdf", "bild.jpg"]),
        ('"Plan ett.pdf", "bild.jpg"', ["Plan ett.pdf", "bild.jpg"]),
        ("Plan, slutlig.pdf", ["Plan, slutlig.pdf"]),
        ("Plan; slutlig.pdf;bild.jpg", ["Plan; slutlig.pdf", "bild.jpg"]),
        ("plan.pdf, slutlig version", ["plan.pdf, slutlig version"]),
        ("Bild%20ett.jpg", ["Bild ett.jpg"]),
        ("Rapport 100%.pdf", ["Rapport 100%.pdf"]),
        (r"C:\fakepath\plan.pdf", ["plan.pdf"]),
        ("https://a.example/Plan, slutlig.pdf, bild.jpg", ["Plan, slutlig.pdf", "bild.jpg"]),
    ],
)  # fmt: skip
def test_a_suffix_shows_where_a_name_ends(answer: str, names: list[str]) -> None:
    assert names_in(answer) == names


def test_the_separator_of_the_mapping_goes_before_what_a_suffix_shows() -> None:
    assert names_in("Plan. Del ett; bild, två.jpg", sep=";") == ["Plan. Del ett", "bild, två.jpg"]


@pytest.mark.parametrize(
    "files",
    [
        ["https://a.example/plan.pdf", "bild.jpg"],
        [{"name": "plan_Bo Ek.pdf", "link": f"{MS_FORMS}/plan_Bo%20Ek.pdf", "size": 4}, "bild.jpg"],
        [{"title": "", "filename": "plan.pdf"}, {"link": "https://a.example/bild.jpg?x=1"}],
        {"0": "plan.pdf", "1": "bild.jpg"},
    ],
)
def test_lists_and_objects_are_read_as_such_and_as_text_in_a_cell(files: object) -> None:
    assert names_in(files) == names_in(json.dumps(files)) == ["plan.pdf", "bild.jpg"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.example/index.php?gf-download=2026%2F03%2Fplan.pdf&hash=1", "plan.pdf"),
        ("https://a.example/_layouts/15/Doc.aspx?file=plan_Bo%20Ek.docx&action=view", "plan.docx"),
        ("https://a.example/_layouts/15/Doc.aspx?file=mall_för_möte.docx", "mall_för_möte.docx"),
        ("https://a.example/open?id=17", "https://a.example/open?id=17"),
        ("https://a.example/download.php?id=17", "https://a.example/download.php?id=17"),
    ],
)
def test_a_name_is_found_in_the_query_and_a_program_is_no_file(address: str, name: str) -> None:
    assert names_in(address) == [name]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["plan, ny.pdf", "Köket på håll.jpg", "a;b.docx", "x & y.png"]), min_size=1
    ),
    st.sampled_from([";", ", ", " ", "\n", ""]),
)
def test_as_many_files_as_there_were_addresses(names: list[str], between: str) -> None:
    answer = between.join(f"https://a.example/{quote(name)}" for name in names)

    assert names_in(answer) == names
