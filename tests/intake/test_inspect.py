"""What `inspect` shows of an export, and the mapping it suggests."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from exempelbank.cli import main
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.field_kinds import ASKED_FIELDS
from exempelbank.intake.plan import ImportAction
from exempelbank.intake.suggest.draft_mapping import draft_mapping
from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
from exempelbank.intake.suggest.matching import probable_field
from tests.intake.builders import EXPORTS, a_csv, a_project, imported, settings

EVERY = sorted(path.name.removesuffix(".yml") for path in EXPORTS.glob("*.*.yml"))


def dialect_of(export: str) -> str:
    return str(yaml.safe_load((EXPORTS / f"{export}.yml").read_text("utf-8"))["dialect"])


@pytest.mark.parametrize("export", EVERY)
def test_the_tool_is_known_by_what_it_writes(export: str) -> None:
    found = inspect_export(EXPORTS / export)

    assert found.dialect == dialect_of(export)
    assert len(found.dialects) == (0 if dialect_of(export) == "generic" else 1)


@pytest.mark.parametrize("export", EVERY)
def test_the_suggestion_is_a_mapping_that_works(export: str, tmp_path: Path) -> None:
    suggestion = draft_mapping(inspect_export(EXPORTS / export), settings(), "prov")
    root = a_project(tmp_path)
    (root / "site_config" / "forms" / "prov.yml").write_text(suggestion, encoding="utf-8")

    plan = imported(root, EXPORTS / export)

    assert plan and plan.count(ImportAction.NEW) == 5


@pytest.mark.parametrize("export", EVERY)
def test_no_sample_shows_who_sent_it(export: str) -> None:
    shown = "\n".join(inspection_lines(inspect_export(EXPORTS / export), settings()))

    for personal in ("Ek", "Ågren", "marta.ost", "@kommun", "192.0.2.7", "9874", "/agare"):
        assert personal not in shown


def test_two_tools_that_fit_are_both_named(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_text("record_id,_uuid,_submission_time,a_complete\n1,2,3,2\n")

    found = inspect_export(tmp_path / "svar.csv")

    assert set(found.dialects) == {"kobotoolbox", "redcap"}
    assert found.dialect == "generic"


def test_the_suggestion_is_saved_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.builders import PROJECT

    (tmp_path / "site_config").mkdir()
    for path in (PROJECT / "site_config").glob("*.yml"):
        (tmp_path / "site_config" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "svar.csv").write_bytes(a_csv({}))
    command = [
        "--project",
        str(tmp_path),
        "inspect",
        str(tmp_path / "svar.csv"),
        "--save",
        "Vårt formulär",
    ]

    codes = [main(command), main(command)]

    assert codes == [0, 1]
    assert (tmp_path / "site_config" / "forms" / "vart-formular.yml").exists()
    assert "bo@kommun" not in capsys.readouterr().out


@pytest.mark.parametrize("export", EVERY)
def test_the_suggested_zone_is_the_one_the_tool_writes(export: str, tmp_path: Path) -> None:
    suggestion = draft_mapping(inspect_export(EXPORTS / export), settings(), "prov")

    zone = DIALECTS[dialect_of(export)].timezone or "Europe/Stockholm"
    assert yaml.safe_load(suggestion)["timezone"] == zone


def test_the_suggestion_asks_for_what_tells_responses_apart(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(b"Vem;Rubrik;Samtycke\n1;Bild;Ja\n")

    suggestion = draft_mapping(inspect_export(tmp_path / "svar.csv"), settings(), "prov")

    assert "# id " in suggestion and "# submitted_at " in suggestion


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Namn2", "contact_name"),
        ("E-post2", "contact_email"),
        ("Stadsdelsområde (endast Stockholm)", "district"),
    ],
)
def test_headings_as_microsoft_forms_and_municipalities_write_them_are_known(heading, field):
    assert probable_field(heading) == field


@pytest.mark.parametrize("field", ASKED_FIELDS)
def test_a_field_is_known_by_its_own_name(field: str) -> None:
    assert probable_field(field) == field
