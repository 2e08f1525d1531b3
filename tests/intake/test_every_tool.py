"""The same six responses from the export of every tool."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from exempelbank.intake.plan import ImportAction, PlannedImport
from exempelbank.intake.report import fields_of
from tests.fixtures.exports.six import OPTIONS, QUESTIONS, SIX, Sent
from tests.intake.builders import EXPORTS, a_project, imported, submission_files

MAPPED = sorted(path.name.removesuffix(".yml") for path in EXPORTS.glob("*.*.yml"))
PLACES = {"Huddinge": "huddinge", "Sundbybergs stad": "sundbyberg", "Nacka": "nacka",
          "Uppsala": "Uppsala", "Österåker": "osteraker"}  # fmt: skip
CONSENTING = [sent for sent in SIX if sent.answers["consent"]]
ADDRESSES_ONLY = ("google_forms",)  # a file is an address there, which holds no name


def the_mapping(export: str) -> dict[str, Any]:
    mapping: dict[str, Any] = yaml.safe_load((EXPORTS / f"{export}.yml").read_text("utf-8"))
    return mapping


def test_there_is_an_export_of_every_dialect() -> None:
    from exempelbank.intake.form.dialects import DIALECTS

    read = {the_mapping(export)["dialect"] for export in MAPPED}

    assert read == set(DIALECTS)


@pytest.mark.parametrize("export", MAPPED)
def test_the_same_six_responses(export: str, tmp_path: Path) -> None:
    root = a_project(tmp_path, the_mapping(export))

    plan = imported(root, EXPORTS / export)

    assert plan
    sent_in = [step for step in plan.planned if step.action is not ImportAction.SKIPPED]
    held = [step for step in sent_in if step.action is ImportAction.HELD]
    assert [len(sent_in), len(held), len(submission_files(root))] == [6, 1, 5]
    assert {step.response.title: _values(step, export) for step in sent_in if step not in held} == {
        str(sent.answers["title"]): _expected(sent, export) for sent in CONSENTING
    }


@pytest.mark.parametrize("export", MAPPED)
def test_the_same_export_again_changes_nothing(export: str, tmp_path: Path) -> None:
    root = a_project(tmp_path, the_mapping(export))
    imported(root, EXPORTS / export)
    before = submission_files(root)

    plan = imported(root, EXPORTS / export)

    assert plan
    assert [
        plan.count(action)
        for action in (ImportAction.NEW, ImportAction.UPDATED, ImportAction.UNCHANGED)
    ] == [
        0,
        0,
        5,
    ]
    assert submission_files(root) == before


def test_a_csv_saved_again_by_excel_holds_the_same_responses(tmp_path: Path) -> None:
    root = a_project(tmp_path, the_mapping("google_forms.csv"))
    imported(root, EXPORTS / "google_forms.csv")

    plan = imported(root, EXPORTS / "google_forms_resaved_by_excel.csv")

    assert plan and plan.count(ImportAction.UNCHANGED) == 5


def _values(step: PlannedImport, export: str) -> dict[str, Any]:
    values = fields_of(step)
    values.pop("modified_at", None)
    values.setdefault("attachments", [])
    if export.startswith(ADDRESSES_ONLY):
        values["attachments"] = []
    return values


def _names_files(export: str) -> bool:
    return "attachments" in the_mapping(export)["fields"] and not export.startswith(ADDRESSES_ONLY)


def _expected(sent: Sent, export: str) -> dict[str, Any]:
    values: dict[str, Any] = {"unmatched": {}}
    for question in QUESTIONS:
        answer = sent.answers[question.id]
        if isinstance(answer, list) and question.kind == "several":
            meanings = [OPTIONS[question.options][text] for text in answer]
            values[question.id] = [i for ids in meanings if ids for i in ids]
            own = [t for t in answer if OPTIONS[question.options][t] is None]
            own += [sent.other[question.id]] if question.id in sent.other else []
            if own:
                values["unmatched"][question.id] = own
        elif question.kind == "files":
            values["attachments"] = [*answer] if _names_files(export) else []
        elif question.kind == "one":
            values[question.id] = (OPTIONS[question.options][str(answer)] or [""])[0]
        elif question.id in ("lessons", "links"):
            values[question.id] = [line for line in str(answer).split("\n") if line]
        elif question.kind in ("yes-no", "consent"):
            values[question.id] = bool(answer) and answer != "Nej"
        else:
            values[question.id] = answer
    values["no_identifiable_person"] = True  # asked the other way round
    values["municipality"] = PLACES[str(sent.answers["municipality"])]
    values["submitted_at"] = f"{datetime.fromisoformat(sent.at).isoformat()}+01:00"
    if not values["contact_publish"]:
        values = {name: value for name, value in values.items() if not name.startswith("contact_")}
        values["contact_publish"] = False
    values["attachments"] = values.get("attachments", [])
    return {
        name: value
        for name, value in values.items()
        if value not in ("", [], {}) or name == "attachments"
    }
