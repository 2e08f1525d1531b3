"""What the privacy rules find, measured on sentences written before or without knowing them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.privacy.bench import read_sentences, scores
from generator.privacy.numbers import personal_numbers
from generator.privacy.rules import RULES, findings_in, rules_version


def kinds_in(text: str, running: bool = True) -> set[str]:
    return {finding.rule.id for finding in findings_in(text, running)}


SENTENCES = {
    name: read_sentences(Path(__file__).parent / f"{name}.tsv")
    for name in ("sentences", "independent")
}
# (recall, precision) at least
GOALS = {
    "personal-number": (1.0, 0.99),
    "phone": (0.95, 0.95),
    "mail": (0.95, 0.95),
    "health": (0.8, 0.6),
}


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
        ("Ring 070-174 06 18.", "phone"),
        ("Mejla bo@kommun.example.", "mail"),
        ("Vi finns på Storgatan 5.", "street"),
        ("Lisa kom på idén.", "name"),
        ("På gruppbostaden fyllde den äldsta, 71 år, och vi firade.", "age-and-unit"),
        ("Gruppbostaden är ny. En boende berättade att hon var rädd.", "small-unit"),
        ("Kalle har epilepsi.", "health"),
        ("Vi hjälper Gun-Britt.", "name"),
        ("Vi frågade Björn.", "name"),
        ("Deltagaren Wzxy bakade.", "name"),
        ("Många vet inte att Kalle har epilepsi.", "health"),
        ("Assistenten såg att Kalle fick kramp.", "health"),
        ("En av våra deltagare, 17 år, har epilepsi.", "health"),
        ("Lägenheten längst in (nr 6) byggdes om efter en stroke.", "health"),
    ],
)
def test_running_text_is_looked_through(text: str, found: str) -> None:
    assert found in kinds_in(text)


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
    assert not kinds_in(text)


def test_only_personal_numbers_are_looked_for_outside_running_text() -> None:
    assert not kinds_in("bo@kommun.example", running=False)
    assert kinds_in("811228-9874", running=False) == {"personal-number"}


def test_what_two_rules_find_in_one_place_is_told_by_the_first() -> None:
    assert kinds_in("Nås på 0701740618.") == {"phone"}
    assert kinds_in("Pnr 070101-1234.") == {"personal-number"}


def test_a_finding_says_what_it_is_in_the_language_in_use_and_never_quotes() -> None:
    for rule in RULES:
        assert rule.says and "{" not in rule.says
        assert rule.fix and "{" not in rule.fix


def test_the_rules_have_a_version_of_their_own() -> None:
    assert rules_version() == rules_version()
    assert len(rules_version()) == 12
