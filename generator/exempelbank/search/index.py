"""Index: which words, parts of compounds and known phrases stand in which documents."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from exempelbank.search.analysis import fold
from exempelbank.search.compounds import DROPPED_VOWELS
from exempelbank.search.delta_encoding import decoded_deltas
from exempelbank.search.stemmer import Stem, stem_of
from exempelbank.search.synonyms import Synonym


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page as search sees it. Plain text throughout."""

    id: str
    address: str  # from the root of the site
    kind: str  # "example", "news" ...: readers can choose among them
    title: str
    summary: str = ""
    labels: tuple[str, ...] = ()  # focus area, target group, municipality ... as people read them
    body: str = ""
    archived: bool = False
    note: str = ""  # shown beside the kind: a municipality, a day
    facets: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # as on the list of examples


class LexiconEntry(NamedTuple):
    """What is known of a word, or of a phrase among the synonyms."""

    stem: Stem
    forms: tuple[str, ...] = ()  # as it stands in documents, shortest first; none for a phrase
    # How often the number of documents that hold it doubles, so that one more seldom shows.
    frequency_class: int = 0
    parts: tuple[Stem, Stem] | None = None  # of a compound
    synonyms: tuple[Synonym, ...] = ()


class EncodedPostings(NamedTuple):
    """The documents that hold a word or phrase, and how much of it each holds: as much as an index
    may know of, so it stays the letters that the files have. As many deltas as levels.
    """

    deltas: str  # for each document, how far after the one before it comes: see delta_encoding.py
    levels: str  # for each document, how much of it there is: see `level_of`


# A weight is quantized to a level on this scale, written as one letter that JSON takes as it is.
LEVELS_PER_DOUBLING = 6
LEVEL_LETTERS = "".join(map(chr, range(ord("#"), ord("\\"))))
_UPPER_BOUNDS = [2 ** ((n + 1.5) / LEVELS_PER_DOUBLING) - 1 for n in range(len(LEVEL_LETTERS) - 1)]


def level_of(weight: float) -> str:
    return LEVEL_LETTERS[bisect(_UPPER_BOUNDS, weight)]


def weight_of(level: str) -> float:
    return float(2 ** ((LEVEL_LETTERS.index(level) + 1) / LEVELS_PER_DOUBLING)) - 1


PREFIX_LENGTH = 3  # letters that a word shares with the words it is compared to
SUFFIX_LENGTH = 2  # letters, at one end or the other, that an edit leaves alone


@dataclass(frozen=True)
class Index:
    """Asked only what the browser, too, can ask of the chunks it fetches."""

    documents: tuple[SearchDocument, ...]  # archived ones last
    entries: Mapping[Stem, LexiconEntry]
    encoded_postings: Mapping[Stem, EncodedPostings]
    cuts: Mapping[str, Sequence[int]]  # where the compounds of titles and summaries come apart
    longest_phrase: int = 1  # in words, of those among the synonyms
    phrase_openers: frozenset[str] = frozenset()  # stop words that any of those begins with
    prefix_length: int = PREFIX_LENGTH
    suffix_length: int = SUFFIX_LENGTH

    def entry(self, stem: Stem) -> LexiconEntry | None:
        return self.entries.get(stem)

    def postings(self, stem: Stem) -> Mapping[int, str]:
        """By document, the level of its weight."""
        encoded = self.encoded_postings.get(stem)
        if not encoded:
            return {}
        return dict(zip(decoded_deltas(encoded.deltas), encoded.levels, strict=True))

    def forms_of(self, stem: Stem) -> tuple[str, ...]:
        return self.entries[stem].forms if stem in self.entries else ()

    def stem_of_known(self, form: str) -> Stem | None:
        """The stem of a form that stands in some document."""
        stem = stem_of(form)
        return stem if form in self.forms_of(stem) else None

    def stem_of_clipped(self, form: str) -> Stem | None:
        """The stem of a form that stands in some document, whole or with its last vowel dropped."""
        whole_forms = (form, *(form + vowel for vowel in DROPPED_VOWELS))
        return next(filter(None, map(self.stem_of_known, whole_forms)), None)

    def is_word(self, stem: Stem) -> bool:
        return bool(self.forms_of(stem))

    def is_archived(self, document: int) -> bool:
        return self.documents[document].archived

    def with_prefix(self, folded: str) -> list[LexiconEntry]:
        start = bisect_left(self.folded_stems, (folded, ""))
        return [
            self.entries[stem]
            for _folded, stem in takewhile(
                lambda pair: pair[0].startswith(folded), islice(self.folded_stems, start, None)
            )
        ]

    def sharing_prefix_with(self, folded: str) -> list[LexiconEntry]:
        """Those that share its first letters; for a shorter word, only the same."""
        prefix = folded[:PREFIX_LENGTH]
        entries = self.with_prefix(prefix)
        if len(prefix) < PREFIX_LENGTH:
            entries = [entry for entry in entries if fold(entry.stem) == prefix]
        return entries

    def with_suffix(self, folded: str) -> Sequence[Stem]:
        """Words only, by the last letters of their stem."""
        return self.stems_by_suffix.get(folded, ())

    @cached_property
    def folded_stems(self) -> Sequence[tuple[str, Stem]]:
        """Every stem, in order of its letters without rings and dots."""
        return sorted((fold(stem), stem) for stem in self.entries)

    @cached_property
    def stems_by_suffix(self) -> Mapping[str, Sequence[Stem]]:
        stems: dict[str, list[Stem]] = defaultdict(list)
        for folded, stem in self.folded_stems:
            if self.is_word(stem):
                stems[folded[-SUFFIX_LENGTH:]].append(stem)
        return stems
