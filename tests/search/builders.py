"""The judged questions, indexes of few texts, and readers' slips made from the texts themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from exempelbank.problems import Problems
from exempelbank.search.bench import Judgements, read_corpus, read_judgements, read_questions
from exempelbank.search.building import index_of
from exempelbank.search.index import Index, SearchText
from exempelbank.search.ranking import rank
from exempelbank.search.synonyms import Synonyms, load_synonyms, synonyms_from
from exempelbank.search.words import STOP_WORDS, fold, stem, words_in
from tests.builders import PROJECT

BENCH = Path(__file__).parent / "bench"
LETTERS = "abcdefghijklmnoprstuvyåäö"


def a_text(title: str = "", body: str = "", **more: object) -> SearchText:
    given = {"id": title or body, "address": "x/", "kind": "example", **more}
    return SearchText(title=title, body=body, **given)


def an_index(*texts: SearchText | str, synonyms: str = "") -> Index:
    """Of texts, or of their titles alone."""
    return index_of(
        (text if isinstance(text, SearchText) else a_text(text) for text in texts),
        synonyms_from(synonyms, Problems()),
    )


def found(question: str, index: Index) -> list[str]:
    return [index.texts[hit.text].title for hit in rank(question, index)]


@cache
def site_synonyms() -> Synonyms:
    return load_synonyms(PROJECT, Problems())


@cache
def bench_texts() -> tuple[SearchText, ...]:
    return tuple(read_corpus(BENCH / "corpus.jsonl", Problems()))


@cache
def bench_index() -> Index:
    return index_of(bench_texts(), site_synonyms())


def judged(name: str) -> tuple[list, Judgements]:
    """The questions of a set, and which texts answer them."""
    problems = Problems()
    asked = read_questions(BENCH / f"queries_{name}.tsv", problems)
    judgements = read_judgements(BENCH / f"qrels_{name}.txt", problems)
    assert not problems.found
    return asked, judgements


class Slip(NamedTuple):
    sort: str
    written: str
    meant: str


def slips(index: Index, seed: int = 1) -> Iterator[Slip]:
    """What readers write instead of the words of titles and summaries: compounds in two, other
    forms, one slip of the pen, no å, ä or ö.
    """
    chance = random.Random(seed)
    told = {word for text in index.texts for word in words_in(f"{text.title} {text.summary}")}
    for word in sorted(told - STOP_WORDS):
        if len(word) < 5:
            continue
        for cut in index.cuts.get(word, ())[:1]:
            yield Slip("opened", f"{word[:cut]} {word[cut:]}", word)
        for form in _other_forms(word, index):
            yield Slip("inflected", form, word)
        if len(word) > 5 and not index.is_word(stem(slipped := _slipped(word, chance))):
            yield Slip("slipped", slipped, word)
        if fold(word) != word:
            yield Slip("plain", fold(word), word)


def _other_forms(word: str, index: Index) -> list[str]:
    known = [form for form in index.forms_of(stem(word)) if form != word]
    if word.endswith("are"):
        known += [f"{word}n", f"{word[:-1]}na"]
    elif word.endswith("ning"):
        known += [f"{word}en", f"{word}ar"]
    return known[:3]


def _slipped(word: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(word)), chance.choice(LETTERS)
    before, here, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + letter + after,
            before + letter + here + after,
            before + after[:1] + here + after[1:],
        )
    )
