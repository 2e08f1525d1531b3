"""Texts -> Index: which words, parts of compounds and phrases stand in which texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise, takewhile
from math import log2

from generator.search.compounds import Parts, split
from generator.search.synonyms import Synonym, Synonyms
from generator.search.words import STOP_WORDS, fold, joined_words, stem, words_in

Key = str  # a stem as spelled, or several with spaces between: a phrase
Postings = Mapping[int, int]  # text's number -> step on the scale of weights

# How much a word counts in each field, and how much a long field takes away.
FIELDS = {"title": 6.0, "summary": 3.0, "labels": 2.0, "body": 1.0}
SHOWN = ("title", "summary")
LENGTH_COUNTS = 0.6
PART_COUNTS = 0.6  # a word inside a compound, beside one that stands alone

# Two words side by side become a phrase of the index when this many texts have them so, and at
# least one in so many.
PHRASE_TEXTS, PHRASE_SHARE = 2, 500


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
    note: str = ""  # shown beside the kind: a municipality, a day
    facets: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # as on the list of examples


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a word, or of a phrase that has synonyms."""

    key: Key
    forms: tuple[str, ...] = ()  # as it stands in texts, commonest first; none for a phrase
    texts: int = 0  # that hold it
    parts: tuple[Key, Key] | None = None  # of a compound
    synonyms: tuple[Synonym, ...] = ()


# A weight is kept as a step on this scale, so that postings are small whole numbers.
STEPS_PER_DOUBLING = 6


def step_from(weight: float) -> int:
    return max(1, round(STEPS_PER_DOUBLING * log2(1 + weight)))


def weight_from(step: int) -> float:
    return float(2 ** (step / STEPS_PER_DOUBLING)) - 1


BEGINNING = 3  # letters that a word shares with the words it is compared to
ENDS = 2  # letters, at one end or the other, that a slip of the pen leaves alone


@dataclass(frozen=True)
class Index:
    """Asked only what the browser, too, can ask of the pieces it fetches."""

    texts: tuple[SearchText, ...]  # archived ones last
    entries: Mapping[Key, Entry]
    all_postings: Mapping[Key, Postings]
    cuts: Mapping[str, Sequence[int]]  # where the compounds of titles and summaries come apart
    longest_phrase: int = 1  # in words, of those that have synonyms
    ends: int = ENDS

    def entry(self, key: Key) -> Entry | None:
        return self.entries.get(key)

    def postings(self, key: Key) -> Postings:
        return self.all_postings.get(key, {})

    def forms_of(self, key: Key) -> tuple[str, ...]:
        return self.entries[key].forms if key in self.entries else ()

    def is_word(self, key: Key) -> bool:
        return bool(self.forms_of(key))

    def is_archived(self, text: int) -> bool:
        return self.texts[text].archived

    def starting_with(self, folded: str) -> list[Entry]:
        start = bisect_left(self.in_order, (folded, ""))
        return [
            self.entries[key]
            for _folded, key in takewhile(
                lambda pair: pair[0].startswith(folded), islice(self.in_order, start, None)
            )
        ]

    def near(self, folded: str) -> list[Entry]:
        return self.starting_with(folded[:BEGINNING])

    def ending_with(self, folded: str) -> Sequence[Key]:
        """Words only, by the end of their stem."""
        return self.by_ending.get(folded, ())

    @cached_property
    def in_order(self) -> Sequence[tuple[str, Key]]:
        """Every key, in order of its letters without rings and dots."""
        return sorted((fold(key), key) for key in self.entries)

    @cached_property
    def by_ending(self) -> Mapping[str, Sequence[Key]]:
        found: dict[str, list[Key]] = defaultdict(list)
        for folded, key in self.in_order:
            if self.is_word(key):
                found[folded[-ENDS:]].append(key)
        return found


# ---- Building ----


def index_of(given: Iterable[SearchText], synonyms: Synonyms) -> Index:
    texts = tuple(sorted(given, key=lambda text: text.archived))
    fields = [_fields_of(text) for text in texts]
    forms = _forms_in(fields)
    compounds = _Compounds(forms)
    weights = _weights(fields, compounds, synonyms)
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
        key: {text: step_from(weight) for text, weight in sorted(found.items())}
        for key, found in weights.items()
    }
    longest = max((key.count(" ") + 1 for key in synonyms.found), default=1)
    shown = {word for words in fields for name in SHOWN for word in words[name]}
    cuts = {word: found for word in sorted(shown) if (found := compounds.cuts(word))}
    return Index(texts, entries, postings, cuts, longest)


def _commonest(forms: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(forms, key=lambda form: (-forms[form], form)))


def _weights(
    fields: Sequence[Mapping[str, Sequence[str]]], compounds: _Compounds, synonyms: Synonyms
) -> Mapping[Key, Mapping[int, float]]:
    """For every word, part of a compound and phrase, how much of it each text holds."""
    weights: dict[Key, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    phrases: dict[Key, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    average = {
        name: sum(len(words[name]) for words in fields) / max(1, len(fields)) or 1
        for name in FIELDS
    }
    for number, words in enumerate(fields):
        for name, counts in FIELDS.items():
            length = len(words[name]) / average[name]
            share = counts / (1 - LENGTH_COUNTS + LENGTH_COUNTS * length)
            told = [word for word in words[name] if word not in STOP_WORDS]
            keys = [stem(word) for word in told]
            for word, key in zip(told, keys, strict=True):
                weights[key][number] += share
                for part in compounds.within(word):
                    weights[part][number] += share * PART_COUNTS
            for joined in words[f"{name}-joined"]:
                weights[stem(joined)][number] += share
            for phrase in _phrases_of(keys, synonyms):
                phrases[phrase][number] += share
    often = max(PHRASE_TEXTS, len(fields) // PHRASE_SHARE)
    for phrase, found in phrases.items():
        if len(found) >= often or phrase in synonyms.keys:
            weights[phrase] = found
    return weights


def _phrases_of(keys: Sequence[Key], synonyms: Synonyms) -> Iterator[Key]:
    """All pairs side by side, and the longer phrases that are synonyms of something."""
    for pair in pairwise(keys):
        yield " ".join(pair)
    for length in synonyms.lengths:
        for start in range(len(keys) - length + 1):
            phrase = " ".join(keys[start : start + length])
            if phrase in synonyms.keys:
                yield phrase


def _fields_of(text: SearchText) -> Mapping[str, Sequence[str]]:
    """The words of each field, and under "<field>-joined" those with hyphens, written together."""
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
        self.part_forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self._split: dict[str, Parts | None] = {}
        self._within: dict[str, tuple[Key, ...]] = {}

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(
                word, lambda key: self.forms.get(key, ()), self.forms.__contains__
            )
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
