"""Texts -> Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from generator.search.gaps import gaps_between
from generator.search.index import Entry, Index, Postings, SearchText
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, Told
from generator.search.vocabulary import COMMON_FORMS, Key, Vocabulary, keys_of
from generator.search.weighing import Weigher, coarse_means, lengths_in


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    teller = Teller()
    texts = [teller.told(text) for text in sorted(given, key=lambda text: text.archived)]
    forms = set().union(*map(forms_in, texts))
    return index_from(texts, Vocabulary(keys_of(forms)), synonyms)


def index_from(texts: Sequence[Told], vocabulary: Vocabulary, synonyms: Synonyms) -> Index:
    """Of texts with the archived ones last, and all their words."""
    found = dict(_found(texts, vocabulary, synonyms))
    keys = sorted({*found, *synonyms.keys})
    entries = entries_of(keys, found.get, vocabulary, synonyms)
    shown = {word for told in texts for words in told.words[:2] for word in words}
    return Index(
        tuple(told.shown for told in texts),
        {entry.key: entry for entry in entries},
        found,
        {word: cuts for word in shown if (cuts := vocabulary.cuts(word))},
        synonyms.longest,
    )


def forms_in(told: Told) -> Iterator[str]:
    return chain.from_iterable((*told.words, *told.joined))


def entries_of(
    keys: Collection[Key],
    found: Callable[[Key], Postings | None],
    vocabulary: Vocabulary,
    synonyms: Synonyms,
) -> Iterator[Entry]:
    forms_of = vocabulary.forms_of({*keys})
    for key in keys:
        own, having = forms_of.get(key, ()), found(key)
        yield Entry(
            key,
            tuple(own or COMMON_FORMS.get(key) or filter(None, [synonyms.forms.get(key)])),
            len(having.gaps).bit_length() if having else 0,
            vocabulary.parts_of(own),
            tuple(synonym for synonym in synonyms.of(key) if found(synonym.key)),
        )


def _found(
    texts: Sequence[Told], vocabulary: Vocabulary, synonyms: Synonyms
) -> Iterator[tuple[Key, Postings]]:
    """Which texts hold what."""
    means = coarse_means(lengths_in(texts), len(texts))
    weigher = Weigher(vocabulary, means, synonyms)
    found: dict[Key, list[Any]] = defaultdict(list)  # text and step by turns: one look for both
    for number, told in enumerate(texts):
        keys, steps = weigher.held_by(told)
        for having, step in zip(map(found.__getitem__, keys), steps, strict=True):
            having.append(number)
            having.append(step)
    for key, having in found.items():
        yield key, Postings(gaps_between(having[::2]), "".join(having[1::2]))
