"""Index -> the rows of its files, each as JSON, with the letters that it is found by.

A row of words: [key, forms, texts, parts, synonyms], without what is empty at the end. A form is
written as what comes after the key; with = before when it does not begin so.
A row of ends: [ending, keys].
A row of what is found: [key, gaps, steps]. For each text that holds the key, a letter for how far
after the one before it comes, and a letter for how much of the key it holds.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exempelbank.search.index import BEGINNING, Entry, Index, SearchText
from exempelbank.search.words import WORD, spelled

_WORDS = re.compile(f"({WORD.pattern})")

as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Row(NamedTuple):
    letters: str  # rows with the same stand in the same file
    text: str


def word_rows(index: Index) -> Iterator[Row]:
    for folded, key in index.in_order:
        yield Row(folded[:BEGINNING], _word_row(index.entries[key]))


def _word_row(entry: Entry) -> str:
    key = entry.key
    forms = " ".join(
        [form[len(key) :] or "-" if form.startswith(key) else f"={form}" for form in entry.forms]
    )
    row = [key, forms, entry.texts, " ".join(entry.parts or ()), entry.synonyms]
    while not row[-1]:
        row.pop()
    return as_json(row)


def end_rows(index: Index) -> Iterator[Row]:
    for ending, keys in sorted(index.by_ending.items()):
        yield Row(ending, as_json([ending, " ".join(keys)]))


def found_rows(index: Index) -> Iterator[Row]:
    for folded, key in index.in_order:
        if found := index.found.get(key):
            yield Row(folded, as_json([key, found.gaps, found.steps]))


# ---- Texts ----


class Broken(dict[str, str]):
    """A word -> with soft hyphens where a compound comes apart: its parts can be marked, and a long
    word be broken. `cuts` gives where, in letters, for a word as spelled.
    """

    def __init__(self, cuts: Callable[[str], Sequence[int] | None]) -> None:
        self._cuts = cuts

    def __missing__(self, word: str) -> str:
        self[word] = word
        if cuts := self._cuts(spelled(word)):
            pieces = pairwise((0, *cuts, len(word)))
            self[word] = "\u00ad".join(word[start:end] for start, end in pieces)
        return self[word]

    def text(self, told: str) -> str:
        # What stands between words stays as it is too: it has no parts.
        return "".join(map(self.__getitem__, _WORDS.split(told.replace("\u00ad", ""))))


def shown_row(text: SearchText, broken: Broken) -> Sequence[str]:
    return [text.address, broken.text(text.title), broken.text(text.summary), text.note]


Facets = Mapping[str, Mapping[str, Sequence[int]]]  # facet -> value -> the texts that have it


def facets_of(texts: Iterable[SearchText]) -> Facets:
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, text in enumerate(texts):
        for facet, values in text.facets.items():
            for value in values:
                found[facet][value].add(number)
    return {
        facet: {value: sorted(having) for value, having in sorted(values.items())}
        for facet, values in sorted(found.items())
    }
