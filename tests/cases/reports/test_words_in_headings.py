"""A question points to a field by a whole word, in any inflection, and by what was answered.

Source: reports of a wrong column being suggested because it came first; a public export where a
question about communication stood before the one about the municipality.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.intake.suggest.matching import probable_field
from tests.cases.reports.suggested import suggested

ROWS = ("Huddinge", "Nacka")


def test_communication_is_no_municipality(tmp_path: Path) -> None:
    """As it was reported."""
    asked = "Vilket stöd för kommunikation använder ni?"
    found = suggested(
        tmp_path,
        ["Nr", "Rubrik", asked, "Kommun", "Enhet", "Samtycke"],
        ["1", "Bildkort", "Bilder", "Huddinge", "Snickeriet", "Ja"],
        ["2", "Lugn", "Tecken", "Nacka", "Villan", "Ja"],
    )

    assert found.columns["municipality"] == "Kommun"
    assert f"\n# {asked}\n" in found.draft


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Kommunens namn", "municipality"),
        ("Vilka kommuner?", "municipality"),
        ("3. Kommun", "municipality"),
        ("Kommunikation", None),
        ("Erfarenhet", None),
        ("Filmer ni?", None),
        ("Profilbild", None),
        ("Område", "work_areas"),
        ("Områdeschef", None),
        ("Målgrupper", "target_groups"),
        ("Effekterna", "results"),
        ("Effektivitet", None),
        ("📝 Berätta vad ni gjorde", "how"),
        ("Hur har ni gjort?", "how"),
        ("Får vi publicera ert exempel?", "consent"),
        ("Får vi publicera bilden?", None),
        ("Kontaktpersonens e-post", "contact_email"),
        ("Kontrollant", None),
        ("Rådgivare", None),
        ("projectTitle", "title"),
    ],
)
def test_a_word_counts_whole_or_inflected(heading: str, field: str | None) -> None:
    assert probable_field(heading) == field


@pytest.mark.parametrize("better_first", [True, False])
def test_the_best_question_wins_over_the_first(better_first: bool, tmp_path: Path) -> None:
    other = "Vad har kommunen betytt för er?"
    headings = ["Kommun", other] if better_first else [other, "Kommun"]
    rows = [dict(zip(("Kommun", other), (row, "Mycket"), strict=True)) for row in ROWS]
    found = suggested(
        tmp_path, ["Samtycke", *headings], *(["Ja", *map(row.get, headings)] for row in rows)
    )

    assert found.columns["municipality"] == "Kommun"


def test_the_one_that_lost_is_named_beside_the_field(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, ["Samtycke", "Kommun", "Er kommun"], *(["Ja", row, row] for row in ROWS)
    )

    assert found.columns["municipality"] == "Kommun"
    assert "# Er kommun (" in found.draft and "municipality" in found.draft.split("# Er kommun")[1]


def test_the_answers_count_before_the_heading(tmp_path: Path) -> None:
    found = suggested(
        tmp_path,
        ["Samtycke", "Kommun", "Var?"],
        ["Ja", "Bilder", "Huddinge"],
        ["Ja", "Tecken", "Nacka"],
    )

    assert found.columns["municipality"] == "Var?"


@pytest.mark.parametrize(
    ("heading", "answers", "field"),
    [
        ("Kommun", ["Bilder", "Tecken"], "municipality"),
        ("Kommun?", ["Ja", "Nej"], "municipality"),
        ("Samtycke", [f"Så gick det till nummer {n}" for n in range(5)], "consent"),
        ("E-post", ["varje dag", "aldrig"], "contact_email"),
        ("Resultat", ["Ja", "Nej"], "results"),
    ],
)
def test_where_the_answers_speak_against_the_heading_it_is_asked(
    heading: str, answers: list[str], field: str, tmp_path: Path
) -> None:
    found = suggested(tmp_path, ["Nr", heading], *([str(n), a] for n, a in enumerate(answers)))

    assert field not in found.columns
    assert f"# {field}: " in found.draft and f'{field}: {{column: "{heading}"}}' in found.draft


def test_no_question_is_read_into_two_fields(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, ["Nr", "Samtycke", "Rubrik på bilagan i kommunen"], ["1", "Ja", "bild.pdf"]
    )

    assert [*found.columns.values()].count("Rubrik på bilagan i kommunen") == 1
