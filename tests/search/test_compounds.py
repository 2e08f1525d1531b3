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
from exempelbank.search.lexicon import SHORTEST_WITH_ORDINARY, Lexicon
from exempelbank.search.stemmer import stem_of
from exempelbank.search.word_lists import ordinary_words
from tests.search.builders import bench_documents

ORDINARY = {word: stem_of(word) for word in sorted(ordinary_words())}
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


def test_a_first_part_may_be_any_ordinary_word_and_a_second_must_stand_on_the_site():
    lexicon = Lexicon(["borsten", "löpare", "grupp"])

    assert lexicon.parts_of(["tandborsten"]) == (stem_of("tänder"), stem_of("borste"))
    assert lexicon.parts_of(["löpgrupp"]) == ("löp", "grupp")
    assert lexicon.parts_of(["tandpetaren"]) is None


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
    by_form = lexicon.stem_by_form
    own = cut_where(word, lambda first: first_plainly(first, by_form, lexicon.stems), lexicon)
    if own or len(word) < SHORTEST_WITH_ORDINARY or stem_of(word) in ORDINARY.values():
        return own
    return cut_where(word, lambda first: first_plainly(first, ORDINARY, stems=()), lexicon)


def cut_where(word, first_of, lexicon):
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    splits = [
        (first, second, cut)
        for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2)
        if may_be_part(word[:cut]) and may_be_part(word[cut:])
        and (first := first_of(word[:cut]))
        and (second := second_plainly(word[cut:], lexicon))
        and stem_of(word) not in (first, second)
    ]  # fmt: skip
    return max(splits, key=lambda parts: min(parts[2], len(word) - parts[2]), default=None)


def first_plainly(first, stem_by_form, stems):
    bare = first[:-1] if first[-1] in LINKING_LETTERS and len(first) >= SHORTEST_PART else ""
    lemmas = [start + end for start in (first, bare) if start for end in ("", "a", "e")]
    known = [stem for lemma in lemmas if (stem := stem_by_form.get(lemma))]
    if known or first in COMMON_PARTS:
        return [*known, stem_of(first)][0]
    stem = stem_of(first)
    if first[-1] in "aes" and stem != first and stem in stems:
        return stem
    return first if first in stems else None


def second_plainly(second, lexicon):
    stem = stem_of(second)
    return stem if stem in map(stem_of, COMMON_PARTS) or stem in lexicon.stems else None


def may_be_part(form):
    known = len(form) >= SHORTEST_PART or form in SHORT_PARTS
    return known and form not in NO_PARTS | STOP_WORDS
