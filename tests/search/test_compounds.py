"""Compounds come apart where a Swede would take them apart, by words that the site knows."""

import pytest

from exempelbank.search.compounds import (
    COMMON_PARTS,
    JOINTS,
    NO_PARTS,
    SHORT_PARTS,
    SHORTEST_COMPOUND,
    SHORTEST_PART,
)
from exempelbank.search.vocabulary import Vocabulary
from exempelbank.search.words import LONGEST_WORD, STOP_WORDS, stem, words_in
from tests.search.builders import bench_texts

KNOWN = (
    *("arbete", "arbeta", "marknad", "projekt", "grupp", "bostad", "hälsa", "familj", "team"),
    *("skola", "gata", "boende", "stöd", "samtal", "matta", "kväll", "vikarier", "kostnad"),
    *("stödpedagog", "uppdrag", "livet", "lång", "läsa", "tid", "bilder", "roll", "ning"),
)


VOCABULARY = Vocabulary(KNOWN)


def taken_apart(word: str) -> str | None:
    parts = VOCABULARY.split(word)
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


# ---- Every place to cut, and every form that a first part may come from, one after the other ----


def test_a_table_of_first_parts_and_the_best_cut_first_change_nothing():
    told = {word for text in bench_texts() for word in words_in(f"{text.title} {text.body}")}
    vocabulary = Vocabulary(told - STOP_WORDS)
    taken = {word: vocabulary.split(word) for word in vocabulary.keys}

    assert sum(map(bool, taken.values())) > 300
    assert taken == {word: cut_plainly(word, vocabulary) for word in taken}


def cut_plainly(word, vocabulary):
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    found = [
        (first, second, cut)
        for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2)
        if may_be_part(word[:cut]) and may_be_part(word[cut:])
        and (first := first_plainly(word[:cut], vocabulary))
        and (second := second_plainly(word[cut:], vocabulary))
        and stem(word) not in (first, second)
    ]  # fmt: skip
    return max(found, key=lambda parts: min(parts[2], len(word) - parts[2]), default=None)


def first_plainly(first, vocabulary):
    bare = first[:-1] if first[-1] in JOINTS and len(first) >= SHORTEST_PART else ""
    lemmas = [start + end for start in (first, bare) if start for end in ("", "a", "e")]
    known = [key for lemma in lemmas if (key := vocabulary.keys.get(lemma))]
    if known or first in COMMON_PARTS:
        return [*known, stem(first)][0]
    key = stem(first)
    return key if first[-1] in "aes" and key != first and key in vocabulary.words else None


def second_plainly(second, vocabulary):
    key = stem(second)
    return key if key in map(stem, COMMON_PARTS) or key in vocabulary.words else None


def may_be_part(form):
    known = len(form) >= SHORTEST_PART or form in SHORT_PARTS
    return known and form not in NO_PARTS | STOP_WORDS
