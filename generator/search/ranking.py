"""A question and an Index -> the texts that answer it, best first.

The question becomes wants, one for each word or known phrase; a want is met by any of several keys,
each with a weight and a reason. A text scores by the best key for every want (BM25), and by how much
of the question it meets at all. The same steps are taken in the browser: theme/assets/js/search-rank.js.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from generator.search.compounds import split
from generator.search.index import ENDS, Entry, Index, Key, weight_from
from generator.search.spelling import distance
from generator.search.words import STOP_WORDS, fold, joined_words, stem, words_in

MOST_WORDS = 16  # of a question; the rest is not read

# What a key counts, by how it came to stand for the reader's word.
JOINED = 1.3  # grupp bostad -> gruppbostad
UNLIKE_RINGS = 0.25  # the reader wrote val, with other å, ä, ö in the question: väl
RINGS_MISSING = 0.9  # the reader writes without å, ä, ö at all
BEGUN = 0.35  # the last word goes on: väl -> välfärdsteknik
BEGUN_UNKNOWN = 0.9  # and is no word as it stands
ALL_PARTS = 0.8  # arbetsmarknadsprojekt -> arbetsmarknad and projekt, both
ALL_PARTS_KNOWN = 0.35
ONE_PART = 0.4, 0.2  # the first says what it is about: ljudmiljö, demensvård
ONE_PART_KNOWN = 0.12, 0.08
HALF_KNOWN = 0.4
APART = 0.35  # of a phrase, its words somewhere in the text
LONGER = 0.5
SHARED = 3  # letters at the beginning
PHRASE_BONUS = 0.6
BEHIND_PHRASE = 0.35  # psykisk, of psykisk hälsa
MISSPELT, EACH_EDIT, ALMOST = 1.15, 0.3, 0.25

SATURATION = 1.8
AGREEING = 0.3  # of the other ways to the same text, beside the best
COVERAGE = 0.7  # of the score, what depends on how much of the question is met
MOST_BEGUN = 60
# A guess is one word of many that the reader may have meant: it is as rare as all of them together.
GUESSES = {"begun", "misspelt"}


class Way(NamedTuple):
    """A key (or several, all needed) that meets a want."""

    keys: tuple[Key, ...]
    weight: float
    why: str


@dataclass(slots=True)
class Want:
    words: tuple[str, ...]
    counts: bool  # towards coverage
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    text: int  # its number in the index
    score: float
    reasons: tuple[tuple[str, Way], ...] = ()


def rank(question: str, index: Index) -> list[Hit]:
    wants = wants_of(question, index)
    scores: dict[int, float] = {}
    met: dict[int, float] = {}
    reasons: dict[int, list[tuple[str, Way]]] = {}
    total = 0.0
    for want in wants:
        scored = _scored(want, index)
        if not scored:
            continue
        share = 1.0 if want.counts else 0.0
        total += share
        for number, (score, way) in scored.items():
            scores[number] = scores.get(number, 0) + score
            met[number] = met.get(number, 0) + share
            reasons.setdefault(number, []).append((" ".join(want.words), way))
    hits = [
        Hit(
            number,
            score * (1 - COVERAGE + COVERAGE * met[number] / total if total else 1),
            tuple(reasons[number]),
        )
        for number, score in scores.items()
    ]
    hits.sort(key=lambda hit: (index.texts[hit.text].archived, -hit.score, hit.text))
    return hits


def _scored(want: Want, index: Index) -> dict[int, tuple[float, Way]]:
    """The score of each text that meets the want, and the way that counts most."""
    guesses = _rarity(_having([way for way in want.ways if way.why in GUESSES], index), index)
    sums: dict[int, float] = {}
    best: dict[int, tuple[float, Way]] = {}
    for way in want.ways:
        for number, score in _way_scores(way, index, guesses).items():
            score *= way.weight
            sums[number] = sums.get(number, 0) + score
            if number not in best or score > best[number][0]:
                best[number] = score, way
    return {
        number: (score + AGREEING * (sums[number] - score), way)
        for number, (score, way) in best.items()
    }


def _having(ways: Iterable[Way], index: Index) -> int:
    """How many texts hold any of the keys."""
    held: set[int] = set()
    for way in ways:
        if entry := index.entries.get(way.keys[0]):
            held.update(entry.postings)
    return len(held)


def _way_scores(way: Way, index: Index, guesses: float) -> dict[int, float]:
    found = [
        _term_scores(entry, guesses if way.why in GUESSES else _rarity(len(entry.postings), index))
        for key in way.keys
        if (entry := index.entries.get(key))
    ]
    if len(found) < len(way.keys):
        return {}
    first, *others = sorted(found, key=len)
    return {
        number: score + sum(other[number] for other in others)
        for number, score in first.items()
        if all(number in other for other in others)
    }


def _term_scores(entry: Entry, rarity: float) -> dict[int, float]:
    return {
        number: rarity * (SATURATION + 1) * weight / (SATURATION + weight)
        for number, step in entry.postings.items()
        if (weight := weight_from(step))
    }


def _rarity(having: int, index: Index) -> float:
    return log(1 + (len(index.texts) - having + 0.5) / (having + 0.5))


# ---- From words to ways ----


def wants_of(question: str, index: Index) -> list[Want]:
    words = words_in(question)[:MOST_WORDS]
    told = [word for word in words if word not in STOP_WORDS] or words
    ringed = any(letter in "åäö" for word in words for letter in word)
    last = len(told) - 1 if words and told and told[-1] == words[-1] else -1
    wants: list[Want] = []
    at = 0
    while at < len(told):
        want = _phrase_want(told, at, index) or _joined_want(told, at, index)
        if want:
            for word in want.words:
                for way in word_ways(word, index, ringed, False):
                    want.ways.append(way._replace(weight=way.weight * BEHIND_PHRASE))
        else:
            want = Want((told[at],), True, word_ways(told[at], index, ringed, at == last))
        wants.append(want)
        at += len(want.words)
    for joined in joined_words(question):
        wants.append(Want((joined,), False, [Way((stem(joined),), 1.0, "joined")]))
    for first, second in zip(told, told[1:], strict=False):
        phrase = f"{stem(first)} {stem(second)}"
        wants.append(Want((first, second), False, [Way((phrase,), PHRASE_BONUS, "phrase")]))
    return wants


def _phrase_want(told: Sequence[str], at: int, index: Index) -> Want | None:
    """The longest phrase from here that has synonyms."""
    for length in range(min(4, len(told) - at), 1, -1):
        words = tuple(told[at : at + length])
        entry = index.entries.get(" ".join(stem(word) for word in words))
        if entry and entry.synonyms:
            return Want(words, True, [Way((entry.key,), 1.5, "phrase"),
                *_synonym_ways(entry, 1.5)])
    return None


def _joined_want(told: Sequence[str], at: int, index: Index) -> Want | None:
    """Two words that are one elsewhere: grupp bostad."""
    if at + 1 == len(told):
        return None
    first, second = told[at : at + 2]
    found = _compounds_of((stem(first), stem(second)), first + second, index)
    if not found:
        return None
    ways = [Way((f"{stem(first)} {stem(second)}",), JOINED, "phrase")]
    for entry in found:
        ways += [Way((entry.key,), JOINED, "joined"), *_synonym_ways(entry, JOINED)]
    return Want((first, second), True, ways)


def _compounds_of(parts: tuple[Key, Key], together: str, index: Index) -> list[Entry]:
    """The words made of these parts, whatever joint stands between; or just written together."""
    key = stem(together)
    return [
        entry
        for entry in index.starting_with(fold(together)[:SHARED])
        if entry.parts == parts or entry.key == key
    ]


def word_ways(word: str, index: Index, ringed: bool, goes_on: bool) -> list[Way]:
    same = _same_words(word, index)
    ways: list[Way] = []
    known = False
    for entry in same:
        if entry.key == stem(word) or word in entry.forms:
            weight = 1.0
        else:
            weight = UNLIKE_RINGS if ringed else RINGS_MISSING
        known |= weight > UNLIKE_RINGS
        ways += [Way((entry.key,), weight, "word"), *_synonym_ways(entry, weight)]
    if len(word) >= 2 and (goes_on or not known):
        ways += _begun_ways(word, {entry.key for entry in same}, index, ringed, known)
    parts = split(word, lambda part: _forms(index, part))
    if parts:
        pair = parts.first, parts.second
        if not known:
            for entry in _compounds_of(pair, word, index):
                known = True
                ways += [Way((entry.key,), 1.0, "word"), *_synonym_ways(entry, 1.0)]
        ways += _part_ways(pair, index, known)
    if not known and not ways:
        ways += _misspelt_ways(word, index) 
    if not known and not ways:
        ways += _half_ways(word, index)
    return ways


def _same_words(word: str, index: Index) -> list[Entry]:
    """The entries of a word, with or without rings and dots. A known form says more than its stem:
    lattlast would stem to lattl.
    """
    folded, key = fold(word), fold(stem(word))
    near = index.starting_with(folded[:SHARED])
    formed = [entry for entry in near if any(fold(form) == folded for form in entry.forms)]
    return formed or [entry for entry in near if fold(entry.key) == key]


def _half_ways(word: str, index: Index) -> Iterator[Way]:
    """An unknown compound of which only one part is known: parkskötsel."""
    folded = fold(word)
    for entry in index.starting_with(folded[:SHARED]):
        if len(entry.key) >= 4 and folded.startswith(fold(entry.key)) and entry.forms:
            yield Way((entry.key,), HALF_KNOWN, "part")


def _forms(index: Index, key: Key) -> Sequence[str]:
    entry = index.entries.get(key)
    return entry.forms if entry else ()


def _synonym_ways(entry: Entry, weight: float) -> Iterator[Way]:
    for synonym in entry.synonyms:
        yield Way((synonym.key,), weight * synonym.weight, "synonym")
        keys = tuple(synonym.key.split(" "))
        if len(keys) == 2:
            yield Way(keys, weight * synonym.weight * APART, "synonym")


def _begun_ways(
    word: str, besides: Collection[Key], index: Index, ringed: bool, known: bool
) -> Iterator[Way]:
    found = [
        entry
        for entry in index.starting_with(fold(word))
        if entry.forms
        and entry.key not in besides
        and (not ringed or any(form.startswith(word) for form in entry.forms))
    ]
    found.sort(key=lambda entry: (-len(entry.postings), entry.key))
    for entry in found[:MOST_BEGUN]:
        weight = (BEGUN if known else BEGUN_UNKNOWN) * (len(word) / len(entry.key)) ** LONGER
        yield Way((entry.key,), min(weight, 1), "begun")


def _part_ways(parts: tuple[Key, Key], index: Index, known: bool) -> Iterator[Way]:
    phrase = " ".join(parts)
    yield Way((phrase,), 0.6 if known else 1.0, "parts")
    if entry := index.entries.get(phrase):
        yield from _synonym_ways(entry, 1.0)
    yield Way(parts, ALL_PARTS_KNOWN if known else ALL_PARTS, "parts")
    for part, weight in zip(parts, ONE_PART_KNOWN if known else ONE_PART, strict=True):
        yield Way((part,), weight, "part")
        if not known and (entry := index.entries.get(part)):
            yield from _synonym_ways(entry, weight)


def _misspelt_ways(word: str, index: Index) -> Iterator[Way]:
    if len(word) < 4:
        return
    most = 2 if len(word) >= 8 else 1
    folded, key = fold(word), fold(stem(word))
    near: dict[Key, float] = {}
    for entry in index.starting_with(folded[:ENDS]):
        if entry.forms:
            near[entry.key] = min(distance(folded, fold(form), most) for form in entry.forms)
    for other in index.ending_like(key):
        if " " not in other:
            near[other] = min(near.get(other, 9), distance(key, fold(other), most))
    fewest = min(near.values(), default=9)
    if fewest > most:
        return
    for other, edits in near.items():
        if edits <= fewest + ALMOST:
            yield Way((other,), MISSPELT - edits * EACH_EDIT, "misspelt")
            yield from _synonym_ways(index.entries[other], MISSPELT - edits * EACH_EDIT)
