"""Who can tell: those who have agreed, with a contact only where it is published."""

import csv
import io

from exempelbank.catalogue import Catalogue
from exempelbank.cli import main
from exempelbank.followup.storytellers import storytellers, storytelling
from tests.builders import PROJECT, sample_settings
from tests.feeds.builders import an_example

CONTACT = {
    "contact_publish": True,
    "contact_role": "Enhetschef",
    "contact_email": "enhet@kommun.example",
}
SETTINGS = sample_settings()


def a_library(*given):
    return Catalogue(
        public_examples=tuple(
            an_example(f"e{number}", id=f"FC-2026-10{number}", **one)
            for number, one in enumerate(given)
        )
    )


def test_only_those_who_have_agreed_are_listed_with_what_may_be_shown():
    catalogue = a_library(
        {"title": "Vill", "storyteller": ("seminarium",), **CONTACT},
        {"title": "Vill utan kontakt", "storyteller": ("natverk", "seminarium")},
        {"title": "Vill inte"},
    )
    rows = storytellers(catalogue, SETTINGS).rows

    assert [row[1] for row in rows] == ["Vill", "Vill utan kontakt"]
    assert rows[0][4:6] == ("Enhetschef", "enhet@kommun.example")
    assert rows[1][4:] == ("inte offentlig", "", "")


def test_they_are_counted_by_where_they_would_tell():
    catalogue = a_library({"storyteller": ("seminarium",)}, {"storyteller": ("seminarium",)}, {})
    table = storytelling(catalogue, SETTINGS)

    assert dict(table.rows)["På ett seminarium"] == 2
    assert table.note.startswith("2 exempel ")


def test_the_list_of_the_command_opens_in_columns_and_can_be_printed(capfdbinary, tmp_path):
    page = tmp_path / "berattare.html"
    assert main(["--project", str(PROJECT), "storytellers", "--format", "csv-excel"]) == 0
    assert (
        main(["--project", str(PROJECT), "storytellers", "--format", "html", "--out", str(page)])
        == 0
    )
    raw = capfdbinary.readouterr().out.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(raw, newline=""), delimiter=";")

    assert header[:2] == ["Från", "Exempel"] and len(rows) > 5
    assert {len(row) for row in rows} == {len(header)}
    assert all(row[1] in page.read_text("utf-8") for row in rows)
