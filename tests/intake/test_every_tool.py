"""The same six responses from the export of every tool."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from exempelbank.intake.plan import Change, Planned
from exempelbank.intake.report import fields_of
from tests.fixtures.exports.six import OPTIONS, QUESTIONS, SIX, Sent
from tests.intake.builders import EXPORTS, a_project, imported, submission_files

MAPPED = sorted(path.name.removesuffix(".yml") for path in EXPORTS.glob("*.*.yml"))
PLACES = {"Huddinge": "huddinge", "Sundbybergs stad": "sundbyberg", "Nacka": "nacka",
          "Uppsala": "Uppsala", "Österåker": "osteraker"}  # fmt: skip
# Tools whose files are told by name. The others give addresses without names, one file or none.
NAMES_FILES = ("drupal_webform.csv", "flamingo", "formio", "generic", "jotform", "limesurvey",
               "ms_forms", "nextcloud", "open_eplatform")  # fmt: skip


def test_there_is_an_export_of_every_dialect() -> None:
    from exempelbank.intake.form.dialects import DIALECTS

    read = {
        yaml.safe_load((EXPORTS / f"{name}.yml").read_text("utf-8"))["dialect"] for name in MAPPED
    }

    assert read == set(DIALECTS)


@pytest.mark.parametrize("export", MAPPED)
def test_the_same_six_responses(export: str, tmp_path: Path) -> None:
    root = a_project(tmp_path, yaml.safe_load((EXPORTS / f"{export}.yml").read_text("utf-8")))

    plan = imported(root, EXPORTS / export)

    assert plan
    sent_in = [step for step in plan.planned if step.change is not Change.SKIPPED]
    held = [step for step in sent_in if step.change is Change.HELD]
    assert [len(sent_in), len(held)] == [6, 1]
    by_title = {step.response.title: step for step in sent_in}
    for sent in SIX:
        if sent.answers["consent"]:
            assert _told(by_title[str(sent.answers["title"])], export) == _expected(sent, export)
    assert len(submission_files(root)) == 5


@pytest.mark.parametrize("export", MAPPED)
def test_the_same_export_again_changes_nothing(export: str, tmp_path: Path) -> None:
    root = a_project(tmp_path, yaml.safe_load((EXPORTS / f"{export}.yml").read_text("utf-8")))
    imported(root, EXPORTS / export)
    before = submission_files(root)

    plan = imported(root, EXPORTS / export)

    assert plan
    assert [plan.count(change) for change in (Change.NEW, Change.UPDATED, Change.UNCHANGED)] == [
        0,
        0,
        5,
    ]
    assert submission_files(root) == before


def test_a_csv_saved_again_by_excel_holds_the_same_responses(tmp_path: Path) -> None:
    root = a_project(
        tmp_path, yaml.safe_load((EXPORTS / "google_forms.csv.yml").read_text("utf-8"))
    )
    imported(root, EXPORTS / "google_forms.csv")

    plan = imported(root, EXPORTS / "google_forms_resaved_by_excel.csv")

    assert plan and plan.count(Change.UNCHANGED) == 5


def _told(step: Planned, export: str) -> dict[str, Any]:
    told = fields_of(step)
    told.pop("modified_at", None)
    told["attachments"] = told.get("attachments", []) if export.startswith(NAMES_FILES) else []
    if export.startswith("typeform"):  # the file's address only
        told["attachments"] = []
    return told


def _expected(sent: Sent, export: str) -> dict[str, Any]:
    told: dict[str, Any] = {"unmatched": {}}
    for question in QUESTIONS:
        answer = sent.answers[question.id]
        if isinstance(answer, list) and question.kind == "several":
            meanings = [OPTIONS[question.options][text] for text in answer]
            told[question.id] = [i for ids in meanings if ids for i in ids]
            own = [t for t in answer if OPTIONS[question.options][t] is None]
            own += [sent.other[question.id]] if question.id in sent.other else []
            if own:
                told["unmatched"][question.id] = own
        elif question.kind == "files":
            told["attachments"] = [*answer] if export.startswith(NAMES_FILES) else []
        elif question.kind == "one":
            told[question.id] = (OPTIONS[question.options][str(answer)] or [""])[0]
        elif question.id in ("lessons", "links"):
            told[question.id] = [line for line in str(answer).split("\n") if line]
        elif question.kind in ("yes-no", "consent"):
            told[question.id] = bool(answer) and answer != "Nej"
        else:
            told[question.id] = answer
    told["no_identifiable_person"] = True  # asked the other way round
    told["municipality"] = PLACES[str(sent.answers["municipality"])]
    told["submitted_at"] = f"{datetime.fromisoformat(sent.at).isoformat()}+01:00"
    if not told["contact_publish"]:
        told = {name: value for name, value in told.items() if not name.startswith("contact_")}
        told["contact_publish"] = False
    told["attachments"] = told.get("attachments", [])
    return {
        name: value
        for name, value in told.items()
        if value not in ("", [], {}) or name == "attachments"
    }
