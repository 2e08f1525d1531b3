"""Where a text could be plainer."""

import time
from dataclasses import replace

import pytest

from exempelbank.model.example import Image, Link, Section
from exempelbank.records import document_of
from exempelbank.report.findings import FindingKind
from exempelbank.report.passages import passages_of
from exempelbank.report.plain_language import plain_language_of
from exempelbank.report.sentences import sentences_in
from exempelbank.settings.plain_words import PlainWords
from tests.builders import a_submission
from tests.report.builders import sections_with, settings


def language_of(how="", site=None, **given):
    if how:
        given["sections"] = sections_with(Section.HOW, how)
    example = a_submission(**given)
    document = document_of(example, f"submissions/{example.id}.md")
    return plain_language_of(document, example, passages_of(document, example), site or settings())


def findings(kind, how="", **given):
    return [finding for finding in language_of(how, **given).findings if finding.kind is kind]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Vi ses. Vi går. Vi vilar.", 3),
        ("Vi ses kl. 9, t.ex. Anna och Bo. Sen går vi.", 2),
        ("Kom du? Ja! Bra…", 3),
        ("- ett\n- två\n- tre", 3),
        ("1. Gå ut.\n2. Gå in.", 2),
        ("En mening som\nfortsätter på nästa rad.", 1),
        ("Ett stycke utan punkt\n\nEtt till", 2),
        ("Versionen 2.5 är ute. Den kostar 3.50 kr.", 2),
        ("", 0),
        ("---", 0),
    ],
)
def test_sentences_end_where_a_reader_would_pause(text, many):
    assert len(list(sentences_in(text))) == many


def test_a_sentence_knows_where_it_stands():
    text = "Först detta. Sedan det."

    assert [
        text[sentence.start : sentence.start + len(sentence.text)]
        for sentence in sentences_in(text)
    ] == [
        "Först detta.",
        "Sedan det.",
    ]


def test_lix_counts_words_a_sentence_and_the_share_of_long_ones():
    readability = language_of(
        summary="", sections={Section.HOW: "Vi samlas här. Genomförandeplanen ligger framme nu."}
    ).readability

    assert (readability.words, readability.sentences, readability.long_words) == (7, 2, 1)
    assert readability.lix == round(7 / 2 + 100 / 7)


def test_a_long_sentence_is_shown_with_its_length_and_line():
    long = "Vi går " + "och går " * 15 + "hem."

    (found,) = findings(FindingKind.LONG, f"Kort först.\n\n{long}")

    assert found.passage == "Så gjorde vi"
    assert str(found.quote) == long
    assert "33" in found.says
    assert found.location.line == findings(FindingKind.LONG, long)[0].location.line + 2


def test_an_abbreviation_is_told_once_with_its_meaning():
    (found,) = findings(FindingKind.ABBREVIATION, "Vi använder AKK. AKK är bra. Och AKK igen.")

    assert found.quote.marked == "AKK"
    assert "alternativ och kompletterande kommunikation" in found.fix
    assert found.times == 3


@pytest.mark.parametrize(
    "text",
    [
        "Vi använder alternativ och kompletterande kommunikation (AKK).",
        "Vi använder AKK (bilder och tecken).",
        "Vi såg det på TV.",
        "VIKTIGT ATT VETA OM MÖTET",
    ],
)
def test_an_abbreviation_explained_or_known_by_all_is_left_alone(text):
    assert not findings(FindingKind.ABBREVIATION, text)


def test_an_abbreviation_in_the_sites_own_lists_is_explained_by_them():
    (found,) = findings(FindingKind.ABBREVIATION, "Hen har en PO.")

    assert settings().label("support", "personligt-ombud") in found.fix


def test_an_organisation_adds_words_of_its_own_and_takes_some_away():
    own = PlainWords(
        heavy={"angående": "", "Brukare": "den som får stöd"},
        known=("RAK",),
        explained={"CKA": "den som sprider"},
    )
    site = replace(settings(), plain_words=own)

    found = language_of("Angående RAK frågade en brukare sin CKA.", site).findings

    assert [(one.quote.marked, one.fix) for one in found] == [
        ("CKA", "Skriv ”den som sprider (CKA)” första gången."),
        ("brukare", "Pröva ”den som får stöd”."),
    ]


def test_a_heavy_word_is_shown_in_its_sentence_with_a_plainer_one():
    (found,) = findings(
        FindingKind.HEAVY, "Vi gör så. I syfte att alla ska hinna börjar vi tidigt."
    )

    assert found.quote.marked == "I syfte att"
    assert found.quote.before == ""
    assert "för att" in found.fix


def test_a_letter_that_is_alike_to_a_pattern_alone_stops_no_report():
    """A sender may write a dotless i."""
    assert findings(FindingKind.HEAVY, "Det sker \u0131 syfte att hinna.") == []


def test_an_empty_word_of_an_organisation_s_own_is_found_nowhere():
    site = replace(settings(), plain_words=PlainWords(heavy={"": "något"}))

    assert language_of("Vi gör så.", site).findings == ()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Läs mer [här](https://x.example/).", "här"),
        ("Vill du veta mer? Klicka här!", "Klicka här"),
        ("Se [https://x.example](https://x.example).", "https://x.example"),
    ],
)
def test_a_link_must_say_where_it_leads(text, marked):
    assert [found.quote.marked for found in findings(FindingKind.LINK, text)] == [marked]


def test_a_link_that_says_where_it_leads_is_left_alone():
    assert not findings(FindingKind.LINK, "Läs [checklistan för morgonmöten](https://x.example/).")


def test_the_example_s_own_links_are_read_too():
    links = (
        Link(title="Läs mer", url="https://x.example/"),
        Link(title="Bildbanken", url="https://x.example/"),
    )

    assert [found.location.label for found in findings(FindingKind.LINK, links=links)] == [
        "links.1.title"
    ]


@pytest.mark.parametrize("alt", ["", "Bild.", "IMG_2041", "morgon.jpg"])
def test_an_image_must_be_described(alt):
    (found,) = findings(FindingKind.IMAGE, image=Image(file="morgon.jpg", alt=alt))

    assert found.location.label == "image.alt"


def test_a_described_image_is_left_alone():
    assert not findings(
        FindingKind.IMAGE, image=Image(file="a.jpg", alt="Tolv bilder i en rad på en tavla.")
    )


@pytest.mark.parametrize(
    "text",
    [
        sign * (100_000 // len(sign))
        for sign in (
            "!",
            "a. ",
            "AKK ",
            "[",
            "- ",
            "(",
            "a@",
            ".",
            "avseende ",
            "\n",
            "A",
            "ord ",
            "1. ",
        )
    ],
    ids=lambda text: repr(text[:10]),
)
def test_a_text_made_to_be_slow_is_read_in_time(text):
    begun = time.process_time()
    language_of(text)

    assert time.process_time() - begun < 5
