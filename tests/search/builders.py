"""The judged queries, indexes of few documents, and what readers write instead of their words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from exempelbank.problems import Problems
from exempelbank.search.analysis import STOP_WORDS, fold, words_in
from exempelbank.search.evaluation import Judgements, read_corpus, read_judgements, read_queries
from exempelbank.search.index import Index, SearchDocument
from exempelbank.search.index_builder import build_index
from exempelbank.search.ranking import search
from exempelbank.search.stemmer import stem_of
from exempelbank.search.synonyms import Synonyms, read_synonyms, synonyms_from
from tests.builders import PROJECT

BENCH = Path(__file__).parent / "bench"
LETTERS = "abcdefghijklmnoprstuvyåäö"


def a_document(title: str = "", body: str = "", **more: object) -> SearchDocument:
    fields = {"id": title or body, "address": "x/", "kind": "example", **more}
    return SearchDocument(title=title, body=body, **fields)


def an_index(*documents: SearchDocument | str, synonyms: str = "") -> Index:
    """Of documents, or of their titles alone."""
    return build_index(
        (a_document(item) if isinstance(item, str) else item for item in documents),
        synonyms_from(synonyms, Problems()),
    )


def titles_found(query: str, index: Index) -> list[str]:
    return [index.documents[hit.document].title for hit in search(query, index)]


@cache
def site_synonyms() -> Synonyms:
    return read_synonyms(PROJECT, Problems())


@cache
def bench_documents() -> tuple[SearchDocument, ...]:
    return tuple(read_corpus(BENCH / "corpus.jsonl", Problems()))


@cache
def bench_index() -> Index:
    return build_index(bench_documents(), site_synonyms())


def judged(name: str) -> tuple[list, Judgements]:
    """The queries of a set, and which documents answer them."""
    problems = Problems()
    queries = read_queries(BENCH / f"queries_{name}.tsv", problems)
    judgements = read_judgements(BENCH / f"qrels_{name}.txt", problems)
    assert not problems.found
    return queries, judgements


class Variant(NamedTuple):
    kind: str
    written: str
    intended: str


def variants(index: Index, seed: int = 1) -> Iterator[Variant]:
    """What readers write instead of the words of titles and summaries: compounds in two, other
    forms, one slip of the pen, no å, ä or ö.
    """
    chance = random.Random(seed)
    shown = (f"{document.title} {document.summary}" for document in index.documents)
    words = {word for text in shown for word in words_in(text)}
    for word in sorted(words - STOP_WORDS):
        if len(word) < 5:
            continue
        for cut in index.cuts.get(word, ())[:1]:
            yield Variant("opened", f"{word[:cut]} {word[cut:]}", word)
        for form in _other_forms(word, index):
            yield Variant("inflected", form, word)
        if len(word) > 5 and not index.is_word(stem_of(misspelt := _misspelt(word, chance))):
            yield Variant("misspelt", misspelt, word)
        if fold(word) != word:
            yield Variant("folded", fold(word), word)


def _other_forms(word: str, index: Index) -> list[str]:
    forms = [form for form in index.forms_of(stem_of(word)) if form != word]
    if word.endswith("are"):
        forms += [f"{word}n", f"{word[:-1]}na"]
    elif word.endswith("ning"):
        forms += [f"{word}en", f"{word}ar"]
    return forms[:3]


def _misspelt(word: str, chance: random.Random) -> str:
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
