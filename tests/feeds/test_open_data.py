"""The open data: whole, promised by its schema, and harmless in a spreadsheet."""

import csv
import io
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from exempelbank.catalogue.public_trial_note import public_trial_note_from
from exempelbank.feeds.open_data import open_data_of
from exempelbank.feeds.open_data.columns import COLUMNS
from exempelbank.model.example import Image, Section
from exempelbank.model.review import ReviewState
from tests.builders import a_published_note
from tests.feeds.builders import a_catalogue, a_hidden, an_example


def data(settings, *records):
    files = open_data_of(a_catalogue(*records), settings)
    return json.loads(files["data/exempel.json"])


def table(settings, *records):
    raw = open_data_of(a_catalogue(*records), settings)["data/exempel.csv"]
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.fixture
def examples():
    return [
        an_example(f"e{n}", id=f"FC-2026-00{n}", title=f"Exempel {n}", keywords=("AKK", "bild"))
        for n in range(3)
    ]


def test_the_data_equal_the_catalogue(settings, examples):
    found = data(settings, *examples)["examples"]

    for given, example in zip(found, examples, strict=True):
        assert list(given) == [column.name for column in COLUMNS]
        for field in ("id", "title", "summary", "municipality", "kind"):
            assert given[field] == getattr(example, field)
        for field in ("lessons", "work_areas", "keywords", "evidence"):
            assert given[field] == list(getattr(example, field))
        assert given["how"] == example.sections[Section.HOW]
        assert given["updated"] == str(example.review.updated)
        assert given["url"].endswith(f"/larande-exempel/{example.slug}/")


def test_the_table_says_the_same_in_words(settings, examples):
    rows = table(settings, *examples)

    assert [row["title"] for row in rows] == [example.title for example in examples]
    assert rows[0]["municipality"] == "Huddinge" and rows[0]["keywords"] == "AKK | bild"
    assert rows[0]["work_areas"] == settings.label("work_areas", "daglig-verksamhet")


def test_every_id_is_explained(settings, examples):
    found = data(settings, *examples)

    for column in COLUMNS:
        if column.vocabulary:
            for example in found["examples"]:
                value = example[column.name]
                ids = value if isinstance(value, list) else [value] if value else []
                assert set(ids) <= found["vocabularies"][column.vocabulary].keys()


def test_the_schema_holds_and_refuses_what_is_not_promised(settings, examples):
    files = open_data_of(a_catalogue(*examples), settings)
    schema = json.loads(files["data/exempel.schema.json"])
    found = json.loads(files["data/exempel.json"])
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema)

    assert not list(valid.iter_errors(found))
    for name, wrong in (("title", "x" * 81), ("kind", "okänd"), ("lessons", "ingen lista")):
        first, *rest = found["examples"]
        assert list(valid.iter_errors({**found, "examples": [{**first, name: wrong}, *rest]}))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("field", ["title", "unit", "keywords"])
def test_a_formula_is_text_in_the_table_and_untouched_in_the_json(settings, start, field):
    formula = f'{start}HYPERLINK("http://x.example")'
    example = an_example(**{field: (formula,) if field == "keywords" else formula})

    assert table(settings, example)[0][field] == "'" + formula
    given = data(settings, example)["examples"][0][field]
    assert given in (formula, [formula])


@pytest.mark.parametrize("text", ['a, "b"', "två\nrader", "5 % < 10 %", "é ö 🙂", "a;b"])
def test_text_comes_out_as_it_went_in(settings, text):
    assert table(settings, an_example(title=text))[0]["title"] == text


def test_contacts_and_pictures_are_not_data(settings):
    example = an_example(
        contact_publish=True,
        contact_name="Kim Ek",
        contact_email="kim@huddinge.example",
        image=Image(file="bild.jpg", alt="Ett bord", photographer="Sam Al"),
    )
    files = open_data_of(a_catalogue(example), settings)

    for raw in files.values():
        assert not any(word in raw.decode() for word in ("Kim Ek", "kim@", "bild.jpg", "Sam Al"))


def test_only_listed_examples_are_data(settings):
    archived = an_example("arkiv", review={"state": ReviewState.ARCHIVED})
    paused = a_hidden(id="FC-2026-016", review={"state": ReviewState.PAUSED})

    assert data(settings, archived, paused)["examples"] == []


def test_the_licence_is_stated(settings, examples):
    files = open_data_of(a_catalogue(*examples), settings)

    assert data(settings)["licence"] == "CC BY 4.0"
    assert "CC BY 4.0" in files["llms.txt"].decode()


def test_llms_txt_leads_to_every_example(settings, examples):
    text = open_data_of(a_catalogue(*examples), settings)["llms.txt"].decode()

    assert text.startswith("# Exempelbanken\n")
    for example in examples:
        assert f"/larande-exempel/{example.slug}/): {example.summary}" in text


def test_a_title_cannot_forge_a_line(settings):
    forged = an_example(title="A](https://x.example)\n## B [c")
    text = open_data_of(a_catalogue(forged), settings)["llms.txt"].decode()

    assert "\n## B" not in text and "](https://x.example)" not in text


def test_how_many_have_tried_an_example_is_counted_and_what_they_say_stays_on_its_page(settings):
    note = public_trial_note_from(a_published_note(text="Det gick bra."))
    catalogue = replace(a_catalogue(an_example()), trial_notes=(note,))
    files = open_data_of(catalogue, settings)
    found = json.loads(files["data/exempel.json"])

    assert [one["trial_notes"] for one in found["examples"]] == [1]
    assert not [raw for raw in files.values() if b"Det gick bra" in raw]
    Draft202012Validator(json.loads(files["data/exempel.schema.json"])).validate(found)
