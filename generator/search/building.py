"""Texts -> Index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.search.gaps import gaps_between
from generator.search.index import Entry, Index, Postings, SearchText
from generator.search.synonyms import Synonyms
from generator.search.told import Teller, Told
from generator.search.vocabulary import Key, Vocabulary
from generator.search.weighing import (
    Lengths,
    Pair,
    coarse_means,
    pairs_in,
    stands_in,
    with_lengths,
    words_held,
)

# Two words side by side become a phrase of the index when this many texts have them so, and at
# least one in so many.
PHRASE_TEXTS, PHRASE_SHARE = 2, 500


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    teller = Teller()
    return index_from([teller.told(text) for text in in_order(given)], synonyms)


def in_order(texts: Iterable[SearchText]) -> list[SearchText]:
    return sorted(texts, key=lambda text: text.archived)


def index_from(texts: Sequence[Told], synonyms: Synonyms) -> Index:
    vocabulary = Vocabulary({form for told in texts for form in forms_in(told)})
    sums: Lengths = (0, 0, 0, 0)
    for told in texts:
        sums = with_lengths(sums, told)
    found = dict(
        chain(
            _words_found(texts, vocabulary, coarse_means(sums, len(texts))),
            _phrases_found(texts, vocabulary.keys, synonyms),
        )
    )
    entries = {
        key: entry_of(key, len(found[key].gaps) if key in found else 0, vocabulary, synonyms, found)
        for key in sorted({*(key for key in found if " " not in key), *synonyms.keys})
    }
    shown = {word for told in texts for words in told.words[:2] for word in words}
    return Index(
        tuple(told.shown for told in texts),
        entries,
        found,
        often(len(texts)),
        {word: cuts for word in shown if (cuts := vocabulary.cuts(word))},
        max((key.count(" ") + 1 for key in synonyms.found), default=1),
    )


def often(texts: int) -> int:
    return max(PHRASE_TEXTS, texts // PHRASE_SHARE)


def forms_in(told: Told) -> Iterator[str]:
    return chain.from_iterable((*told.words, *told.joined))


def entry_of(
    key: Key, texts: int, vocabulary: Vocabulary, synonyms: Synonyms, found: Mapping[Key, object]
) -> Entry:
    if " " in key:
        forms: Sequence[str] = ()
    else:
        forms = vocabulary.forms_of(key) or list(filter(None, [synonyms.forms.get(key)]))
    return Entry(
        key,
        tuple(forms),
        texts.bit_length(),
        vocabulary.parts_of(key),
        tuple(synonym for synonym in synonyms.of(key) if synonym.key in found),
    )


# ---- What is found where ----


def _words_found(
    texts: Sequence[Told], vocabulary: Vocabulary, means: Lengths
) -> Iterator[tuple[Key, Postings]]:
    found: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for number, told in enumerate(texts):
        for key, step in words_held(told, vocabulary, means).items():
            found[key].append((number, step))
    for key, having in found.items():
        numbers, steps = zip(*having, strict=True)
        yield key, Postings(gaps_between(numbers), "".join(steps))


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
