"""A compound -> its parts, by the words that the site itself uses: grupp + bostad.

A first part may carry a joint (arbets-, hälso-, familje-) or have dropped a vowel (skol-). What
makes a false part is listed, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
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
    word: str, forms_of: Callable[[str], Collection[str]], is_word: Callable[[str], bool]
) -> Parts | None:
    """The best place to take a word apart; None when it is no compound of known words.

    `forms_of` a stem gives the forms it stands in by itself; `is_word` asks only if there are any.
    """
    if not SHORTEST_COMPOUND <= len(word) < LONGEST_WORD:
        return None
    whole = stem(word)
    best: tuple[int, Parts] | None = None
    for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2):
        rest = word[cut:]
        if not _may_be_part(rest):
            continue
        second = stem(rest)
        if second == whole or not (second in _COMMON_STEMS or is_word(second)):
            continue
        first = _first_stem(word[:cut], forms_of)
        if first and first != whole:
            # Two parts of some length are surer than a short and a long one.
            score = min(cut, len(rest))
            if best is None or score > best[0]:
                best = score, Parts(first, second, cut)
    return best and best[1]


def _first_stem(first: str, forms_of: Callable[[str], Collection[str]]) -> str | None:
    """What a first part comes from: arbets -> arbet(e), skol -> skol(a), hälso -> häls(a)."""
    if not _may_be_part(first):
        return None
    for lemma in _lemmas(first):
        found = stem(lemma)
        if lemma in forms_of(found):
            return found
    found = stem(first)
    if first in COMMON_PARTS:
        return found
    # vikarie- is known by vikarier alone
    return found if first != found and first[-1] in "aes" and forms_of(found) else None


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
