"""A heading may hold a group and a question, or a question and its option; tools write both alike.

Source: reports of exports from tools whose forms have groups, where the group was taken for the
question and the questions for its options.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.intake.plan import ImportAction
from tests.cases.reports.suggested import suggested
from tests.intake.builders import fields

KOBO = ["_id", "_uuid", "_submission_time"]


def test_questions_of_a_group_are_questions_and_ticks_are_options(tmp_path: Path) -> None:
    """As it was reported."""
    found = suggested(
        tmp_path,
        ["om/rubrik", "om/kommun", "om/enhet", "om/målgrupp", "om/målgrupp/autism",
         "om/målgrupp/adhd", "samtycke", *KOBO],
        ["Bildkort", "huddinge", "Snickeriet", "autism adhd", "1", "1", "ja", "1", "aaaa-bbbb",
         "2026-03-02T08:15:00"],
        ["Lugn", "nacka", "Villan", "autism", "1", "0", "ja", "2", "aaaa-cccc",
         "2026-03-03T08:15:00"],
    )  # fmt: skip

    plan = found.imported()

    assert found.columns == {
        "title": "om/rubrik",
        "municipality": "om/kommun",
        "unit": "om/enhet",
        "consent": "samtycke",
    }
    assert found.mapping["fields"]["target_groups"] == {
        "multi": "columns",
        "columns": {"om/målgrupp/autism": "autism", "om/målgrupp/adhd": "adhd"},
        "true": ["1"],
        "options": "target_groups",
    }
    assert "\n# om/målgrupp\n" in found.draft  # by its whole name
    assert plan and plan.count(ImportAction.NEW) == 2
    assert fields(plan)["target_groups"] == ["autism", "adhd-npf"]


@pytest.mark.parametrize(
    ("one", "other", "yes", "no"),
    [
        ("om.Målgrupp.Autism", "om.Målgrupp.Medarbetare", "TRUE", "FALSE"),
        ("Målgrupp [Autism]", "Målgrupp [Medarbetare]", "Y", ""),
        ("Målgrupp: Autism", "Målgrupp: Medarbetare", "X", ""),
        ("Målgrupp - Autism", "Målgrupp - Medarbetare", "Ja", "Nej"),
        ("Målgrupp (Autism)", "Målgrupp (Medarbetare)", "1", "0"),
        ("Vilken är målgruppen?: Autism", "Vilken är målgruppen?: Medarbetare", "yes", "no"),
        ("om-målgrupp-Autism", "om-målgrupp-Medarbetare", "true", "false"),
        ("Steg 2/Målgrupp | Autism", "Steg 2/Målgrupp | Medarbetare", "✓", ""),
    ],
)
def test_each_tool_has_its_own_way_to_write_an_option(
    one: str, other: str, yes: str, no: str, tmp_path: Path
) -> None:
    group = one.partition("/")[0] + "/" if "/" in one else ""
    found = suggested(
        tmp_path,
        ["Nr", "Inkom", f"{group}Rubrik", one, other, "Samtycke"],
        ["1", "2026-03-02 09:15", "Bildkort", yes, no, "Ja"],
        ["2", "2026-03-03 09:15", "Lugn", yes, yes, "Ja"],
    )

    plan = found.imported()

    assert found.columns["title"] == f"{group}Rubrik"
    assert found.mapping["fields"]["target_groups"]["true"] == [yes]
    assert [fields(plan, index)["target_groups"] for index in (0, 1)] == [
        ["autism"],
        ["autism", "medarbetare"],
    ]


def test_the_cells_may_hold_the_option_itself(tmp_path: Path) -> None:
    found = suggested(
        tmp_path,
        ["Nr", "Inkom", "Målgrupp [Autism]", "Målgrupp [Anhöriga]", "Målgrupp [Annat]", "Samtycke"],
        ["1", "2026-03-02 09:15", "Autism", "", "Zrinka på tre", "Ja"],
    )  # fmt: skip

    plan = found.imported()

    assert found.mapping["fields"]["target_groups"]["multi"] == "cells"
    assert fields(plan)["target_groups"] == ["autism"]
    assert fields(plan)["unmatched"] == {"target_groups": ["Zrinka på tre"]}
    assert "Zrinka" not in found.draft


def test_questions_of_yes_and_no_in_a_group_are_no_options(tmp_path: Path) -> None:
    found = suggested(
        tmp_path,
        ["Nr", "Intyg/Samtycke", "Intyg/Upphovsrätt", "Intyg/Läst informationen"],
        ["1", "Ja", "Ja", "Nej"],
    )

    assert found.columns == {
        "consent": "Intyg/Samtycke",
        "rights": "Intyg/Upphovsrätt",
        "information_read": "Intyg/Läst informationen",
    }


def test_what_is_left_is_named_as_it_stands_in_the_file(tmp_path: Path) -> None:
    left = ["Del 1/Frukost [gröt]", "Del 1/Frukost [ägg]", "Del 2: Något annat - igen"]
    found = suggested(tmp_path, ["Nr", "Samtycke", *left], ["1", "Ja", "Y", "", "x"])

    assert all(f"\n# {heading}\n" in found.draft for heading in left)
