"""Told and Vocabulary -> how much a text holds of every word, part and known phrase.

Numbers are coarse on purpose: a few words more or less in a text change what the index says of
those words, and seldom of any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log2

from exempelbank.search.index import step_from
from exempelbank.search.synonyms import Synonyms
from exempelbank.search.told import FIELDS, Told
from exempelbank.search.vocabulary import Key, Vocabulary

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


def _coarse(length: float) -> int:
    """The nearest power of two: its exponent."""
    return round(log2(length)) if length >= 1 else 0


class Weigher:
    """Of each of these texts, beside the others. The vocabulary is theirs."""

    def __init__(self, texts: Sequence[Told], vocabulary: Vocabulary, synonyms: Synonyms) -> None:
        self._keys, self._spread = vocabulary.keys, vocabulary.spread.__getitem__
        lengths = zip(*(map(len, told.words) for told in texts), strict=True)
        self._means = [_coarse(sum(every) / len(texts)) for every in lengths]
        self._phrases = {
            form: begun
            for key, begun in synonyms.phrases.items()
            for form in vocabulary.forms.get(key, ())
        }

    def held_by(self, told: Told) -> tuple[Iterable[Key], Iterable[str]]:
        """Each word, each part, and each phrase among the synonyms; and the step of each."""
        held = self._words_held(told)
        held.update(dict.fromkeys(self._standing_in(told), PHRASE_COUNTS))
        return held, map(_STEPS.__getitem__, held.values())

    def _words_held(self, told: Told) -> dict[Key, float]:
        held: dict[Key, float] = {}
        before = held.get
        for field, words, joined, mean in zip(
            FIELDS, told.words, told.joined, self._means, strict=True
        ):
            longer = 2.0 ** (_coarse(len(words)) - mean)
            share = COUNTS[field] / (1 - LENGTH_COUNTS + LENGTH_COUNTS * longer)
            less = share * PART_COUNTS
            for key, parts in map(self._spread, chain(words, joined)):
                held[key] = before(key, 0.0) + share
                for part in parts:
                    held[part] = before(part, 0.0) + less
        return held

    def _standing_in(self, told: Told) -> Iterator[Key]:
        """The phrases whose words follow one another, by the keys of their first two."""
        begun, keys = self._phrases, self._keys
        for words in told.words:
            for place in [place for place, word in enumerate(words[:-1]) if word in begun]:
                for phrase in begun[words[place]].get(keys[words[place + 1]], ()):
                    standing = words[place : place + 1 + phrase.count(" ")]
                    if " ".join(map(keys.__getitem__, standing)) == phrase:
                        yield phrase
