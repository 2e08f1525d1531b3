"""What an editor is told about a file agrees with what the program takes."""

import json
import re
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from exempelbank.documents import document_from, read_document
from exempelbank.files.paths import CONFIG, SCHEMAS
from exempelbank.intake.form.json_schema import mapping_schema_files
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import record_files, validated
from exempelbank.settings.files import SETTINGS_FILES
from exempelbank.settings.json_schema import schema_files, schema_of, settings_schema_files
from tests.builders import PROJECT, sample_settings

SETTINGS = sample_settings()
NUMBERS = {
    *("schema", "version", "hash_version", "number", "participants", "from", "to"),
    *("amount", "at_least", "at_most", "people", "value"),
}


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, in which yes and days are texts."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":null"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def as_an_editor_reads(data):
    """Editors guess that digits are a number; we read them as text."""
    if isinstance(data, dict):
        return {
            name: int(value)
            if name in NUMBERS and str(value).isdigit()
            else as_an_editor_reads(value)
            for name, value in data.items()
        }
    return [as_an_editor_reads(item) for item in data] if isinstance(data, list) else data


def faults(kind, data):
    validator = Draft202012Validator(schema_of(kind, SETTINGS))
    return [".".join(map(str, error.path)) for error in validator.iter_errors(data)]


@pytest.mark.parametrize(
    "kind", [kind.record for kind in RECORD_KINDS], ids=lambda kind: kind.__name__
)
def test_every_sample_record_follows_its_schema(kind):
    paths = record_files(PROJECT / kind.folder)
    assert paths
    for path in paths:
        document = read_document(path, PROJECT, Problems())

        assert faults(kind, as_an_editor_reads(document.data)) == [], path


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": "a" * 81}, "title"),
        ({"kind": "skvaller"}, "kind"),
        ({"roles": ["stodpedagog"] * 6}, "roles"),
        ({"roles": ["kung"]}, "roles.0"),
        ({"keywords": ["a" * 31]}, "keywords.0"),
        ({"started": "2025-13"}, "started"),
        ({"links": [{"url": "http://a.example"}]}, "links.0.url"),
        ({"contact_publish": "ja"}, "contact_publish"),
        ({"review": {"state": "godkänd"}}, "review.state"),
        ({"krav": "x"}, ""),
    ],
)
def test_an_editor_marks_what_the_review_would(given, field):
    whole = {"schema": 1, "id": "FC-2026-014", "review": {"state": "received"}}

    assert faults(Submission, {**whole, **given}) == [field]


def test_a_published_example_needs_what_approval_needs():
    required = schema_of(PublishedExample, SETTINGS)["required"]

    assert {"title", "summary", "lessons", "review"} <= set(required)


def test_fields_and_terms_are_called_what_people_call_them():
    properties = schema_of(Submission, SETTINGS)["properties"]

    assert properties["title"]["title"] == "Rubrik"
    assert "Metod" in properties["kind"]["enumDescriptions"]


SCHEMA_FILES = {**schema_files(SETTINGS), **settings_schema_files(), **mapping_schema_files()}
STARTERS = PROJECT / "generator/exempelbank/starters/files"
SETTINGS_OF_ALL = sorted(
    path
    for folder in (PROJECT / CONFIG, *STARTERS.rglob(CONFIG))
    for path in folder.rglob("*.yml")
    if "letters" not in path.parts
)


def schema_of_file(name):
    return Draft202012Validator(json.loads(SCHEMA_FILES[f"{name}.json"]))


def test_the_schemas_in_the_project_are_those_of_today():
    written = {path.name: path.read_text("utf-8") for path in Path(PROJECT, SCHEMAS).glob("*.json")}

    assert written == SCHEMA_FILES, "run exempelbank schema"


@pytest.mark.parametrize("path", SETTINGS_OF_ALL, ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_settings_file_begins_with_its_schema_and_holds_to_it(path):
    text = path.read_text("utf-8")
    is_mapping = path.parent.name == "forms"
    name = "form" if is_mapping else path.stem
    folder = "../schemas" if is_mapping else "schemas"

    assert text.splitlines()[0] == f"# yaml-language-server: $schema={folder}/{name}.json"
    filled = re.sub("<<[^>]*>>", "x", text)  # a starter's places
    data = yaml.load(filled, AsEditorsRead)
    if data and STARTERS not in path.parents:  # the rest of theirs comes from the answers
        schema_of_file(name).validate(data)


@pytest.mark.parametrize(
    ("name", "given", "place"),
    [
        ("organisation", "namn: Vi", ""),
        ("organisation", "news_days: snart", "news_days"),
        ("organisation", "sample_data: kanske", "sample_data"),
        ("look", "corners: sneda", "corners"),
        ("reviewers", "reviewers: [{id: eva, name: Eva, leader: kanske}]", "reviewers.0.leader"),
        ("municipalities", "municipalities: [{id: ekby, label: Ekby, kind: by}]",
         "municipalities.0.kind"),
        ("redirects", "redirects: [{old: a/}]", "redirects.0"),
        ("checklist", "checklist: alltid", "checklist"),
    ],
)  # fmt: skip
def test_an_editor_marks_in_the_settings_what_check_would(name, given, place):
    problems, document = Problems(), document_from(f"{CONFIG}/{name}.yml", given + "\n")
    validated(document.data, SETTINGS_FILES[name], document, problems)
    marked = schema_of_file(name).iter_errors(yaml.load(given, AsEditorsRead))

    assert problems.errors
    assert place in [".".join(map(str, error.path)) for error in marked]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"dialect": "fax"}, "dialect"),
        ({"fields": {"rubrik": {"column": "Rubrik"}}}, "fields"),
        ({"fields": {"title": {"column": "Rubrik", "multi": "alla"}}}, "fields.title.multi"),
    ],
)
def test_an_editor_marks_in_a_mapping_what_check_would(given, place):
    known = {"version": 1, "dialect": "ms-forms", "form": "vart", "fields": {}}
    marked = schema_of_file("form").iter_errors({**known, **given})

    assert place in [".".join(map(str, error.path)) for error in marked]


def test_a_settings_schema_says_what_each_key_is_for():
    organisation = json.loads(settings_schema_files()["organisation.json"])["properties"]

    assert organisation["url"]["description"].startswith("Var webbplatsen ska ligga")
    assert "yes" in organisation["sample_data"]["enum"]
