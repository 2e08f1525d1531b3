"""TokenizedDocument and Lexicon -> how much a document holds of every word, part and known phrase.

Weights are quantized, and lengths rounded: a few words more or less in a document change what the
index says of those words, and seldom of any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import log2

from exempelbank.search.analysis import STOP_WORDS
from exempelbank.search.index import level_of
from exempelbank.search.lexicon import Lexicon
from exempelbank.search.stemmer import Stem, stem_of
from exempelbank.search.synonyms import Synonyms
from exempelbank.search.tokenizer import TEXT_FIELDS, TokenizedDocument

# How much a word counts in each field, and how much a long field takes away.
FIELD_WEIGHTS = {"title": 6.0, "summary": 3.0, "labels": 2.0, "body": 1.0}
LENGTH_NORMALIZATION = 0.6
PART_WEIGHT = 0.6  # a word inside a compound, beside one that stands alone
# A phrase counts the same wherever it stands: its words tell of that already.
PHRASE_WEIGHT = 4.0


class _LevelByWeight(dict[float, str]):
    """Many words weigh the same."""

    def __missing__(self, weight: float) -> str:
        self[weight] = level_of(weight)
        return self[weight]


_LEVELS = _LevelByWeight()


def _stop_words_by_stem() -> Mapping[Stem, Sequence[str]]:
    by_stem: dict[Stem, list[str]] = defaultdict(list)
    for word in STOP_WORDS:
        by_stem[stem_of(word)].append(word)
    return by_stem


_STOP_WORDS_BY_STEM = _stop_words_by_stem()  # a phrase may begin with one


def _rounded_log2(length: float) -> int:
    """The nearest power of two: its exponent."""
    return round(log2(length)) if length >= 1 else 0


class TermWeighting:
    """Of each of these documents, beside the others. The lexicon is theirs."""

    def __init__(
        self, documents: Sequence[TokenizedDocument], lexicon: Lexicon, synonyms: Synonyms
    ) -> None:
        self._stem_and_parts = lexicon.stem_and_parts.__getitem__
        lengths_by_field = zip(*(map(len, doc.words) for doc in documents), strict=True)
        self._mean_lengths = [
            _rounded_log2(sum(lengths) / len(documents)) for lengths in lengths_by_field
        ]
        # Form of the first word -> stem of the second -> phrases.
        self._phrases = {
            form: phrases_by_second
            for stem, phrases_by_second in synonyms.phrases.items()
            for form in (*lexicon.forms_by_stem.get(stem, ()), *_STOP_WORDS_BY_STEM.get(stem, ()))
        }

    def levels_in(self, document: TokenizedDocument) -> tuple[Iterable[Stem], Iterable[str]]:
        """Each word, each part, and each phrase among the synonyms; and the quantized weight of
        each.
        """
        weights = self._word_weights(document)
        weights.update(dict.fromkeys(self._phrases_in(document), PHRASE_WEIGHT))
        return weights, map(_LEVELS.__getitem__, weights.values())

    def _word_weights(self, document: TokenizedDocument) -> dict[Stem, float]:
        weights: dict[Stem, float] = {}
        weight_so_far = weights.get
        for field, words, joined, mean in zip(
            TEXT_FIELDS, document.words, document.joined, self._mean_lengths, strict=True
        ):
            relative_length = 2.0 ** (_rounded_log2(len(words)) - mean)
            normalization = 1 - LENGTH_NORMALIZATION + LENGTH_NORMALIZATION * relative_length
            word_weight = FIELD_WEIGHTS[field] / normalization
            part_weight = word_weight * PART_WEIGHT
            for stem, parts in map(self._stem_and_parts, chain(words, joined)):
                weights[stem] = weight_so_far(stem, 0.0) + word_weight
                for part in parts:
                    weights[part] = weight_so_far(part, 0.0) + part_weight
        return weights

    def _phrases_in(self, document: TokenizedDocument) -> Iterator[Stem]:
        """The phrases whose words follow one another, by the stems of their first two."""
        phrases = self._phrases
        for words in document.all_words:
            starts = [start for start, word in enumerate(words[:-1]) if word in phrases]
            for start in starts:
                for phrase in phrases[words[start]].get(stem_of(words[start + 1]), ()):
                    window = words[start : start + 1 + phrase.count(" ")]
                    if " ".join(map(stem_of, window)) == phrase:
                        yield phrase
