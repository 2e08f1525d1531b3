"""Compounds come apart where a Swede would take them apart, by words that the site knows."""

import pytest

from exempelbank.search.analysis import LONGEST_WORD, STOP_WORDS, words_in
from exempelbank.search.compounds import (
    COMMON_PARTS,
    LINKING_LETTERS,
    NO_PARTS,
    SHORT_PARTS,
    SHORTEST_COMPOUND,
    SHORTEST_PART,
)
from exempelbank.search.lexicon import Lexicon
from exempelbank.search.stemmer import stem_of
from tests.search.builders import bench_documents

KNOWN = (
    *("arbete", "arbeta", "marknad", "projekt", "grupp", "bostad", "hälsa", "familj", "team"),
    *("skola", "gata", "boende", "stöd", "samtal", "matta", "kväll", "vikarier", "kostnad"),
    *("stödpedagog", "uppdrag", "livet", "lång", "läsa", "tid", "bilder", "roll", "ning"),
)


LEXICON = Lexicon(KNOWN)


def taken_apart(word: str) -> str | None:
    parts = LEXICON.split(word)
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
    texts = (f"{document.title} {document.body}" for document in bench_documents())
    words = {word for text in texts for word in words_in(text)}
    lexicon = Lexicon(words - STOP_WORDS)
    split = {word: lexicon.split(word) for word in lexicon.stem_by_form}

    assert sum(map(bool, split.values())) > 300
    assert split == {word: cut_plainly(word, lexicon) for word in split}


def cut_plainly(word, lexicon):
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    splits = [
        (first, second, cut)
        for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2)
        if may_be_part(word[:cut]) and may_be_part(word[cut:])
        and (first := first_plainly(word[:cut], lexicon))
        and (second := second_plainly(word[cut:], lexicon))
        and stem_of(word) not in (first, second)
    ]  # fmt: skip
    return max(splits, key=lambda parts: min(parts[2], len(word) - parts[2]), default=None)


def first_plainly(first, lexicon):
    bare = first[:-1] if first[-1] in LINKING_LETTERS and len(first) >= SHORTEST_PART else ""
    lemmas = [start + end for start in (first, bare) if start for end in ("", "a", "e")]
    known = [stem for lemma in lemmas if (stem := lexicon.stem_by_form.get(lemma))]
    if known or first in COMMON_PARTS:
        return [*known, stem_of(first)][0]
    stem = stem_of(first)
    return stem if first[-1] in "aes" and stem != first and stem in lexicon.stems else None


def second_plainly(second, lexicon):
    stem = stem_of(second)
    return stem if stem in map(stem_of, COMMON_PARTS) or stem in lexicon.stems else None


def may_be_part(form):
    known = len(form) >= SHORTEST_PART or form in SHORT_PARTS
    return known and form not in NO_PARTS | STOP_WORDS
