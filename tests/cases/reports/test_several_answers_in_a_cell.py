"""A tool that joins several answers in one cell divides them in its own way; `inspect` says which.

Source: documentation and exports of form tools, which join files and ticked options by different
signs; what was not divided was lost.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.reports.suggested import suggested
from tests.intake.builders import fields

FOLDER = "https://kommun.sharepoint.example/personal/x/Documents/Apps/Microsoft%20Forms/L%C3%A4r"
ONE, OTHER = f"{FOLDER}/plan_Exempel.pdf", f"{FOLDER}/bild_Exempel.jpg"


def attachments(root: Path, cell: str) -> tuple[str | None, list[str]]:
    """(the separator that is suggested, the names that an import by it reads)."""
    found = suggested(
        root, ["Nr", "Inkom", "Bilagor", "Samtycke"], ["1", "2026-03-02 09:15", cell, "Ja"]
    )
    names: list[str] = fields(found.imported())["attachments"]
    return found.mapping["fields"]["attachments"].get("sep"), names


def test_a_separator_of_files_is_suggested(tmp_path: Path) -> None:
    """As it was reported."""
    assert attachments(tmp_path, f"{ONE}; {OTHER}") == (";", ["plan.pdf", "bild.jpg"])


@pytest.mark.parametrize(
    ("cell", "sep", "names"),
    [
        ("plan.pdf, bild.jpg", ",", ["plan.pdf", "bild.jpg"]),
        ("plan.pdf|bild.jpg", "|", ["plan.pdf", "bild.jpg"]),
        ("plan.pdf\nbild.jpg", None, ["plan.pdf", "bild.jpg"]),
        ("Plan, slutlig.pdf, bild.jpg", None, ["Plan, slutlig.pdf", "bild.jpg"]),
        ("Plan, slutlig.pdf; bild.jpg", ";", ["Plan, slutlig.pdf", "bild.jpg"]),
        ("Plan, slutlig.pdf", None, ["Plan, slutlig.pdf"]),
    ],
)
def test_only_what_divides_every_cell_into_whole_names(
    cell: str, sep: str | None, names: list[str], tmp_path: Path
) -> None:
    assert attachments(tmp_path, cell) == (sep, names)


@pytest.mark.parametrize("sep", [";", "; ", ",", ", ", "|", " | ", "\n", " / ", "/"])
def test_ticked_options_are_divided_by_what_gives_words_of_our_list(
    sep: str, tmp_path: Path
) -> None:
    ticked = sep.join(["Autism", "Unga vuxna", "Medarbetare"])
    found = suggested(
        tmp_path, ["Nr", "Inkom", "Målgrupp", "Samtycke"], ["1", "2026-03-02 09:15", ticked, "Ja"]
    )

    assert found.mapping["fields"]["target_groups"]["sep"].strip(" ") == sep.strip(" ")
    assert fields(found.imported())["target_groups"] == ["autism", "unga-vuxna", "medarbetare"]


def test_options_alone_as_headings_are_one_question(tmp_path: Path) -> None:
    """Typeform and Gravity Forms name no question; our lists tell which it is."""
    headings = ["Nr", "Inkom", "Autism", "Unga vuxna", "Annat", "Stödpedagog", "Enhetschef"]
    found = suggested(
        tmp_path,
        [*headings, "Samtycke"],
        ["1", "2026-03-02 09:15", "Autism", "", "Grannar", "Stödpedagog", "Enhetschef", "Ja"],
    )

    values = fields(found.imported())

    assert values["target_groups"] == ["autism"]
    assert values["roles"] == ["stodpedagog", "enhetschef"]
    assert values["unmatched"] == {"target_groups": ["Grannar"]}
