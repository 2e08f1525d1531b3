"""Compounds come apart where a Swede would take them apart, by words that the site knows."""

import pytest

from generator.search.compounds import split
from generator.search.words import stem

KNOWN = (
    *("arbete", "arbeta", "marknad", "projekt", "grupp", "bostad", "hälsa", "familj", "team"),
    *("skola", "gata", "boende", "stöd", "samtal", "matta", "kväll", "vikarier", "kostnad"),
    *("stödpedagog", "uppdrag", "livet", "lång", "läsa", "tid", "bilder", "roll", "ning"),
)


def taken_apart(word: str) -> str | None:
    stems = {stem(form) for form in KNOWN}
    parts = split(word, {form: stem(form) for form in KNOWN}.get, stems.__contains__)
    return parts and f"{word[: parts.cut]}|{word[parts.cut :]}"


@pytest.mark.parametrize(
    "parts",
    [
        "grupp|bostäder",
        "arbets|marknaden",
        "hälso|samtal",
        "familje|team",
        "skol|gata",
        "boende|stöd",
        "samtals|matta",
        "vikarie|kostnaden",
        "stödpedagog|uppdraget",
        "livs|lång",
    ],
)
def test_a_compound_comes_apart_whatever_stands_between(parts):
    assert taken_apart(parts.replace("|", "")) == parts


@pytest.mark.parametrize(
    "word", ["lägenhet", "förening", "verksamhet", "kontroll", "bildning", "grupper", "stödet", "x"]
)
def test_a_word_that_only_looks_like_a_compound_stays_whole(word):
    assert taken_apart(word) is None


def test_words_of_absurd_length_are_left_alone():
    assert taken_apart("grupp" * 1000) is None
