"""Index: which words, parts of compounds and known phrases stand in which texts."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from exempelbank.search.compounds import DROPPED
from exempelbank.search.gaps import texts_after
from exempelbank.search.synonyms import Synonym
from exempelbank.search.vocabulary import Key
from exempelbank.search.words import fold, stem


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


class Entry(NamedTuple):
    """What is known of a word, or of a phrase among the synonyms."""

    key: Key
    forms: tuple[str, ...] = ()  # as it stands in texts, shortest first; none for a phrase
    texts: int = 0  # that hold it: how often their number doubles, so that one more seldom shows
    parts: tuple[Key, Key] | None = None  # of a compound
    synonyms: tuple[Synonym, ...] = ()


class Postings(NamedTuple):
    """The texts that hold a word or phrase, and how much of it each holds: as much as an index may
    know of, so it is kept as the letters that the files have. As many of the ones as of the others.
    """

    gaps: str  # for each text, how far after the one before it comes: see gaps.py
    steps: str  # for each text, how much of it there is: see `step_from`


# A weight is kept as a step on this scale, written as one letter that JSON takes as it is.
STEPS_PER_DOUBLING = 6
STEP_LETTERS = "".join(map(chr, range(ord("#"), ord("\\"))))
_ENDS_OF_STEPS = [2 ** ((n + 1.5) / STEPS_PER_DOUBLING) - 1 for n in range(len(STEP_LETTERS) - 1)]


def step_from(weight: float) -> str:
    return STEP_LETTERS[bisect(_ENDS_OF_STEPS, weight)]


def weight_from(step: str) -> float:
    return float(2 ** ((STEP_LETTERS.index(step) + 1) / STEPS_PER_DOUBLING)) - 1


BEGINNING = 3  # letters that a word shares with the words it is compared to
ENDS = 2  # letters, at one end or the other, that a slip of the pen leaves alone


@dataclass(frozen=True)
class Index:
    """Asked only what the browser, too, can ask of the pieces it fetches."""

    texts: tuple[SearchText, ...]  # archived ones last
    entries: Mapping[Key, Entry]
    found: Mapping[Key, Postings]
    cuts: Mapping[str, Sequence[int]]  # where the compounds of titles and summaries come apart
    longest_phrase: int = 1  # in words, of those that have synonyms
    ends: int = ENDS

    def entry(self, key: Key) -> Entry | None:
        return self.entries.get(key)

    def postings(self, key: Key) -> Mapping[int, str]:
        """By text, the step of its weight."""
        found = self.found.get(key)
        return dict(zip(texts_after(found.gaps), found.steps, strict=True)) if found else {}

    def forms_of(self, key: Key) -> tuple[str, ...]:
        return self.entries[key].forms if key in self.entries else ()

    def key_of(self, form: str) -> Key | None:
        """The key of a form that stands in some text."""
        key = stem(form)
        return key if form in self.forms_of(key) else None

    def shortened(self, form: str) -> Key | None:
        """The key of a form that stands in some text, whole or with its last letter dropped."""
        return next(filter(None, map(self.key_of, (form, *(form + one for one in DROPPED)))), None)

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
        """Those that share its first letters; for a shorter word, only the same."""
        letters = folded[:BEGINNING]
        found = self.starting_with(letters)
        if len(letters) < BEGINNING:
            found = [entry for entry in found if fold(entry.key) == letters]
        return found

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
