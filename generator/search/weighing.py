"""Told and Vocabulary -> how much a text holds of every word, part and known phrase.

Numbers are coarse on purpose: a few words more or less in a text change what the index says of
those words, and seldom of any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import log2

from generator.search.index import step_from
from generator.search.synonyms import Synonyms
from generator.search.told import FIELDS, Told
from generator.search.vocabulary import Key, Vocabulary

# How much a word counts in each field, and how much a long field takes away.
COUNTS = {"title": 6.0, "summary": 3.0, "labels": 2.0, "body": 1.0}
LENGTH_COUNTS = 0.6
PART_COUNTS = 0.6  # a word inside a compound, beside one that stands alone
# A phrase counts the same wherever it stands: its words tell of that already.
PHRASE_COUNTS = 4.0


class _Steps(dict[float, str]):
    """By weight. Many words weigh the same."""

    def __missing__(self, weight: float) -> str:
        self[weight] = step_from(weight)
        return self[weight]


_STEPS = _Steps()

Lengths = tuple[int, ...]  # of each field, in words


def lengths_in(texts: Iterable[Told]) -> Lengths:
    """Of all of them together."""
    every = zip(*(map(len, told.words) for told in texts), strict=True)
    return tuple(map(sum, every)) or (0,) * len(FIELDS)


def coarse_means(lengths: Iterable[int], texts: int) -> Lengths:
    return tuple(_coarse(length / max(1, texts)) for length in lengths)


def _coarse(length: float) -> int:
    """The nearest power of two: its exponent."""
    return round(log2(length)) if length >= 1 else 0


def held_by(
    told: Told, vocabulary: Vocabulary, means: Lengths, synonyms: Synonyms
) -> Iterator[tuple[Key, str]]:
    """The step of each word, each part, and each phrase among the synonyms."""
    held = _words_held(told, vocabulary, means)
    near = [
        phrase
        for first in synonyms.phrases.keys() & held.keys()
        for phrase in synonyms.phrases[first]
        if held.keys() >= {*phrase.split(" ")}
    ]
    held.update(dict.fromkeys(_standing_in(told, vocabulary, near), PHRASE_COUNTS))
    return zip(held, map(_STEPS.__getitem__, held.values()), strict=True)


def _words_held(told: Told, vocabulary: Vocabulary, means: Lengths) -> dict[Key, float]:
    held: dict[Key, float] = defaultdict(float)
    keys, within = vocabulary.keys, vocabulary.within
    for field, words, joined, mean in zip(FIELDS, told.words, told.joined, means, strict=True):
        longer = 2.0 ** (_coarse(len(words)) - mean)
        share = COUNTS[field] / (1 - LENGTH_COUNTS + LENGTH_COUNTS * longer)
        less = share * PART_COUNTS
        for word in chain(words, joined):
            held[keys[word]] += share
            for part in within[word]:
                held[part] += less
    return held


def _standing_in(told: Told, vocabulary: Vocabulary, phrases: Iterable[Key]) -> Iterator[Key]:
    if phrases:
        keys = vocabulary.keys.__getitem__
        standing = "\n".join(f" {' '.join(map(keys, words))} " for words in told.words)
        yield from (phrase for phrase in phrases if f" {phrase} " in standing)
