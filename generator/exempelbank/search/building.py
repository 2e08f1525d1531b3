"""Texts -> Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from exempelbank.search.gaps import gaps_between
from exempelbank.search.index import Entry, Index, Postings, SearchText
from exempelbank.search.synonyms import Synonyms
from exempelbank.search.told import Told, told_from
from exempelbank.search.vocabulary import COMMON_FORMS, Key, Vocabulary
from exempelbank.search.weighing import Weigher


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    texts = told_from(sorted(given, key=lambda text: text.archived))
    forms = set(chain.from_iterable(chain(*(chain(told.words, told.joined) for told in texts))))
    vocabulary = Vocabulary(forms)
    found = dict(_found(texts, vocabulary, synonyms))
    shown = {word for told in texts for words in told.words[:2] for word in words}
    return Index(
        tuple(told.text for told in texts),
        {entry.key: entry for entry in _entries(found, vocabulary, synonyms)},
        found,
        {word: cuts for word in shown if (cuts := vocabulary.cuts(word))},
        synonyms.longest,
    )


def _found(
    texts: Sequence[Told], vocabulary: Vocabulary, synonyms: Synonyms
) -> Iterator[tuple[Key, Postings]]:
    """Which texts hold what."""
    weigher = Weigher(texts, vocabulary, synonyms)
    found: dict[Key, list[Any]] = defaultdict(list)  # text and step by turns: one look for both
    for number, told in enumerate(texts):
        keys, steps = weigher.held_by(told)
        for having, step in zip(map(found.__getitem__, keys), steps, strict=True):
            having.append(number)
            having.append(step)
    for key, having in found.items():
        yield key, Postings(gaps_between(having[::2]), "".join(having[1::2]))


def _entries(
    found: Mapping[Key, Postings], vocabulary: Vocabulary, synonyms: Synonyms
) -> Iterator[Entry]:
    forms_of = vocabulary.forms
    for key in sorted({*found, *synonyms.keys}):
        own, having = forms_of.get(key, ()), found.get(key)
        yield Entry(
            key,
            tuple(own or COMMON_FORMS.get(key) or filter(None, [synonyms.forms.get(key)])),
            len(having.gaps).bit_length() if having else 0,
            vocabulary.parts_of(own),
            tuple(synonym for synonym in synonyms.of(key) if synonym.key in found),
        )
