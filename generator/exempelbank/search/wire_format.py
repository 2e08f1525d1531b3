"""Index -> the rows of its files, each as JSON, with the sort key that it is found by.

A row of the lexicon: [stem, forms, frequency class, parts, synonyms], without what is empty at the
end. A form is written as what comes after the stem; with = before when it does not begin so.
A row of suffixes: [suffix, stems].
A row of postings: [stem, deltas, levels]. For each document that holds the stem, a letter for how
far after the one before it comes, and a letter for how much of the stem it holds.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exempelbank.search.analysis import WORD, normalized
from exempelbank.search.index import PREFIX_LENGTH, Index, LexiconEntry, SearchDocument

_WORDS = re.compile(f"({WORD.pattern})")
_SOFT_HYPHEN = "\u00ad"

as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Row(NamedTuple):
    sort_key: str  # rows with the same stand in the same file
    json: str


def lexicon_rows(index: Index) -> Iterator[Row]:
    for folded, stem in index.folded_stems:
        yield Row(folded[:PREFIX_LENGTH], _lexicon_row(index.entries[stem]))


def _lexicon_row(entry: LexiconEntry) -> str:
    stem = entry.stem
    forms = " ".join(
        [form[len(stem) :] or "-" if form.startswith(stem) else f"={form}" for form in entry.forms]
    )
    row = [stem, forms, entry.frequency_class, " ".join(entry.parts or ()), entry.synonyms]
    while not row[-1]:
        row.pop()
    return as_json(row)


def suffix_rows(index: Index) -> Iterator[Row]:
    for suffix, stems in sorted(index.stems_by_suffix.items()):
        yield Row(suffix, as_json([suffix, " ".join(stems)]))


def postings_rows(index: Index) -> Iterator[Row]:
    for folded, stem in index.folded_stems:
        if encoded := index.encoded_postings.get(stem):
            yield Row(folded, as_json([stem, encoded.deltas, encoded.levels]))


# ---- Documents ----


class SoftHyphenator(dict[str, str]):
    """A word -> with soft hyphens where a compound comes apart: its parts can be marked, and a long
    word be broken. `cuts` gives where, in letters, for a word as normalized.
    """

    def __init__(self, cuts: Callable[[str], Sequence[int] | None]) -> None:
        self._cuts = cuts

    def __missing__(self, word: str) -> str:
        self[word] = word
        if cuts := self._cuts(normalized(word)):
            parts = pairwise((0, *cuts, len(word)))
            self[word] = _SOFT_HYPHEN.join(word[start:end] for start, end in parts)
        return self[word]

    def hyphenated(self, text: str) -> str:
        # What stands between words stays as it is too: it has no parts.
        return "".join(map(self.__getitem__, _WORDS.split(text.replace(_SOFT_HYPHEN, ""))))


def document_row(document: SearchDocument, hyphenator: SoftHyphenator) -> Sequence[str | int]:
    title, summary = map(hyphenator.hyphenated, (document.title, document.summary))
    return [document.address, title, summary, document.note, int(bool(document.body))]


# What Markdown leaves at the beginning of a line, and around words.
_LINE_MARKS = re.compile(r"^[ \t]*(?:[-*+>]|#+|\d+\.)[ \t]+", re.MULTILINE)
_MARKS, _EMPHASIS = "*`[", re.compile(r"(?<!\w)_+|_+(?!\w)")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def excerpted_text(document: SearchDocument) -> str:
    """What excerpts are taken from: a line for each paragraph, as readers see it, then for each
    label.
    """
    body = _LINE_MARKS.sub("\n\n", document.body)
    if "_" in body:  # seldom, and to look for the others one by one is ten times as quick
        body = _EMPHASIS.sub("", body)
    for mark in _MARKS:
        body = body.replace(mark, "")
    lines = (" ".join(text.split()) for text in (*_PARAGRAPH_BREAK.split(body), *document.labels))
    return "\n".join(filter(None, lines))


# Facet -> value -> the documents that have it.
DocumentsByFacet = Mapping[str, Mapping[str, Sequence[int]]]


def documents_by_facet(documents: Iterable[SearchDocument]) -> DocumentsByFacet:
    numbers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, document in enumerate(documents):
        for facet, values in document.facets.items():
            for value in values:
                numbers[facet][value].add(number)
    return {
        facet: {value: sorted(having) for value, having in sorted(values.items())}
        for facet, values in sorted(numbers.items())
    }
