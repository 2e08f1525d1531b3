"""A heading of an export -> its words, and whether one of them is a word that is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from exempelbank.text.normalization import normalised

_WORD = re.compile(r"[^\W_]+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")  # firstName
_LONGEST = 500  # characters; what is longer is no heading that someone thought out
# How Swedish bends its nouns and adjectives: kommun, kommunen, kommunens, kommuner, kommunernas.
_ENDINGS = frozenset({
    "s", "n", "ns", "en", "ens", "et", "ets", "t", "ts", "a", "as", "e", "es", "na", "nas", "er",
    "ers", "ar", "ars", "or", "ors", "r", "rs", "rna", "rnas", "erna", "ernas", "arna", "arnas",
    "orna", "ornas",
})  # fmt: skip


@lru_cache(maxsize=4_000)
def words_of(heading: str) -> tuple[str, ...]:
    """ "om/firstName" -> om, first, name. In small letters."""
    plain = _CAPITAL_INSIDE.sub(" ", normalised(heading[:_LONGEST]))
    return tuple(_WORD.findall(plain.casefold()))


def is_form_of(word: str, base: str) -> bool:
    """The word, or an inflection of it: "kommunens" is one of "kommun", "kommunikation" is none."""
    return word.startswith(base) and (word == base or word[len(base) :] in _ENDINGS)


def contains(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words of a phrase stand there in a row, each in some form."""
    return any(
        all(map(is_form_of, words[at : at + len(phrase)], phrase))
        for at in range(len(words) - len(phrase) + 1)
    )
