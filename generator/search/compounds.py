"""A compound -> its parts, by the words that the site itself uses: grupp + bostad.

A first part may carry a joint (arbets-, hälso-, familje-) or have dropped a vowel (skol-). What
makes a false part is listed, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.search.language import word_lists
from generator.search.words import LONGEST_WORD, STOP_WORDS, stem

SHORTEST_PART = 4  # letters, unless it is one of SHORT_PARTS
SHORTEST_COMPOUND = 6
JOINTS = "seoua"  # a letter that may stand between the parts, or take the place of the last

SHORT_PARTS = word_lists()["short parts"]
NO_PARTS = word_lists()["no parts"]
COMMON_PARTS = word_lists()["common parts"]
_COMMON_STEMS = frozenset(stem(part) for part in COMMON_PARTS)


class Parts(NamedTuple):
    """A compound taken in two. `cut` is where the second part begins, in letters."""

    first: str  # stems
    second: str
    cut: int


def split(
    word: str, key_of: Callable[[str], str | None], is_word: Callable[[str], bool]
) -> Parts | None:
    """The best place to take a word apart; None when it is no compound of known words.

    `key_of` gives the stem of a form that stands by itself somewhere, `is_word` knows such stems.
    """
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    best: tuple[int, Parts] | None = None
    for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2):
        rest = word[cut:]
        # Two parts of some length are surer than a short and a long one.
        score = min(cut, len(rest))
        if (best and score <= best[0]) or not _may_be_part(rest):
            continue
        first = _first_stem(word[:cut], key_of, is_word)
        if not first:
            continue
        second, whole = stem(rest), stem(word)
        if whole not in (first, second) and (second in _COMMON_STEMS or is_word(second)):
            best = score, Parts(first, second, cut)
    return best and best[1]


def _first_stem(
    first: str, key_of: Callable[[str], str | None], is_word: Callable[[str], bool]
) -> str | None:
    """What a first part comes from: arbets -> arbet(e), skol -> skol(a), hälso -> häls(a)."""
    if not _may_be_part(first):
        return None
    for lemma in _lemmas(first):
        if key := key_of(lemma):
            return key
    if first in COMMON_PARTS:
        return stem(first)
    if first[-1] not in "aes":
        return None
    key = stem(first)  # vikarie- is known by vikarier alone
    return key if key != first and is_word(key) else None


def _lemmas(first: str) -> Iterator[str]:
    yield first
    yield from (first + vowel for vowel in "ae")
    if first[-1] in JOINTS and len(first) > SHORTEST_PART - 1:
        bare = first[:-1]
        yield from (bare, bare + "a", bare + "e")


def _may_be_part(form: str) -> bool:
    if form in NO_PARTS or form in STOP_WORDS:
        return False
    return len(form) >= SHORTEST_PART or form in SHORT_PARTS
