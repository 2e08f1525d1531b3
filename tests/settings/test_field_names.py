"""What an organisation calls its fields and headings, where it is said and where it is read."""

from __future__ import annotations

import pytest

from exempelbank import i18n
from exempelbank.documents import document_from
from exempelbank.model.example import Example, Section
from exempelbank.model.labels import field_label, fields_by_label
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import canonical, document_of, record_from, with_own_headings
from exempelbank.settings.field_names import ON_PAGES, with_field_names
from exempelbank.settings.fields import FieldsFile
from tests.builders import a_submission


@pytest.fixture
def called():
    """What fields.yml calls things, until the test is over."""
    before = i18n.speech_in_use()

    def use(**file):
        i18n.use_speech(with_field_names(before, FieldsFile.model_validate(file)))

    yield use
    i18n.use_speech(before)


def test_a_field_is_called_as_the_organisation_calls_it(called):
    called(examples={"lessons": {"name": "Vad tar ni med er?"}})

    assert field_label("lessons") == "Vad tar ni med er?"


def test_a_file_is_read_by_the_name_of_today_and_that_of_before(called):
    called(examples={"work_areas": {"name": "Ämne"}})
    names = fields_by_label(Example)

    assert names["ämne"] == names["verksamhetsområde"] == "work_areas"


FRONT_MATTER = "---\nid: X-2026-001\nreview: {state: received}\n---\n"


def read(text):
    problems = Problems()
    document = canonical(document_from("submissions/X-2026-001.md", text), Submission, None)
    record = record_from(document, Submission, problems)
    assert record, [*map(str, problems)]
    return record


@pytest.mark.parametrize("heading", ["Syfte", "Varför", "Utgångsläge", "Starting point"])
def test_a_heading_is_read_by_its_name_its_aliases_and_the_programs_own(called, heading):
    called(sections={"background": {"name": "Syfte", "aliases": ["Varför"]}})
    record = read(
        f"---\nid: X-2026-001\nreview: {{state: received}}\n---\n\n## {heading}\n\nText\n"
    )

    assert record.sections == {Section.BACKGROUND: "Text"}


def test_a_new_file_has_the_headings_of_today(called):
    called(sections={"background": {"name": "Syfte"}, "results": {"name": "Mätpunkter"}})
    body = document_of(a_submission(), "submissions/FC-2026-014.md").body

    assert "\n## Syfte\n" in body and "\n## Mätpunkter\n" in body


def test_fmt_writes_the_headings_of_today_and_nothing_else(called):
    before = document_of(a_submission(), "submissions/FC-2026-014.md")
    called(sections={"background": {"name": "Syfte"}})
    after = with_own_headings(before)

    assert after.text == before.text.replace("## Utgångsläge", "## Syfte")
    assert with_own_headings(after) is after


def test_readers_meet_a_field_by_the_same_name(called):
    called(examples={"work_areas": {"name": "Ämne"}})

    assert i18n._("Area of work") == i18n.pgettext("facet", "Area of work") == "Ämne"


def test_what_fields_are_called_on_pages_is_said_somewhere():
    said = {(one.context, one.messages[0]) for one in i18n.catalogue_entries("sv")}

    assert {text for texts in ON_PAGES.values() for text in texts} <= said
