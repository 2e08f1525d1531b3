"""What people type in a file is read as the ids it stands for, and written back so."""

import pytest

from exempelbank.documents import as_yaml, document_from
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.labels import label_of
from exempelbank.model.record import InVocabulary, part_in
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import canonical, document_of, load_records, record_from
from tests.builders import PROJECT, a_published, a_submission, sample_settings

SETTINGS = sample_settings()


def settled(front_matter, kind=Submission):
    text = f"---\n{front_matter}\n---\n"
    found = canonical(document_from("x/y.md", text), kind, SETTINGS).front_matter
    assert found.count("\n") == text.count("\n") - 2, "every line stays where it was"
    return found.strip()


@pytest.mark.parametrize(
    ("written", "meant"),
    {
        "kind: Arbetssätt": "kind: arbetssatt",
        "Typ av exempel: arbetssätt": "kind: arbetssatt",
        "Kommun: Nacka kommun": "municipality: nacka",
        "Målgrupp: Autism, adhd": "target_groups: [autism, adhd-npf]",
        "target_groups: [Autism]  # så sa de": "target_groups: [autism]  # så sa de",
        'Verksamhetsområde: "Daglig verksamhet"': "work_areas: [daglig-verksamhet]",
        "Ämnesord: bildstöd, morgonmöte": "keywords: [bildstöd, morgonmöte]",
        "Kontakt roll: Stödpedagog": "contact_role: Stödpedagog",
        "Visa kontakten: Ja": "contact_publish: yes",
        "Intyg:\n  Rätt till text och bild: ja": "attestations:\n  rights: {answer: yes}",
        "Intyg:\n  rights: ja, 2026-03-16": (
            "attestations:\n  rights: {answer: yes, date: 2026-03-16}"
        ),
        "Granskning:\n  Läge: Komplettering begärd": "review:\n  state: changes-requested",
        "review:\n  Handläggare: Bo Lind": "review:\n  handled: {by: bo-lind}",
        "review:\n  Checklista:\n    Rätt plats: ja": "review:\n  checklist:\n    relevance: yes",
        "review:\n  checklist:\n    Rättigheter:\n      Svar: ej aktuellt": (
            "review:\n  checklist:\n    rights:\n      answer: not-applicable"
        ),
    }.items(),
)
def test_words_become_the_ids_that_they_stand_for(written, meant):
    assert settled(written) == meant


@pytest.mark.parametrize(
    "unsettled",
    [
        "kind: Något annat",
        "target_groups: [Autism och adhd]",
        "Typ av exempel: Metod\nkind: metod",
        "lessons: En sak, och en till",
        "title: Ja",
        "review:\n  checklist:\n    relevance: kanske",
    ],
)
def test_what_may_mean_two_things_or_nothing_is_left_for_the_check(unsettled):
    assert settled(unsettled).splitlines()[-1] == unsettled.splitlines()[-1]


def by_labels(value, kind, vocabulary=""):
    """What a record holds, as someone would write it who knows no id."""
    if isinstance(value, dict):
        if kind is None or not value.keys() <= kind.model_fields.keys() | {"schema", "from", "to"}:
            return value
        return {
            label_of(kind, name) or name: by_labels(one, *part_and_vocabulary(kind, name))
            for name, one in value.items()
        }
    if isinstance(value, list):
        labels = [by_labels(one, kind, vocabulary) for one in value]
        return ", ".join(labels) if vocabulary else labels
    return SETTINGS.label(vocabulary, value) if vocabulary else value


def part_and_vocabulary(kind, name):
    if name not in kind.model_fields:
        return None, ""
    found = kind.constraint(name, InVocabulary)
    return part_in(kind.model_fields[name].annotation), found.vocabulary if found else ""


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.name)
def test_every_record_of_the_sample_may_be_written_by_labels_alone(kind):
    found = list(load_records(kind.record, PROJECT, Problems(), SETTINGS))

    assert found
    for document, record in found:
        typed = by_labels(dict(document.data), kind.record)
        text = f"---\n{as_yaml(typed)}---\n{document.body}"
        again = canonical(document_from(document.path, text), kind.record, SETTINGS)
        assert record_from(again, kind.record, Problems()) == record


def test_a_name_within_quotation_marks_is_found_however_it_is_spelt():
    assert settled('"Ma\\u030algrupp": Autism') == "target_groups: [autism]"


def test_other_records_have_names_of_their_own():
    event = (
        "Typ av aktivitet: Seminarium\nTillfällen:\n  - Börjar: 2026-03-05\n    Slutar: 2026-03-05"
    )

    assert settled(event, Event).splitlines()[0] == "kind: seminarium"
    assert "  - starts: 2026-03-05" in settled(event, Event)
    assert settled("Typ av exempel: Metod", NewsItem) == "Typ av exempel: Metod"


def test_a_term_that_shares_its_label_with_another_is_not_guessed():
    kinds = SETTINGS.vocabulary("kinds")
    twin = kinds.by_id["metod"].model_copy(update={"id": "metod-2"})
    twins = type(kinds)("kinds", (*kinds.terms, twin))

    assert twins.meant_by("Metod") is None
    assert twins.meant_by("metod-2") == twin


def test_an_approval_is_bound_to_what_the_words_stand_for():
    approved = a_published(kind="arbetssatt")
    document = document_of(approved, "content/examples/x.md")
    typed = document_from(
        document.path, document.text.replace("kind: arbetssatt", "Typ av exempel: Arbetssätt")
    )

    assert typed.text != document.text
    read = record_from(canonical(typed, PublishedExample, SETTINGS), PublishedExample, Problems())
    assert read.content_hash() == approved.content_hash()


def test_a_file_that_says_it_by_ids_is_the_same_document():
    document = document_of(a_submission(), "submissions/x.md")

    assert canonical(document, Submission, SETTINGS) is document
