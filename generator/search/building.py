"""Texts -> Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.search.gaps import gaps_between
from generator.search.index import Entry, Index, Postings, SearchText
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, Told
from generator.search.vocabulary import Key, Vocabulary, keys_of
from generator.search.weighing import (
    Lengths,
    Pair,
    coarse_means,
    lengths_in,
    pairs_in,
    stands_in,
    words_held,
)

# Two words side by side become a phrase of the index when this many texts have them so, and at
# least one in so many.
PHRASE_TEXTS, PHRASE_SHARE = 2, 500


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    teller = Teller()
    texts = [teller.told(text) for text in sorted(given, key=lambda text: text.archived)]
    forms = set().union(*map(forms_in, texts))
    return index_from(texts, Vocabulary(keys_of(forms)), synonyms)


def index_from(texts: Sequence[Told], vocabulary: Vocabulary, synonyms: Synonyms) -> Index:
    """Of texts with the archived ones last, and all their words."""
    found = dict(
        chain(
            _words_found(texts, vocabulary, coarse_means(lengths_in(texts), len(texts))),
            _phrases_found(texts, vocabulary.keys, synonyms),
        )
    )
    entries = {
        key: entry_of(key, found.get(key), vocabulary, synonyms, found.__contains__)
        for key in sorted({*(key for key in found if " " not in key), *synonyms.keys})
    }
    shown = {word for told in texts for words in told.words[:2] for word in words}
    return Index(
        tuple(told.shown for told in texts),
        entries,
        found,
        at_least(len(texts)),
        {word: cuts for word in shown if (cuts := vocabulary.cuts(word))},
        synonyms.longest,
    )


def at_least(texts: int) -> int:
    """How many of so many must have a pair of words for it to be a phrase."""
    return max(PHRASE_TEXTS, texts // PHRASE_SHARE)


def forms_in(told: Told) -> Iterator[str]:
    return chain.from_iterable((*told.words, *told.joined))


def entry_of(
    key: Key,
    found: Postings | None,
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    is_found: Callable[[Key], bool],
) -> Entry:
    if " " in key:
        forms: Sequence[str] = ()
    else:
        forms = vocabulary.forms_of(key) or list(filter(None, [synonyms.forms.get(key)]))
    return Entry(
        key,
        tuple(forms),
        len(found.gaps).bit_length() if found else 0,
        vocabulary.parts_of(key),
        tuple(synonym for synonym in synonyms.of(key) if is_found(synonym.key)),
    )


# ---- What is found where ----


def _words_found(
    texts: Sequence[Told], vocabulary: Vocabulary, means: Lengths
) -> Iterator[tuple[Key, Postings]]:
    numbers: dict[Key, list[int]] = defaultdict(list)
    steps: dict[Key, list[str]] = defaultdict(list)
    for number, told in enumerate(texts):
        for key, step in words_held(told, vocabulary, means).items():
            numbers[key].append(number)
            steps[key].append(step)
    for key, having in numbers.items():
        yield key, Postings(gaps_between(having), "".join(steps[key]))


def _phrases_found(
    texts: Sequence[Told], keys: Mapping[str, Key], synonyms: Synonyms
) -> Iterator[tuple[Key, Postings]]:
    numbers: dict[Pair, list[int]] = defaultdict(list)
    for number, told in enumerate(texts):
        # By far the most of what an index knows: as little as possible is done for each.
        for pair in pairs_in(told, keys):
            numbers[pair].append(number)
    for pair, having in numbers.items():
        yield " ".join(pair), Postings(gaps_between(having), "")
    for phrase in longer_phrases(synonyms):
        near = dict.fromkeys(numbers.get(phrase[:2], ()))
        having = [number for number in near if stands_in(phrase, texts[number], keys)]
        if having:
            yield " ".join(phrase), Postings(gaps_between(having), "")


def longer_phrases(synonyms: Synonyms) -> list[Pair]:
    """Than two words."""
    return [tuple(key.split(" ")) for key in sorted(synonyms.keys) if key.count(" ") > 1]
