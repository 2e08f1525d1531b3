"""A question -> wants: one for each word or known phrase, met by any of several keys of the index.

The same steps are taken in the browser by theme/assets/js/search-question.js; a test holds the two
equal. What an index is asked here is only what the browser can fetch in small pieces: the entries
that begin with some letters, and the keys that end with some.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exempelbank.search.compounds import first_stems, split
from exempelbank.search.index import Entry, Index
from exempelbank.search.spelling import distance
from exempelbank.search.vocabulary import Key
from exempelbank.search.words import STOP_WORDS, fold, joined_words, stem, words_in

MOST_WORDS = 16  # of a question; the rest is not read
SHORTEST_BEGUN, MOST_BEGUN = 3, 60  # letters; ways for a word to go on
LIKE_NOTHING = 9  # slips
AHEAD = "ba"  # a syllable put before a word
SHORTEST_MISSPELT, TWO_SLIPS_FROM = 4, 8  # letters: below, a slip makes another word

# What a key counts, by how it came to stand for the reader's word.
WEIGHTS = {
    "phrase": 2.0,  # psykisk hälsa, known as one by the synonyms
    "joined": 1.3,  # grupp bostad -> gruppbostad
    "behind": 0.35,  # psykisk alone, beside psykisk hälsa
    "plain": 0.9,  # karlek -> kärlek
    "otherwise": 0.1,  # väl -> val, by a reader who has å, ä and ö
    "begun": 0.9,  # the last word goes on, and is no word as it stands: väl -> välfärdsteknik
    "begun_known": 0.35,
    "side_by_side": 1.0,  # dagverksamhet -> daglig verksamhet
    "side_by_side_known": 0.6,
    "both": 0.8,  # arbetsmarknadsprojekt -> projekt, and arbetsmarknad anywhere
    "both_known": 0.35,
    "first": 0.4,  # the first part says what it is about: ljudmiljö, demensvård
    "first_known": 0.12,
    "second": 0.2,
    "second_known": 0.08,
    "half": 0.4,  # parkskötsel, where only park is known
    "misspelt": 1.15,
    "slip": 0.3,  # less, for each slip
    "almost": 0.25,  # slips more than the nearest word, that others may have
}


class Way(NamedTuple):
    """A key that meets a want; or several, all needed."""

    keys: tuple[Key, ...]
    weight: float
    why: str  # a name of WHYS


# For `--explain`, and for what the search page says it did.
WHYS = ("word", "phrase", "joined", "synonym", "begun", "parts", "part", "misspelt")
# One word of many that the reader may have meant: as rare as all of them together.
GUESSES = frozenset({"begun", "misspelt"})


class Want(NamedTuple):
    words: tuple[str, ...]
    ways: Sequence[Way]
    counts: bool = True  # towards how much of the question a text meets


@dataclass(slots=True)
class Question:
    wants: list[Want] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)  # misspelt word -> the likeliest


def question_from(asked: str, index: Index) -> Question:
    words = words_in(asked)[:MOST_WORDS]
    told = [word for word in words if word not in STOP_WORDS] or words
    reader = _Reader(index, any(letter in "åäö" for word in words for letter in word))
    goes_on = bool(words) and told[-1] == words[-1]
    question = Question(meant=reader.meant)
    at = 0
    while at < len(told):
        last = goes_on and at == len(told) - 1
        want = reader.phrase(told[at:]) or reader.joined(told[at : at + 2])
        question.wants.append(want or Want((told[at],), reader.word(told[at], last)))
        at += len(question.wants[-1].words)
    for word in joined_words(asked):
        question.wants.append(Want((word,), (Way((stem(word),), 1.0, "joined"),), counts=False))
    return question


def _phrase(words: Sequence[str]) -> Key:
    return " ".join(stem(word) for word in words)


@dataclass(slots=True)
class _Reader:
    index: Index
    has_rings: bool  # å, ä and ö on the keyboard: then väl is not val
    meant: dict[str, str] = field(default_factory=dict)

    def phrase(self, told: Sequence[str]) -> Want | None:
        """The longest phrase at the beginning that has synonyms."""
        for length in range(min(self.index.longest_phrase, len(told)), 1, -1):
            words = tuple(told[:length])
            entry = self.index.entry(_phrase(words))
            if entry and entry.synonyms:
                return Want(words, [*_ways_to(entry, WEIGHTS["phrase"], "phrase"),
                                    *self._behind(words)])  # fmt: skip
        return None

    def joined(self, pair: Sequence[str]) -> Want | None:
        """Two words that are one elsewhere."""
        if len(pair) < 2:
            return None
        first, second = pair
        compounds = self._compounds_of((stem(first), stem(second)), first + second)
        if not compounds:
            return None
        ways = [way for entry in compounds for way in _ways_to(entry, WEIGHTS["joined"], "joined")]
        return Want((first, second), [*ways, *self._behind(pair)])

    def _behind(self, words: Sequence[str]) -> Iterator[Way]:
        for word in words:
            for entry in self._same(word):
                weight = WEIGHTS["behind"] * self._likeness(word, entry)
                yield Way((entry.key,), weight, "word")

    def word(self, word: str, goes_on: bool) -> list[Way]:
        same = self._same(word)
        ways: list[Way] = []
        known = False
        for entry in same:
            weight = self._likeness(word, entry)
            known = known or weight > WEIGHTS["otherwise"]
            ways += _ways_to(entry, weight, "word")
        if len(word) >= SHORTEST_BEGUN and (goes_on or not known):
            ways += self._begun(word, {entry.key for entry in same}, known)
        first_stem = first_stems(self.index.shortened, self.index.is_word)
        if parts := split(word, first_stem, self.index.is_word):
            pair = parts.first, parts.second
            for entry in () if known else self._compounds_of(pair, word):
                known = True
                ways += _ways_to(entry, 1.0, "word")
            ways += self._in_parts(pair, known)
        if not known and not any(self._held(way) for way in ways if way.why != "part"):
            ways += self._misspelt(word)
        if not known and not ways:
            ways += self._half(word)
        return ways

    def _same(self, word: str) -> list[Entry]:
        """The entries of a word, with or without rings and dots. A form that is known says more
        than a stem: lattlast would stem to lattl.
        """
        folded, key = fold(word), fold(stem(word))
        near = self.index.near(folded)
        formed = [entry for entry in near if any(fold(form) == folded for form in entry.forms)]
        return formed or [entry for entry in near if fold(entry.key) == key]

    def _likeness(self, word: str, entry: Entry) -> float:
        if entry.key == stem(word) or word in entry.forms:
            return 1.0
        return WEIGHTS["otherwise" if self.has_rings else "plain"]

    def _begun(self, word: str, besides: Collection[Key], known: bool) -> Iterator[Way]:
        found = [
            entry
            for entry in self.index.starting_with(fold(word))
            if entry.forms and entry.key not in besides
            and (not self.has_rings or any(form.startswith(word) for form in entry.forms))
        ]  # fmt: skip
        found.sort(key=lambda entry: (-entry.texts, entry.key))
        weight = WEIGHTS["begun_known" if known else "begun"]
        for entry in found[:MOST_BEGUN]:
            yield Way((entry.key,), weight, "begun")

    def _compounds_of(self, parts: tuple[Key, Key], together: str) -> list[Entry]:
        """The words made of these parts, whatever joint is between, or none."""
        key = stem(together)
        return [
            entry
            for entry in self.index.near(fold(together))
            if entry.parts == parts or entry.key == key
        ]

    def _in_parts(self, parts: tuple[Key, Key], known: bool) -> Iterator[Way]:
        how = "_known" if known else ""
        if phrase := self.index.entry(" ".join(parts)):
            yield Way((phrase.key,), WEIGHTS["side_by_side" + how], "parts")
            yield from _synonym_ways(phrase, 1.0)
        yield Way(parts, WEIGHTS["both" + how], "parts")
        for part, which in zip(parts, ("first", "second"), strict=True):
            yield Way((part,), WEIGHTS[which + how], "part")
            if not known:
                yield from _synonym_ways(self.index.entry(part), WEIGHTS[which])

    def _held(self, way: Way) -> bool:
        """Does any text hold all its keys?"""
        held = [set(self.index.postings(key)) for key in way.keys]
        return bool(set.intersection(*held))

    def _misspelt(self, word: str) -> list[Way]:
        if len(word) < SHORTEST_MISSPELT:
            return []
        most = 2 if len(word) >= TWO_SLIPS_FROM else 1
        slips = self._slips_to_words_near(word, most)
        fewest = min(slips.values(), default=most + 1)
        if fewest > most:
            return []
        near = sorted(
            (
                entry
                for key in slips
                if slips[key] <= fewest + WEIGHTS["almost"] and (entry := self.index.entry(key))
            ),
            key=lambda entry: (slips[entry.key], -entry.texts, entry.key),
        )
        ways: list[Way] = []
        for entry in near:
            weight = WEIGHTS["misspelt"] - slips[entry.key] * WEIGHTS["slip"]
            ways += _ways_to(entry, weight, "misspelt")
        if near:
            self.meant[word] = min(
                near[0].forms, key=lambda form: distance(word, form, LIKE_NOTHING)
            )
        return ways

    def _slips_to_words_near(self, word: str, most: int) -> dict[Key, float]:
        """A slip leaves either the beginning or the end of a word alone."""
        folded = fold(word)
        slips = {
            entry.key: min(distance(folded, fold(form), most) for form in entry.forms)
            for entry in self.index.starting_with(folded[: self.index.ends])
            if entry.forms
        }
        # A lost vowel hides from the stemmer where endings may begin: mnskade keeps its -ad.
        for stemmed in {stem(word), stem(AHEAD + word).removeprefix(AHEAD)}:
            for key in self.index.ending_with(fold(stemmed)[-self.index.ends :]):
                before = slips.get(key, most + 1)
                slips[key] = min(before, distance(fold(stemmed), fold(key), most))
        return slips

    def _half(self, word: str) -> Iterator[Way]:
        """An unknown compound of which only the first part is known."""
        folded = fold(word)
        for entry in self.index.near(folded):
            if entry.forms and len(entry.key) > 3 and folded.startswith(fold(entry.key)):
                yield Way((entry.key,), WEIGHTS["half"], "part")


def _ways_to(entry: Entry, weight: float, why: str) -> Iterator[Way]:
    yield Way((entry.key,), weight, why)
    yield from _synonym_ways(entry, weight)


def _synonym_ways(entry: Entry | None, weight: float) -> Iterator[Way]:
    for key, counts in entry.synonyms if entry else ():
        yield Way((key,), weight * counts, "synonym")
