"""A reader's words -> Query: a clause for each word or known phrase, met by any of several stems of
the index.

The same steps are taken in the browser by theme/assets/search/query.js; a test holds the two equal.
What an index is asked here is only what the browser can fetch in small chunks: the entries with
some prefix, and the stems with some suffix.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from exempelbank.search.analysis import STOP_WORDS, fold, joined_words_in, words_in
from exempelbank.search.compounds import first_stems, split
from exempelbank.search.corrections import corrections_of, likeliest_form
from exempelbank.search.index import Index, LexiconEntry
from exempelbank.search.stemmer import Stem, stem_of

MOST_WORDS = 16  # of a query; the rest is not read
SHORTEST_PREFIX, MOST_COMPLETIONS = 3, 60  # letters; ways for a word to go on

# What a stem counts, by how it came to stand for the reader's word.
WEIGHTS = {
    "phrase": 2.0,  # psykisk hälsa, known as one by the synonyms
    "joined": 1.3,  # grupp bostad -> gruppbostad
    "word_of_phrase": 0.35,  # psykisk alone, beside psykisk hälsa
    "without_diacritics": 0.9,  # karlek -> kärlek
    "other_diacritics": 0.1,  # väl -> val, by a reader who has å, ä and ö
    "completion": 0.9,  # the last word goes on, and is no word as it stands: väl -> välfärdsteknik
    "completion_known": 0.35,
    "parts_as_phrase": 1.0,  # dagverksamhet -> daglig verksamhet
    "parts_as_phrase_known": 0.6,
    "both_parts": 0.8,  # arbetsmarknadsprojekt -> projekt and arbetsmarknad anywhere
    "both_parts_known": 0.35,
    "first_part": 0.4,  # the first part says what it is about: ljudmiljö, demensvård
    "second_part": 0.2,
    "per_doubling": 0.05,  # from the first part to the second, for each that it is commoner by
    "first_part_alone": 0.4,  # parkskötsel, where only park is known
    "correction": 1.15,
    "per_edit": 0.3,  # less, for each edit
}


_DIGIT = re.compile("[0-9]")

# How a candidate matches the reader's word. `--explain` prints it: a completion is begun, a
# correction misspelt.
MatchKind = Literal["word", "phrase", "joined", "synonym", "begun", "parts", "part", "misspelt"]


class Candidate(NamedTuple):
    """A stem that meets a clause; or several, all needed."""

    stems: tuple[Stem, ...]
    weight: float
    match: MatchKind


# One word of many that the reader may have meant: as rare as all of them together.
GUESSES: frozenset[MatchKind] = frozenset({"begun", "misspelt"})


# The reader's own words, however they are written; other matches are only near.
WHOLE_MATCHES: frozenset[MatchKind] = frozenset({"word", "phrase", "joined", "begun"})


class Clause(NamedTuple):
    words: tuple[str, ...]
    candidates: Sequence[Candidate]
    counts: bool = True  # towards how much of the query a document meets


@dataclass(slots=True)
class Query:
    clauses: list[Clause] = field(default_factory=list)
    mended: dict[str, str] = field(default_factory=dict)  # misspelt word -> the likeliest


def query_from(text: str, index: Index) -> Query:
    """`text`: what the reader wrote, of any length and with anything in it."""
    words = words_in(text)[:MOST_WORDS]
    only_stop_words = STOP_WORDS.issuperset(words)
    parser = _Parser(index, any(letter in "åäö" for word in words for letter in word))
    query = Query(mended=parser.mended)
    if clause := parser.number([word for word in words if word not in STOP_WORDS]):
        query.clauses.append(clause)
        return query
    at = 0
    while at < len(words):
        passed_over = words[at] in STOP_WORDS and not only_stop_words
        looked_up = not passed_over or words[at] in index.phrase_openers
        clause = parser.phrase(words[at:]) if looked_up else None
        if passed_over and not clause:
            at += 1
            continue
        clause = clause or parser.joined(words[at : at + 3])
        may_go_on = at == len(words) - 1
        query.clauses.append(clause or Clause((words[at],), parser.word(words[at], may_go_on)))
        at += len(query.clauses[-1].words)
    for word in joined_words_in(text):
        candidate = Candidate((stem_of(word),), 1.0, "joined")
        query.clauses.append(Clause((word,), (candidate,), counts=False))
    return query


def _holds_digit(word: str) -> bool:
    return bool(_DIGIT.search(word))


def _stem_of_phrase(words: Sequence[str]) -> Stem:
    return " ".join(stem_of(word) for word in words)


@dataclass(slots=True)
class _Parser:
    index: Index
    has_diacritics: bool  # å, ä and ö on the keyboard: then väl is not val
    mended: dict[str, str] = field(default_factory=dict)

    def number(self, words: Sequence[str]) -> Clause | None:
        """The whole question, where texts hold it: EX-2026-003 is not what else is of 2026."""
        if sum(map(_holds_digit, words)) < 2:
            return None
        entry = self.index.entry(stem_of("".join(words)))
        if not (entry and entry.frequency_class):
            return None
        return Clause(tuple(words), [Candidate((entry.stem,), 1.0, "joined")])

    def phrase(self, words: Sequence[str]) -> Clause | None:
        """The longest phrase at the beginning that stands among the synonyms."""
        for length in range(min(self.index.longest_phrase, len(words)), 1, -1):
            phrase = tuple(words[:length])
            entry = self.index.entry(_stem_of_phrase(phrase))
            if entry:
                candidates = _with_synonyms(entry, WEIGHTS["phrase"], "phrase")
                return Clause(phrase, [*candidates, *self._each_alone(phrase)])
        return None

    def joined(self, words: Sequence[str]) -> Clause | None:
        """Two words that are one elsewhere; not when the second and the third are so oftener."""
        pair = words[:2]
        compounds = self._joined_with_next(words)
        if not compounds:
            return None
        if _commonest(self._joined_with_next(words[1:])) > _commonest(compounds):
            return None
        candidates = [
            candidate
            for entry in compounds
            for candidate in _with_synonyms(entry, WEIGHTS["joined"], "joined")
        ]
        return Clause(tuple(pair), [*candidates, *self._each_alone(pair)])

    def _joined_with_next(self, words: Sequence[str]) -> list[LexiconEntry]:
        if len(words) < 2 or not STOP_WORDS.isdisjoint(words[:2]):
            return []
        return self._compounds_of((stem_of(words[0]), stem_of(words[1])), words[0] + words[1])

    def _each_alone(self, words: Sequence[str]) -> Iterator[Candidate]:
        stems = tuple(stem_of(word) for word in words if word not in STOP_WORDS)
        if len(stems) > 1:
            yield Candidate(stems, WEIGHTS["both_parts"], "parts")
        for word in words:
            for entry in self._entries_of(word):
                weight = WEIGHTS["word_of_phrase"] * self._likeness(word, entry)
                yield Candidate((entry.stem,), weight, "part")

    def word(self, word: str, may_go_on: bool) -> list[Candidate]:
        entries = self._entries_of(word)
        candidates: list[Candidate] = []
        known = well_written = False
        for entry in entries:
            weight = self._likeness(word, entry)
            well_written = well_written or weight == 1.0
            if entry.frequency_class and weight > WEIGHTS["other_diacritics"]:
                known = True
            candidates += _with_synonyms(entry, weight, "word")
        if len(word) >= SHORTEST_PREFIX and (may_go_on or not known):
            candidates += self._completions(word, {entry.stem for entry in entries}, known)
        first_stem = first_stems(self.index.stem_of_clipped, self.index.is_word)
        if parts := split(word, first_stem, self.index.is_word):
            pair = parts.first, parts.second
            others = () if known else self._compounds_of(pair, word)
            for entry in others:
                if entry not in entries:
                    known = known or bool(entry.frequency_class)
                    candidates += _with_synonyms(entry, 1.0, "word")
            candidates += self._in_parts(pair, known)
        matches_whole = (self._has_documents(c) for c in candidates if c.match != "part")
        if not known and not well_written and not any(matches_whole):
            candidates += self._corrections(word)
        if not known and not candidates:
            candidates += self._first_part_alone(word)
        return candidates

    def _entries_of(self, word: str) -> list[LexiconEntry]:
        """With or without rings and dots. A form that is known says more than a stem: lattlast
        would stem to lattl.
        """
        folded, folded_stem = fold(word), fold(stem_of(word))
        entries = self.index.sharing_prefix_with(folded)
        with_form = [
            entry for entry in entries if any(fold(form) == folded for form in entry.forms)
        ]
        if with_form:
            return with_form
        if not folded.startswith(folded_stem[: self.index.prefix_length]):  # böcker - bok
            entries = self.index.sharing_prefix_with(folded_stem)
        return [entry for entry in entries if fold(entry.stem) == folded_stem]

    def _likeness(self, word: str, entry: LexiconEntry) -> float:
        if entry.stem == stem_of(word) or word in entry.forms:
            return 1.0
        return WEIGHTS["other_diacritics" if self.has_diacritics else "without_diacritics"]

    def _completions(
        self, word: str, besides: Collection[Stem], known: bool
    ) -> Iterator[Candidate]:
        entries = [
            entry
            for entry in self.index.with_prefix(fold(word))
            if entry.forms and entry.stem not in besides
            and (not self.has_diacritics or any(form.startswith(word) for form in entry.forms))
        ]  # fmt: skip
        entries.sort(key=lambda entry: (-entry.frequency_class, entry.stem))
        weight = WEIGHTS["completion_known" if known else "completion"]
        for entry in entries[:MOST_COMPLETIONS]:
            yield Candidate((entry.stem,), weight, "begun")

    def _compounds_of(self, parts: tuple[Stem, Stem], joined: str) -> list[LexiconEntry]:
        """The words made of these parts, whatever linking letter is between, or none."""
        stem = stem_of(joined)
        return [
            entry
            for entry in self.index.sharing_prefix_with(fold(joined))
            if entry.parts == parts or entry.stem == stem
        ]

    def _in_parts(self, parts: tuple[Stem, Stem], known: bool) -> Iterator[Candidate]:
        if_known = "_known" if known else ""
        if phrase := self.index.entry(" ".join(parts)):
            yield Candidate((phrase.stem,), WEIGHTS["parts_as_phrase" + if_known], "joined")
            yield from _synonyms_of(phrase, 1.0)
        yield Candidate(parts, WEIGHTS["both_parts" + if_known], "parts")
        if known:
            return
        # The first part says what it is about, but for one that is common beside the second.
        first, second = map(self.index.entry, parts)
        commoner = max(0, _frequency_class(first) - _frequency_class(second))
        shift = WEIGHTS["per_doubling"] * commoner
        yield from _part_of(parts[0], first, max(0, WEIGHTS["first_part"] - shift))
        yield from _part_of(parts[1], second, WEIGHTS["second_part"] + shift)

    def _has_documents(self, candidate: Candidate) -> bool:
        """Does any document hold all its stems?"""
        documents = [set(self.index.postings(stem)) for stem in candidate.stems]
        return bool(set.intersection(*documents))

    def _corrections(self, word: str) -> Iterator[Candidate]:
        corrections = corrections_of(word, self.index)
        form = likeliest_form(word, corrections, has_diacritics=self.has_diacritics)
        if form:
            self.mended[word] = form
        for entry, edits in corrections:
            weight = WEIGHTS["correction"] - edits * WEIGHTS["per_edit"]
            yield from _with_synonyms(entry, weight, "misspelt")

    def _first_part_alone(self, word: str) -> Iterator[Candidate]:
        """An unknown compound of which only the first part is known."""
        folded = fold(word)
        for entry in self.index.sharing_prefix_with(folded):
            if entry.forms and len(entry.stem) > 3 and folded.startswith(fold(entry.stem)):
                yield Candidate((entry.stem,), WEIGHTS["first_part_alone"], "part")


def _with_synonyms(entry: LexiconEntry, weight: float, match: MatchKind) -> Iterator[Candidate]:
    yield Candidate((entry.stem,), weight, match)
    yield from _synonyms_of(entry, weight)


def _part_of(stem: Stem, entry: LexiconEntry | None, weight: float) -> Iterator[Candidate]:
    yield Candidate((stem,), weight, "part")
    yield from _synonyms_of(entry, weight)


def _frequency_class(entry: LexiconEntry | None) -> int:
    return entry.frequency_class if entry else 0


def _commonest(entries: Iterable[LexiconEntry]) -> int:
    return max(map(_frequency_class, entries), default=-1)


def _synonyms_of(entry: LexiconEntry | None, weight: float) -> Iterator[Candidate]:
    for stem, share in entry.synonyms if entry else ():
        yield Candidate((stem,), weight * share, "synonym")
