"""Texts -> Index: which words, parts of compounds and phrases stand in which texts, and how much."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import log2

from generator.search.compounds import Parts, split
from generator.search.synonyms import Synonym, Synonyms
from generator.search.words import STOP_WORDS, fold, joined_words, stem, words_in

Key = str  # a stem as spelled, or several with spaces between: a phrase
Postings = Mapping[int, int]  # text's number -> step on the scale of weights

# How much a word counts in each field, and how much a long field takes away.
FIELDS = {"title": 6.0, "summary": 3.0, "labels": 2.0, "body": 1.0}
LENGTH_COUNTS = 0.6
PART_COUNTS = 0.6  # a word inside a compound, beside one that stands alone

# Two words side by side become a phrase of the index when this many texts have them so.
PHRASE_TEXTS = 2


@dataclass(frozen=True, slots=True)
class SearchText:
    """One page as search sees it. Plain text throughout."""

    id: str
    address: str  # from the root of the site
    kind: str  # "example", "news" ...: how results are grouped
    title: str
    summary: str = ""
    labels: tuple[str, ...] = ()  # focus area, target group, municipality ... as people read them
    body: str = ""
    archived: bool = False
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # as on the list of examples


@dataclass(frozen=True, slots=True)
class Entry:
    key: Key
    forms: tuple[str, ...]  # as it stands in texts, commonest first; empty for a phrase
    postings: Postings
    parts: tuple[Key, Key] | None = None  # of a compound
    synonyms: tuple[Synonym, ...] = ()


# A weight is kept as a step on this scale, so that postings are small whole numbers.
STEPS_PER_DOUBLING = 6


def step_from(weight: float) -> int:
    return max(1, round(STEPS_PER_DOUBLING * log2(1 + weight)))


def weight_from(step: int) -> float:
    return float(2 ** (step / STEPS_PER_DOUBLING)) - 1


@dataclass(frozen=True)
class Index:
    texts: tuple[SearchText, ...]
    entries: Mapping[Key, Entry]

    @cached_property
    def _by_fold(self) -> list[tuple[str, Key]]:
        return sorted((fold(key), key) for key in self.entries)

    @cached_property
    def _by_ending(self) -> Mapping[str, tuple[Key, ...]]:
        found: dict[str, list[Key]] = defaultdict(list)
        for folded, key in self._by_fold:
            found[folded[-ENDS:]].append(key)
        return {ending: tuple(keys) for ending, keys in found.items()}

    def spelled_like(self, folded: str) -> list[Entry]:
        """The entries that are the same without rings and dots."""
        return [
            self.entries[key] for key in self._starting(folded) if len(key) == len(folded)
        ]

    def starting_with(self, folded: str) -> list[Entry]:
        return [self.entries[key] for key in self._starting(folded)]

    def ending_like(self, folded: str) -> tuple[Key, ...]:
        """The keys that share its last letters."""
        return self._by_ending.get(folded[-ENDS:], ())

    def _starting(self, folded: str) -> Iterator[Key]:
        start = bisect_left(self._by_fold, (folded, ""))
        for found, key in self._by_fold[start:]:
            if not found.startswith(folded):
                return
            yield key


ENDS = 2  # letters at either end of a word that a slip leaves alone


# ---- Building ----


def build_index(texts: Iterable[SearchText], synonyms: Synonyms) -> Index:
    texts = tuple(texts)
    fields = [_fields_of(text) for text in texts]
    forms = _forms_in(fields)
    parts = _Compounds(forms)
    average = {
        name: sum(len(words[name]) for words in fields) / max(1, len(fields)) or 1.0
        for name in FIELDS
    }
    weights: dict[Key, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    in_phrases: Counter[Key] = Counter()
    wanted = synonyms.keys
    for number, words in enumerate(fields):
        phrases: set[Key] = set()
        for name, counts in FIELDS.items():
            share = counts / (
                1 - LENGTH_COUNTS + LENGTH_COUNTS * len(words[name]) / average[name]
            )
            told = [word for word in words[name] if word not in STOP_WORDS]
            for word in told:
                weights[stem(word)][number] += share
                for part in parts.within(word):
                    weights[part][number] += share * PART_COUNTS
            for phrase in _phrases_of([stem(word) for word in told], synonyms.lengths, wanted):
                phrases.add(phrase)
                weights[phrase][number] += share
            for joined in words[f"{name}-joined"]:
                weights[stem(joined)][number] += share
        in_phrases.update(phrases)
    for phrase, texts_with_it in in_phrases.items():
        if texts_with_it < PHRASE_TEXTS and phrase not in wanted:
            del weights[phrase]
    entries = {}
    for key in sorted({*weights, *wanted}):
        entries[key] = Entry(
            key,
            tuple(form for form, _n in forms.get(key, Counter()).most_common()),
            {number: step_from(weight) for number, weight in sorted(weights.get(key, {}).items())},
            parts.of(key),
            synonyms.of(key),
        )
    return Index(texts, entries)


def _fields_of(text: SearchText) -> Mapping[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {}
    for name, value in (
        ("title", text.title),
        ("summary", text.summary),
        ("labels", " . ".join(text.labels)),
        ("body", text.body),
    ):
        found[name] = words_in(value)
        found[f"{name}-joined"] = list(joined_words(value))
    return found


def _phrases_of(
    keys: Sequence[Key], lengths: Collection[int], wanted: Collection[Key]
) -> Iterator[Key]:
    """All pairs side by side, and the longer phrases that are synonyms of something."""
    for pair in pairwise(keys):
        yield " ".join(pair)
    for length in lengths:
        for start in range(len(keys) - length + 1):
            phrase = " ".join(keys[start : start + length])
            if phrase in wanted:
                yield phrase


def _forms_in(fields: Iterable[Mapping[str, Sequence[str]]]) -> Mapping[Key, Counter[str]]:
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for words in fields:
        for word in (word for found in words.values() for word in found):
            if word not in STOP_WORDS:
                forms[stem(word)][word] += 1
    return forms


class _Compounds:
    """What the words of the site are made of."""

    def __init__(self, forms: Mapping[Key, Counter[str]]) -> None:
        self.forms = forms
        self._split: dict[str, Parts | None] = {}
        self._within: dict[str, tuple[Key, ...]] = {}

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(word, lambda key: self.forms.get(key, ()))
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
            self._within[word] = tuple(dict.fromkeys(found))
        return self._within[word]

    def of(self, key: Key) -> tuple[Key, Key] | None:
        for form in self.forms.get(key, ()):
            if parts := self.split(form):
                return parts.first, parts.second
        return None
