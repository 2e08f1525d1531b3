"""Texts -> Index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from generator.search.compounds import Parts, split
from generator.search.index import Entry, Index, Key, SearchText, step_from
from generator.search.synonyms import Synonyms
from generator.search.words import STOP_WORDS, joined_words, stem, words_in

# How much a word counts in each field, and how much a long field takes away.
FIELDS = {"title": 6.0, "summary": 3.0, "labels": 2.0, "body": 1.0}
LENGTH_COUNTS = 0.6
PART_COUNTS = 0.6  # a word inside a compound, beside one that stands alone

# Two words side by side become a phrase of the index when this many texts have them so, and at
# least one in so many.
PHRASE_TEXTS, PHRASE_SHARE = 2, 500


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    texts = tuple(sorted(given, key=lambda text: text.archived))
    fields = [_fields_of(text) for text in texts]
    forms = _forms_in(fields)
    compounds = _Compounds(forms)
    weights = _weights(fields, compounds, _phrases(fields, compounds, synonyms))
    entries = {
        key: Entry(
            key,
            _commonest(forms.get(key) or compounds.part_forms.get(key, Counter()))
            or tuple(filter(None, [synonyms.forms.get(key)])),
            len(weights.get(key, ())),
            compounds.of(key),
            tuple(synonym for synonym in synonyms.of(key) if synonym.key in weights),
        )
        for key in sorted({*forms, *compounds.part_forms, *synonyms.keys})
    }
    postings = {
        key: {text: step_from(weight) for text, weight in found.items()}
        for key, found in weights.items()
    }
    shown = {word for words in fields for name in ("title", "summary") for word in words[name].told}
    cuts = {word: found for word in sorted(shown) if (found := compounds.cuts(word))}
    longest = max((key.count(" ") + 1 for key in synonyms.found), default=1)
    return Index(texts, entries, postings, cuts, longest)


# ---- Words ----


class Words(NamedTuple):
    told: Sequence[str]  # without stop words
    joined: Sequence[str]  # those with hyphens, written together
    length: int  # with stop words


Fields = Mapping[str, Words]


def _fields_of(text: SearchText) -> Fields:
    values = (text.title, text.summary, " . ".join(text.labels), text.body)
    return {name: _words_of(value) for name, value in zip(FIELDS, values, strict=True)}


def _words_of(value: str) -> Words:
    words = words_in(value)
    told = [word for word in words if word not in STOP_WORDS]
    return Words(told, joined_words(value), len(words))


def _forms_in(fields: Iterable[Fields]) -> Mapping[Key, Counter[str]]:
    """By stem, how often each form stands in the texts."""
    every = Counter(
        chain.from_iterable(
            chain(words.told, words.joined) for found in fields for words in found.values()
        )
    )
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for form, times in every.items():
        forms[stem(form)][form] = times
    return forms


def _commonest(forms: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(forms, key=lambda form: (-forms[form], form)))


class _Compounds:
    """What the words of the site are made of."""

    def __init__(self, forms: Mapping[Key, Counter[str]]) -> None:
        self.forms = forms
        self.keys = {form: key for key, found in forms.items() for form in found}
        self.part_forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self._split: dict[str, Parts | None] = {}
        self._within: dict[str, tuple[Key, ...]] = {}

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(word, self.keys.get, self.forms.__contains__)
        return self._split[word]

    def within(self, word: str) -> tuple[Key, ...]:
        """Every part, and the parts of the parts: arbetsmarknad, projekt, arbet, marknad."""
        if word not in self._within:
            found: list[Key] = []
            if parts := self.split(word):
                for part, letters in (
                    (parts.first, word[: parts.cut]),
                    (parts.second, word[parts.cut :]),
                ):
                    found += [part, *self.within(letters)]
                    self.part_forms[part][letters] += 1
            self._within[word] = tuple(dict.fromkeys(found))
        return self._within[word]

    def cuts(self, word: str) -> tuple[int, ...]:
        """Where the parts begin, in letters, but the first."""
        if not (parts := self.split(word)):
            return ()
        after = (parts.cut + cut for cut in self.cuts(word[parts.cut :]))
        return (*self.cuts(word[: parts.cut]), parts.cut, *after)

    def of(self, key: Key) -> tuple[Key, Key] | None:
        for form in self.forms.get(key, ()):
            if parts := self.split(form):
                return parts.first, parts.second
        return None


# ---- Weights ----


def _weights(
    fields: Sequence[Fields], compounds: _Compounds, phrases: _Phrases
) -> Mapping[Key, Mapping[int, float]]:
    """For every word, part of a compound and phrase, how much of it each text holds."""
    weights: dict[Key, dict[int, float]] = defaultdict(dict)
    average = {
        name: sum(found[name].length for found in fields) / max(1, len(fields)) or 1
        for name in FIELDS
    }
    for number, found in enumerate(fields):
        held: dict[Key, float] = defaultdict(float)
        for name, counts in FIELDS.items():
            words = found[name]
            share = counts / (1 - LENGTH_COUNTS + LENGTH_COUNTS * words.length / average[name])
            for word in (*words.told, *words.joined):
                held[compounds.keys[word]] += share
                for part in compounds.within(word):
                    held[part] += share * PART_COUNTS
            for phrase in _found_in([compounds.keys[word] for word in words.told], phrases):
                held[phrase] += share
        for key, weight in held.items():
            weights[key][number] = weight
    return weights


class _Phrases(NamedTuple):
    known: Collection[Key]
    longer: Mapping[Key, Sequence[tuple[Key, ...]]]  # than two words, by the first


def _phrases(fields: Sequence[Fields], compounds: _Compounds, synonyms: Synonyms) -> _Phrases:
    """Those worth knowing: pairs that many texts have side by side, and what has synonyms."""
    texts_with: Counter[tuple[Key, ...]] = Counter()
    for found in fields:
        told = ([compounds.keys[word] for word in words.told] for words in found.values())
        texts_with.update(set(chain.from_iterable(map(pairwise, told))))
    often = max(PHRASE_TEXTS, len(fields) // PHRASE_SHARE)
    pairs = (" ".join(pair) for pair, texts in texts_with.items() if texts >= often)
    longer: dict[Key, list[tuple[Key, ...]]] = defaultdict(list)
    for words in sorted(tuple(key.split(" ")) for key in synonyms.keys):
        if len(words) > 2:
            longer[words[0]].append(words)
    return _Phrases({*pairs, *synonyms.keys}, longer)


def _found_in(keys: Sequence[Key], phrases: _Phrases) -> Iterator[Key]:
    for pair in map(" ".join, pairwise(keys)):
        if pair in phrases.known:
            yield pair
    for start, key in enumerate(keys):
        for longer in phrases.longer.get(key, ()):
            if tuple(keys[start : start + len(longer)]) == longer:
                yield " ".join(longer)
