"""A form of trial notes: an answer becomes a note on the example whose number it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exempelbank.documents import as_yaml, read_document
from exempelbank.intake.form.mapping import load_mapping
from exempelbank.model.submission import PublishedTrialNote, TrialNoteSubmission
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from tests.builders import PROJECT, a_published_note, sample_settings
from tests.intake.builders import a_csv, a_project, changes, imported

MAPPING: dict[str, Any] = {
    "version": "1",
    "record": "trial-note",
    "dialect": "generic",
    "form": "prov",
    "id": {"column": "Nr"},
    "submitted_at": {"column": "Inkom", "format": "%Y-%m-%d %H:%M"},
    "options": {"worked": {"Det gick inte": "no"}},
    "fields": {
        "example": {"column": "Exempel"},
        "municipality": {"column": "Kommun"},
        "unit": {"column": "Enhet"},
        "tried": {"column": "När"},
        "worked": {"column": "Fungerade"},
        "text": {"column": "Berätta"},
        "consent": {"column": "Samtycke", "bool": {"true": ["Ja"], "false": ["Nej", ""]}},
    },
}
ANSWER = {
    "Exempel": "FC-2026-014",
    "När": "2026-02-17",
    "Fungerade": "Delvis",
    "Berätta": "Det blev lugnare.\n\nMen bara ibland.",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_project(tmp_path, MAPPING)


def the_note(root: Path) -> TrialNoteSubmission:
    (path,) = (root / TrialNoteSubmission.folder).glob("*.md")
    problems = Problems()
    document = read_document(path, root, problems)
    note = document and record_from(document, TrialNoteSubmission, problems)
    assert note, [*map(str, problems)]
    return note


def test_an_answer_becomes_a_note_in_its_own_queue(root):
    plan = imported(root, a_csv(ANSWER))
    note = the_note(root)

    assert changes(plan) == ["new"]
    assert (note.example, note.municipality, note.tried) == ("FC-2026-014", "huddinge", "2026-02")
    assert note.worked is Outcome.PARTLY
    assert note.text == "Det blev lugnare.\n\nMen bara ibland."
    assert note.attestations.consent and note.attestations.consent.answer
    assert note.source.key == "generic:prov:1"
    assert not [*(root / "submissions").glob("*.md")]


def test_the_same_answers_again_change_nothing_and_new_ones_are_taken_in(root):
    imported(root, a_csv(ANSWER))

    assert changes(imported(root, a_csv(ANSWER))) == ["unchanged"]
    assert changes(imported(root, a_csv({**ANSWER, "Berätta": "Nu går det bra."}))) == ["updated"]
    assert the_note(root).text == "Nu går det bra."


@pytest.mark.parametrize(
    ("written", "worked"),
    [("Ja", "yes"), ("nej;", "no"), ("Partly", "partly"), ("Det gick inte", "no"), ("", None)],
)
def test_whether_it_worked_is_understood(root, written, worked):
    imported(root, a_csv({**ANSWER, "Fungerade": written}))

    assert the_note(root).worked == worked


def test_an_answer_that_is_none_of_three_is_kept_for_the_reviewer(root):
    imported(root, a_csv({**ANSWER, "Fungerade": "Både och"}))

    assert the_note(root).worked is None
    assert the_note(root).unmatched == {"worked": ("Både och",)}


@pytest.mark.parametrize(
    "written", ["fc 2026 014", "Nummer FC-2026-014.", "https://x.example/#FC-2026-014"]
)
def test_the_number_of_the_example_is_found_in_what_was_written(root, written):
    imported(root, a_csv({**ANSWER, "Exempel": written}))

    assert the_note(root).example == "FC-2026-014"


@pytest.mark.parametrize(
    "wrong",
    [
        {"Exempel": ""},
        {"Exempel": "bildstöd"},
        {"Exempel": "FC-2026-014 och FC-2026-015"},
        {"Samtycke": "Nej"},
        {"Berätta": "811228-9874 tyckte om det."},
        {"Berätta": "Stina har schizofreni och gillade det."},
    ],
)
def test_what_may_not_be_written_is_held(root, wrong):
    plan = imported(root, a_csv({**ANSWER, **wrong}))

    assert changes(plan) == ["held"]
    assert not [*(root / "submissions").rglob("*.md")]


def test_a_published_one_is_found_and_a_changed_answer_proposes_a_revision(root):
    published = a_published_note(source={"key": "generic:prov:1"})
    path = f"{PublishedTrialNote.folder}/fc-2026-101.md"
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(document_of(published, path).text, "utf-8")

    assert changes(imported(root, a_csv(ANSWER))) == ["updated"]
    assert the_note(root).revises == "FC-2026-101"


def refused(root: Path, **changed: Any) -> list[str]:
    (root / "site_config/forms/prov.yml").write_text(as_yaml({**MAPPING, **changed}), "utf-8")
    problems = Problems()
    assert load_mapping(root, "prov", problems, sample_settings()) is None
    return [problem.location.label or "" for problem in problems.errors]


def test_a_mapping_of_notes_has_their_fields_and_asks_for_the_example(root):
    fields = MAPPING["fields"]
    without = {name: field for name, field in fields.items() if name != "example"}

    assert refused(root, fields={**fields, "title": {"column": "Rubrik"}}) == ["fields.title"]
    assert refused(root, fields=without) == ["fields"]
    odd = {"worked": {"Kanske": "kanske"}}
    worked = {"worked": {"column": "Fungerade", "options": "worked"}}
    assert refused(root, options=odd, fields={**fields, **worked}) == ["options.worked.Kanske"]


def test_the_mapping_of_the_sample_is_whole():
    problems = Problems()

    assert load_mapping(PROJECT, "vi-har-provat", problems, sample_settings()), [*problems]
