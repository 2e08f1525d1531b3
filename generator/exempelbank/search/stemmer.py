"""A word -> its stem: what the forms of a Swedish word share. hjälpmedlen, hjälpmedel -> hjälpmedl.

Snowball's Swedish stemmer (https://snowballstem.org/algorithms/swedish/stemmer.html) with the
paradigms of the language in mind: a genitive is the word without its s, a definite form the word
without its article, and words that only look inflected are listed in swedish.txt.
tools/bench_slips.py holds it against a dictionary's paradigms. The browser has the
same steps in stemmer.js, with the tables that stand here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from exempelbank.search.word_lists import word_lists

Stem = str  # normalized; of a phrase, those of its words with spaces between

SHORTEST_STEM = 3

# Words that end in one of these keep it: marknad, demens and rutin have lost nothing. Some do so
# only when they stand alone.
PROTECTED_ENDINGS = tuple(sorted(word_lists()["word endings"]))
PROTECTED_WORDS = word_lists()["whole words"]
INFLECTIONS = (
    *("heternas", "heterna", "hetens", "heten", "heter", "het", "arnas", "ernas", "arna", "erna"),
    *("arens", "aren", "orna", "aste", "ast", "are", "ers", "ens", "ets", "rna", "rnas", "nas"),
    *("nen", "nens", "ade", "ars", "en", "er", "et", "as", "es", "at", "ar", "or", "rs", "ns"),
    *("ts", "na", "a", "e", "s", "t", "n", "r"),
)

# Plurals that change their vowel: böcker -> bok, also in skolböcker and böckernas.
IRREGULAR_PLURALS: Mapping[str, str] = dict(
    sorted(pair.split(">") for pair in word_lists()["irregular plurals"])
)
AFTER_PLURAL = ("", "s", "na", "nas")

# Of words such as ekonomi, batteri and terapi.
ENDS_IN_I = (
    "(?:er|atr|og|om|rg|tas|eps|ap|op|af|ustr|at|ant|art|or|em|ks|es|eg|en|rt|nd)i(?=(?:ns?|s)$)"
)
BEFORE_GENITIVE = "abdefghjklmnoprtvy"  # the letters that it may come after
# Taken off, the longest first, after the first consonant that follows a vowel.
ENDINGS = (
    *("heterna", "heten", "heter", "het", "andena", "anden", "andet", "ande", "arna", "erna"),
    *("orna", "ena", "aste", "aren", "eren", "eret", "are", "ade", "ern", "ast", "at", "ad"),
    *("an", "en", "ar", "er", "or", "et", "a", "e"),
)
BEFORE_AN = "bcdfghjklmnprstvxi"
BEFORE_ENA = "dgklnstv"
NO_ET = (
    *("fab", "h", "pak", "rak", "stak", "kom", "iet", "cit", "dit", "alit", "ilit", "mit", "nit"),
    *("pit", "rit", "sit", "tit", "uit", "ivit", "kvit", "xit", "plan", "bilj", "buk", "alfab"),
    *("diab", "kvot", "magn", "budg"),
)
# (its last letter, what is left ends in, what becomes of it), one after the other.
WHOLE_FORMS = (
    ("m", r"ium$", "i"),
    ("m", r"(centr|muse|for)um$", r"\1"),
    ("t", r"([aeiouyåäö].*(?:al|iv|bar|sam))t$", r"\1"),  # socialt
)
# The vowel that comes and goes in nyckel - nycklar, finger - fingrar, tecken - tecknet.
FLEETING_VOWELS = (
    ("lnt", r"([aeiouyåäö][^aeiouyåäö]*[bcdfghjknpqrstvwxz])el[nt]?$", r"\1l"),
    ("r", r"([bcdfgklmnptv])r$", r"\1"),
    ("n", r"([tkx])n$", r"\1"),
)
PAIRS = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")  # lose their last letter
ADJECTIVE_ENDINGS = ("lig", "ig")
DOUBLED = (("mn", r"(m|n)\1$", r"\1"),)  # rummet - rum
LONGEST_DEFINITE_ENDING = 2  # letters: with more off, what is left is no whole word

_VOWELS = "aeiouyåäö"
UP_TO_REGION = f"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]"


def _by_last_letter(endings: Iterable[str], *, longest_first: bool) -> Mapping[str, Sequence[str]]:
    by_letter: dict[str, list[str]] = defaultdict(list)
    for ending in sorted(endings, key=len, reverse=longest_first):
        by_letter[ending[-1]].append(ending)
    return by_letter


def _compiled(rules: Iterable[tuple[str, str, str]]) -> Sequence[tuple[str, re.Pattern[str], str]]:
    return tuple((last, re.compile(ending), rest) for last, ending, rest in rules)


_INFLECTIONS = {  # with where the last letters of what comes before stand
    letter: [(ending, slice(-len(ending) - SHORTEST_STEM, -len(ending))) for ending in endings]
    for letter, endings in _by_last_letter(INFLECTIONS, longest_first=False).items()
}
_ENDINGS = _by_last_letter(ENDINGS, longest_first=True)
_SINGULARS: dict[str, list[tuple[str, str]]] = defaultdict(list)  # by the last letters
for _plural, _base in IRREGULAR_PLURALS.items():
    for _after in AFTER_PLURAL:
        _form = _plural + _after
        _SINGULARS[_form[-SHORTEST_STEM:]].append((_form, _base))
_LAST_OF_PROTECTED = {
    ending[-SHORTEST_STEM:] for ending in PROTECTED_ENDINGS
}  # nothing shorter is protected
_PROTECTED_FORMS = {  # the shortest ending comes last, and counts
    word + ending: word
    for ending in (*sorted(INFLECTIONS, key=len, reverse=True), "")
    for word in sorted(PROTECTED_WORDS)
}
_UP_TO_REGION = re.compile(UP_TO_REGION)
_ENDS_IN_I = re.compile(ENDS_IN_I)
_AFTER_I = ("in", "ins", "is")
_WHOLE_FORMS = _compiled(WHOLE_FORMS)
_FLEETING_VOWELS = _compiled(FLEETING_VOWELS)
_DOUBLED = _compiled(DOUBLED)


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> Stem:
    word = _singular(word)
    if base := _protected_base(word):
        return base
    up_to_region = _UP_TO_REGION.match(word)
    if not up_to_region:
        return word
    region = max(up_to_region.end(), SHORTEST_STEM)
    nominative = _nominative(word, region)
    if nominative != word and (base := _protected_base(nominative)):
        return base
    stem = _without_ending(nominative, region)
    if len(nominative) - len(stem) <= LONGEST_DEFINITE_ENDING:
        stem = _changed(stem, _WHOLE_FORMS)
    stem = _changed(stem, _FLEETING_VOWELS)
    if stem.endswith(PAIRS) and len(stem) - 2 >= region:
        stem = stem[:-1]
    for ending in ADJECTIVE_ENDINGS:
        if stem.endswith(ending, region):
            stem = stem.removesuffix(ending)
            break
    return _changed(stem, _DOUBLED)


def _singular(word: str) -> str:
    for plural, singular in _SINGULARS.get(word[-SHORTEST_STEM:], ()):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word


def _protected_base(word: str) -> str | None:
    if base := _PROTECTED_FORMS.get(word):
        return base
    if word[-SHORTEST_STEM:] in _LAST_OF_PROTECTED and word.endswith(PROTECTED_ENDINGS):
        return word
    for ending, last in _INFLECTIONS.get(word[-1:], ()):
        if word[last] in _LAST_OF_PROTECTED and word.endswith(ending):
            base = word.removesuffix(ending)
            if base.endswith(PROTECTED_ENDINGS):
                return base
    return None


def _nominative(word: str, region: int) -> str:
    """Without the s of a genitive, and without the article of a word in i."""
    if word.endswith(_AFTER_I) and (in_i := _ENDS_IN_I.search(word)):
        return word[: in_i.end()]
    if word[-1] == "s" and len(word) > region and word[-2] in BEFORE_GENITIVE:
        return word[:-1]
    return word


def _without_ending(word: str, region: int) -> str:
    for ending in _ENDINGS.get(word[-1], ()):
        if word.endswith(ending, region):
            rest = word.removesuffix(ending)
            if ending == "et" and rest.endswith(NO_ET):
                return word
            if ending == "an" and rest[-1] not in BEFORE_AN:
                continue
            if ending == "ena" and rest[-1] not in BEFORE_ENA:
                continue
            return rest
    return word


def _changed(stem: Stem, rules: Iterable[tuple[str, re.Pattern[str], str]]) -> Stem:
    for last, pattern, rest in rules:
        # Most have nothing to change, which a search says in a third of the time.
        if stem[-1] in last and pattern.search(stem):
            shorter = pattern.sub(rest, stem)
            if len(shorter) >= SHORTEST_STEM:
                stem = shorter
    return stem
