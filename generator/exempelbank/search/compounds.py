"""A compound -> its parts, by the words that the site itself uses: grupp + bostad.

A first part may carry a joint (arbets-, hälso-, familje-) or have dropped a vowel (skol-). What
makes a false part is listed, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from exempelbank.search.language import word_lists
from exempelbank.search.words import LONGEST_WORD, STOP_WORDS, stem

SHORTEST_PART = 4  # letters, unless it is one of SHORT_PARTS
SHORTEST_COMPOUND = 6
JOINTS = "seoua"  # a letter that may stand between the parts, or take the place of the last
DROPPED = "ae"  # a letter that a first part may have lost, the likeliest first

SHORT_PARTS = word_lists()["short parts"]
NO_PARTS = word_lists()["no parts"]
COMMON_PARTS = word_lists()["common parts"]
_COMMON_STEMS = frozenset(stem(part) for part in COMMON_PARTS)


class Parts(NamedTuple):
    """A compound taken in two. `cut` is where the second part begins, in letters."""

    first: str  # stems
    second: str
    cut: int


Shortened = Callable[[str], str | None]
IsWord = Callable[[str], bool]
FirstStem = Callable[[str], str | None]


def first_stems(shortened: Shortened, is_word: IsWord) -> FirstStem:
    """What each first part comes from: arbets -> arbet(e), skol -> skol(a), hälso -> häls(a).

    `shortened` gives the stem of a form that stands by itself somewhere, or does so with one of
    DROPPED after it; `is_word` knows such stems. Compounds share their first parts, so each is
    looked up once.
    """
    return cache(partial(_first_stem, shortened, is_word))


def split(word: str, first_stem: FirstStem, is_word: IsWord) -> Parts | None:
    """The best place to take a word apart; None when it is no compound of known words."""
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    for cut in _CUTS[len(word)]:
        first = first_stem(word[:cut])
        if not first or not _may_be_part(word[cut:]):
            continue
        second = stem(word[cut:])
        if (second in _COMMON_STEMS or is_word(second)) and stem(word) not in (first, second):
            return Parts(first, second, cut)
    return None


def _first_stem(shortened: Shortened, is_word: IsWord, first: str) -> str | None:
    key = shortened(first)
    if not key and first[-1] in JOINTS and len(first) >= SHORTEST_PART:
        key = shortened(first[:-1])
    if not key and first in COMMON_PARTS:
        key = stem(first)
    if not key and first[-1] in "aes":
        alone = stem(first)  # vikarie- is known by vikarier alone
        key = alone if alone != first and is_word(alone) else None
    return key if key and _may_be_part(first) else None


def _may_be_part(form: str) -> bool:
    if form in NO_PARTS or form in STOP_WORDS:
        return False
    return len(form) >= SHORTEST_PART or form in SHORT_PARTS


def _cuts(length: int) -> Sequence[int]:
    """The best first: two parts of some length are surer than a short and a long one."""
    places = range(SHORTEST_PART - 1, length - SHORTEST_PART + 2)
    return sorted(places, key=lambda cut: max(cut, length - cut))


_CUTS = [_cuts(length) for length in range(LONGEST_WORD)]
