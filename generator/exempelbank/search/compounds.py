"""A compound -> its parts, by the words that the site itself uses: grupp + bostad.

A first part may end in a linking letter (arbets-, hälso-, familje-), or have dropped a vowel
(skol-). What makes a false part is listed, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from exempelbank.search.analysis import LONGEST_WORD, STOP_WORDS
from exempelbank.search.stemmer import Stem, stem_of
from exempelbank.search.word_lists import word_lists

SHORTEST_PART = 4  # letters, unless it is one of SHORT_PARTS
SHORTEST_COMPOUND = 6
LINKING_LETTERS = (
    "seoua"  # a letter that may stand between the parts, or take the place of the last
)
DROPPED_VOWELS = "ae"  # what a first part may have lost, the likeliest first

SHORT_PARTS = word_lists()["short parts"]
NO_PARTS = word_lists()["no parts"]
COMMON_PARTS = word_lists()["common parts"]
COMMON_STEMS = frozenset(stem_of(part) for part in COMMON_PARTS)


class Parts(NamedTuple):
    """A compound taken in two. `cut` is where the second part begins, in letters."""

    first: Stem
    second: Stem
    cut: int


StemOfClipped = Callable[[str], Stem | None]
IsWord = Callable[[Stem], bool]
FirstStem = Callable[[str], Stem | None]


def first_stems(stem_of_clipped: StemOfClipped, is_word: IsWord) -> FirstStem:
    """What each first part comes from: arbets -> arbet(e), skol -> skol(a), hälso -> häls(a).

    `stem_of_clipped` gives the stem of a form that stands by itself somewhere, or does so with one
    of DROPPED_VOWELS after it; `is_word` knows such stems. Compounds share their first parts, so
    each is looked up once.
    """
    return cache(partial(_first_stem, stem_of_clipped, is_word))


def split(word: str, first_stem: FirstStem, is_word: IsWord) -> Parts | None:
    """The best place to take a word apart; None when it is no compound of known words."""
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    for cut in _CUTS[len(word)]:
        first = first_stem(word[:cut])
        if not first or not _may_be_part(word[cut:]):
            continue
        second = stem_of(word[cut:])
        if (second in COMMON_STEMS or is_word(second)) and stem_of(word) not in (first, second):
            return Parts(first, second, cut)
    return None


def _first_stem(stem_of_clipped: StemOfClipped, is_word: IsWord, first: str) -> Stem | None:
    stem = listed_first_part(stem_of_clipped, first)
    if not stem and first in COMMON_PARTS:
        stem = stem_of(first)
    if not stem and first[-1] in "aes":
        alone = stem_of(first)  # vikarie- is known by vikarier alone
        stem = alone if alone != first and is_word(alone) else None
    if not stem and is_word(first):  # löp- by löpare
        stem = first
    return stem if stem and _may_be_part(first) else None


def listed_first_part(stem_of_clipped: StemOfClipped, first: str) -> Stem | None:
    """Only as it stands, or before a linking letter."""
    stem = stem_of_clipped(first)
    if not stem and first[-1] in LINKING_LETTERS and len(first) >= SHORTEST_PART:
        stem = stem_of_clipped(first[:-1])
    return stem if stem and _may_be_part(first) else None


def _may_be_part(form: str) -> bool:
    if form in NO_PARTS or form in STOP_WORDS:
        return False
    return len(form) >= SHORTEST_PART or form in SHORT_PARTS


def _cuts(length: int) -> Sequence[int]:
    """The best first: two parts of some length are surer than a short and a long one."""
    places = range(SHORTEST_PART - 1, length - SHORTEST_PART + 2)
    return sorted(places, key=lambda cut: max(cut, length - cut))


_CUTS = [_cuts(length) for length in range(LONGEST_WORD)]
