"""A heading of an export -> its words, and whether one of them is a word that is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
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
_LONGEST_ENDING = max(map(len, _ENDINGS))


@lru_cache(maxsize=4_000)
def words_of(heading: str) -> tuple[str, ...]:
    """ "om/firstName" -> om, first, name. In small letters."""
    plain = _CAPITAL_INSIDE.sub(" ", normalised(heading[:_LONGEST]))
    return tuple(_WORD.findall(plain.casefold()))


def contains(words: tuple[str, ...], phrase: Sequence[str]) -> bool:
    """Whether the words of a phrase stand there in a row, each in some form: "kommunens" is one of
    "kommun", and "kommunikation" is none.
    """
    places = _places(words)
    return any(
        all(at + step in places.get(base, ()) for step, base in enumerate(phrase))
        for at in places.get(phrase[0], ())
    )


@lru_cache(maxsize=100)  # a heading is held against many phrases
def _places(words: tuple[str, ...]) -> Mapping[str, set[int]]:
    """Each word that one of these may be a form of -> where."""
    places = defaultdict[str, set[int]](set)
    for at, word in enumerate(words):
        for length in range(_LONGEST_ENDING + 1):
            base = word[: len(word) - length]
            if base and (not length or word[len(base) :] in _ENDINGS):
                places[base].add(at)
    return dict(places)
