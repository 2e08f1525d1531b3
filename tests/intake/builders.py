"""An import in an empty project. A test names only what matters to it."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from exempelbank.documents import as_yaml
from exempelbank.intake.importing import ImportChoices, import_export
from exempelbank.intake.plan import ImportPlan
from exempelbank.intake.report import fields_of
from exempelbank.problems import Problems
from exempelbank.settings import Settings
from tests.builders import sample_settings

EXPORTS = Path(__file__).parent.parent / "fixtures" / "exports"
NOW = datetime.fromisoformat("2026-03-16T12:00:00+01:00")

ANSWERS = {
    "Nr": "1",
    "Inkom": "2026-03-02 09:15",
    "Rubrik": "Bildstöd i morgonmötet",
    "Kommun": "Huddinge",
    "Enhet": "Snickeriet",
    "Berätta": "Vi samlas klockan nio.",
    "E-post": "bo@kommun.example",
    "Samtycke": "Ja",
}
MAPPING: dict[str, Any] = {
    "version": "1",
    "dialect": "generic",
    "form": "prov",
    "id": {"column": "Nr"},
    "submitted_at": {"column": "Inkom", "format": "%Y-%m-%d %H:%M"},
    "fields": {
        "title": {"column": "Rubrik"},
        "municipality": {"column": "Kommun"},
        "unit": {"column": "Enhet"},
        "how": {"column": "Berätta"},
        "contact_email": {"column": "E-post"},
        "consent": {"column": "Samtycke", "bool": {"true": ["Ja"], "false": ["Nej", ""]}},
    },
}


@cache
def settings() -> Settings:
    return sample_settings()


def a_mapping(fields: Mapping[str, Any] | None = None, **top: Any) -> dict[str, Any]:
    return {**MAPPING, **top, "fields": {**MAPPING["fields"], **(fields or {})}}


def a_project_without_ids(root: Path) -> Path:
    """A project whose form tool gives no ids."""
    return a_project(root, a_mapping(id="null", dialect="google-forms"))


def a_project(root: Path, mapping: Mapping[str, Any] | None = None) -> Path:
    """A folder with one form, "prov"."""
    forms = root / "site_config" / "forms"
    forms.mkdir(parents=True, exist_ok=True)
    (forms / "prov.yml").write_text(as_yaml(mapping or MAPPING), encoding="utf-8")
    return root


def a_csv(*answers: Mapping[str, str]) -> bytes:
    """An export with these rows; what is not named is as in ANSWERS."""
    heading = list(dict.fromkeys([*ANSWERS, *(name for row in answers for name in row)]))
    rows: list[Sequence[str]] = [heading]
    rows += [[{**ANSWERS, **row}.get(name, "") for name in heading] for row in answers]
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode("utf-8", "surrogatepass")


def imported(
    root: Path, export: bytes | Path, problems: Problems | None = None, **options: Any
) -> ImportPlan | None:
    file = root / "svar.csv"
    if isinstance(export, Path):
        file = export
    else:
        file.write_bytes(export)
    found = Problems() if problems is None else problems
    choices = ImportChoices(
        **{
            field.name: options.pop(field.name)
            for field in dataclasses.fields(ImportChoices)
            if field.name in options
        }
    )
    used = options.pop("settings", settings())
    options = {"now": NOW, "problems": found, "choices": choices, **options}
    plan = import_export(file, "prov", root, used, **options)
    if problems is None:
        assert plan, "\n".join(map(str, found))
    return plan


def changes(plan: ImportPlan | None) -> list[str]:
    assert plan
    return [step.action.value for step in plan.planned]


def reasons(plan: ImportPlan | None) -> list[str]:
    assert plan
    return [" ".join(step.reasons) for step in plan.planned]


def fields(plan: ImportPlan | None, index: int = 0) -> dict[str, Any]:
    assert plan
    return fields_of(plan.planned[index])


def submission_files(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "submissions").rglob("*.md"))
    }
