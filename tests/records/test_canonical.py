"""What people type in a file is read as the ids it stands for, and written back so."""

import pytest

from exempelbank.documents import document_from
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import canonical, document_of, record_from
from tests.builders import a_published, a_submission, sample_settings

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
