"""The mapping that `inspect` suggests for an export of a few rows, and an import by it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from exempelbank.intake.plan import ImportPlan
from exempelbank.intake.suggest.draft_mapping import draft_mapping
from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
from tests.intake.builders import a_project, imported, settings


class Suggested(NamedTuple):
    root: Path
    file: Path
    shown: str
    draft: str

    @property
    def mapping(self) -> dict[str, Any]:
        mapping: dict[str, Any] = yaml.safe_load(self.draft)
        return mapping

    @property
    def columns(self) -> dict[str, str]:
        """Field -> the column that it is read from."""
        fields: Mapping[str, Any] = self.mapping["fields"]
        return {name: field["column"] for name, field in fields.items() if "column" in field}

    def imported(self) -> ImportPlan | None:
        a_project(self.root)
        (self.root / "site_config" / "forms" / "prov.yml").write_text(self.draft, encoding="utf-8")
        return imported(self.root, self.file)


def suggested(root: Path, headings: Sequence[str], *rows: Sequence[str]) -> Suggested:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";").writerows([headings, *rows])
    root.mkdir(exist_ok=True)
    file = root / "svar.csv"
    file.write_text(buffer.getvalue(), encoding="utf-8")
    found = inspect_export(file)
    shown = "".join(f"{line}\n" for line in inspection_lines(found, settings()))
    return Suggested(root, file, shown, draft_mapping(found, settings(), "prov"))
