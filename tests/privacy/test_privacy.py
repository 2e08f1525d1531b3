"""What the privacy rules find, measured on sentences written before or without knowing them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.privacy.bench import read_sentences, scores
from generator.intake.privacy.gate import Found, Told, findings
from generator.intake.privacy.numbers import personal_numbers

SENTENCES = {
    name: read_sentences(Path(__file__).parent / f"{name}.tsv")
    for name in ("sentences", "independent")
}
# (recall, precision) at least
GOALS = {"number": (1.0, 0.99), "phone": (0.95, 0.95), "mail": (0.95, 0.95), "health": (0.8, 0.6)}


@pytest.mark.parametrize("name", SENTENCES)
def test_there_are_at_least_two_hundred_sentences(name: str) -> None:
    assert len(SENTENCES[name]) >= 200


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("kind", GOALS)
def test_the_rules_find_what_they_should(kind: str, name: str) -> None:
    (score,) = (each for each in scores(SENTENCES[name]) if each.kind == kind)

    recall, precision = GOALS[kind]
    assert score.recall >= recall, score.missed
    assert score.precision >= precision, score.wrong


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874", "8112289874", "19811228-9874", "198112289874", "811228–9874", "811228 9874",
        "811228+9874", "1981 12 28 9874", "81-12-28-9874", "811228 - 9874", "811228−9874",
        "８１１２２８-９８７４", "811288-9871", "A0376 811228-9874", "Nr811228-9874x",
        "(811228-9874)", "811228\n9874", "1981-12-28-9874", "811228/9874",
    ],
)  # fmt: skip
def test_a_personal_number_is_seen_however_it_is_written(text: str) -> None:
    assert list(personal_numbers(text))


@pytest.mark.parametrize(
    "text",
    ["811228-9875", "811332-9874", "212000-0142", "202412345678", "08-465 004 12", "9811228987412"],
)
def test_other_numbers_are_let_through(text: str) -> None:
    assert not list(personal_numbers(text))


def test_a_wrong_check_digit_does_not_hide_what_is_called_a_personal_number() -> None:
    assert list(personal_numbers("Personnummer: 811228-9875"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 070-174 06 18.", Found.PHONE),
        ("Mejla bo@kommun.example.", Found.MAIL),
        ("Vi finns på Storgatan 5.", Found.STREET),
        ("Lisa kom på idén.", Found.NAME),
        ("På gruppbostaden fyllde den äldsta, 71 år, och vi firade.", Found.AGE),
        ("Gruppbostaden är ny. En boende berättade att hon var rädd.", Found.SMALL_UNIT),
        ("Kalle har epilepsi.", Found.HEALTH),
        ("Vi hjälper Gun-Britt.", Found.NAME),
        ("Vi frågade Björn.", Found.NAME),
        ("Deltagaren Wzxy bakade.", Found.NAME),
        ("Många vet inte att Kalle har epilepsi.", Found.HEALTH),
        ("Assistenten såg att Kalle fick kramp.", Found.HEALTH),
        ("En av våra deltagare, 17 år, har epilepsi.", Found.HEALTH),
        ("Lägenheten längst in (nr 6) byggdes om efter en stroke.", Found.HEALTH),
    ],
)
def test_running_text_is_looked_through(text: str, found: Found) -> None:
    assert found in {what for what, _question in findings([Told("Berätta", text, True)])}


@pytest.mark.parametrize(
    "text",
    [
        "Dina kollegor kan behöva kunskap om psykos.",
        "Hans autism märks mest i stora grupper.",
        "Rita bilder när det är svårt att prata om ångest.",
        "En av de vanligaste diagnoserna på gruppbostaden är autism.",
        "Adressen är samma i alla 24 enheter.",
        "Workshopen @biblioteket.example blev bra.",
    ],
)
def test_what_tells_of_nobody_is_let_through(text: str) -> None:
    assert not list(findings([Told("Berätta", text, True)]))


def test_only_personal_numbers_are_looked_for_in_contact_fields() -> None:
    told = [Told("E-post", "bo@kommun.example", False), Told("Telefon", "811228-9874", False)]

    assert list(findings(told)) == [(Found.NUMBER, "Telefon")]


def test_a_finding_never_quotes_what_was_found() -> None:
    for what in Found:
        assert "{" not in what.says("Berätta")
