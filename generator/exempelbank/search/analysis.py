"""Text -> words -> stems: the same steps for documents and for queries, here and in the browser.

A normalized word is written with a-z, å, ä, ö and digits (and whatever other scripts use); `fold`
also takes away the rings and dots, for readers without them on the keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from exempelbank.search.snowball import snowball
from exempelbank.search.word_lists import word_lists

LONGEST_WORD = 40  # letters; more is noise, or an attack

# Letters but a-z, å, ä and ö lose their marks; these have none to lose.
_FOREIGN = re.compile("[^\x00-\x7fåäö]")
_NORDIC = {"ø": "ö", "æ": "ä"}
_WITHOUT_MARK = str.maketrans({"ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
_AFTER_HYPHEN = re.compile(r"-\S+")  # the engine looks for - alone, which is quick
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")

STOP_WORDS = word_lists()["stop words"]


def normalized(text: str) -> str:
    """Small letters, one spelling for what looks the same. Length may change."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not _FOREIGN.search(text):
        return text
    return _FOREIGN.sub(_without_diacritics, _INVISIBLE.sub("", text))


def _without_diacritics(foreign: re.Match[str]) -> str:
    letter = foreign[0]
    if letter in _NORDIC:
        return _NORDIC[letter]
    decomposed = unicodedata.normalize("NFD", letter.translate(_WITHOUT_MARK))
    return "".join(part for part in decomposed if unicodedata.category(part) != "Mn")


def words_in(text: str) -> list[str]:
    """The words normalized, in order. "Bank-id" gives bank and id; see `joined_words_in`."""
    return [word[:LONGEST_WORD] for word in WORD.findall(normalized(text))]


def joined_words_in(text: str) -> list[str]:
    """Words with hyphens, written together: "bank-id" -> bankid."""
    text = text.replace("‐", "-").replace("‑", "-")
    return [
        hyphenated.replace("-", "")[:LONGEST_WORD]
        for after in _AFTER_HYPHEN.finditer(text)
        for hyphenated in _HYPHENATED.findall(normalized(_before(text, after.start()) + after[0]))
    ]


def _before(text: str, end: int) -> str:
    """What stands before, back to the nearest white space."""
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return text[start:end]


def fold(word: str) -> str:
    if word.isascii():
        return word
    return word.replace("å", "a").replace("ä", "a").replace("ö", "o")


# ---- Stems: Snowball's Swedish rules, and what they leave apart ----

Stem = str  # normalized; of a phrase, those of its words with spaces between

# Snowball takes -ad, -ens, -s and -lig for inflections: marknad, demens and plats become unlike
# marknaden, demensen and platsen, and daglig becomes dag. Words that end in one of these keep it.
PROTECTED_ENDINGS = (
    *("nad", "stad", "lig", "els", "ator", "ktor", "motor", "service", "kurs", "resurs", "plats"),
    *("tips", "puls", "hals", "kors", "krets", "gräns", "chans", "balans", "demens", "evidens"),
    *("kompetens", "konsekvens", "konferens", "referens", "frekvens", "licens", "tendens"),
    *("intelligens", "existens"),
)
INFLECTIONS = (
    *("heternas", "heterna", "hetens", "heten", "heter", "het", "arnas", "ernas", "arna", "erna"),
    *("aste", "ast", "are", "ers", "ens", "ets", "en", "er", "et", "as", "a", "es", "e", "s", "t"),
    "n",
)
# (its last letter, what the stem ends in, what becomes of it), one after the other.
DEFINITE_FORMS = (
    ("rn", r"([bcdfghjklmnprstvxé])(?:ar|an|en)$", r"\1"),
    ("t", r"(nd|ld|rd|rm|rn|ll|gg|nt|rk|lp|dl|tn|kn|mm|ck|ft|st|sk|mn|i|é)et$", r"\1"),
    ("m", r"ium$", "i"),
    ("n", r"([bcdfgklmnprstv]i)n$", r"\1"),
)
# The vowel that comes and goes in nyckel - nycklar, tecken - tecknet; double m and n.
FLEETING_VOWELS = (
    ("lnt", r"([aeiouyåäö][^aeiouyåäö]*[bdgkptfvm])el[nt]?$", r"\1l"),
    ("r", r"([td])r$", r"\1"),
    ("n", r"([tkx])n$", r"\1"),
    ("mn", r"(m|n)\1$", r"\1"),
)
UMLAUTS = {"böck": "bok", "bostäd": "bostad", "nätt": "natt"}  # at the end of a stem
SHORTEST_STEM = 3
LONGEST_DEFINITE_ENDING = 2  # letters that Snowball may have taken off a definite form before us


def _by_last_letter() -> Mapping[str, Sequence[str]]:
    endings: dict[str, list[str]] = defaultdict(list)
    for ending in sorted(INFLECTIONS, key=len):
        endings[ending[-1]].append(ending)
    return endings


_SHORTEST_FIRST = _by_last_letter()
_LAST_OF_PROTECTED = {
    ending[-SHORTEST_STEM:] for ending in PROTECTED_ENDINGS
}  # nothing shorter is protected
_UMLAUTS = tuple(UMLAUTS)


def _compiled(rules: Iterable[tuple[str, str, str]]) -> Sequence[tuple[str, re.Pattern[str], str]]:
    return tuple((last, re.compile(ending), rest) for last, ending, rest in rules)


_FLEETING_VOWELS = _compiled(FLEETING_VOWELS)
_RULES = (*_compiled(DEFINITE_FORMS), *_FLEETING_VOWELS)
_LAST_OF_RULES = {letter for last, _pattern, _rest in _RULES for letter in last}


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> Stem:
    """What the forms of a word share: hjälpmedlen, hjälpmedel -> hjälpmedl."""
    if _is_protected(word):
        return word
    for ending in _SHORTEST_FIRST.get(word[-1:], ()):
        if word.endswith(ending) and _is_protected(base := word.removesuffix(ending)):
            return base
    stem = snowball(word)
    if stem[-1:] not in _LAST_OF_RULES:
        return _with_base_vowel(stem)
    # When a longer ending is off already, what is left is no definite form: lägenhet -> lägen.
    short = len(word) - len(stem) <= LONGEST_DEFINITE_ENDING
    for last, pattern, rest in _RULES if short else _FLEETING_VOWELS:
        # Most have nothing to change, which a search says in a third of the time.
        if stem[-1:] in last and pattern.search(stem):
            shorter = pattern.sub(rest, stem)
            if len(shorter) >= SHORTEST_STEM:
                stem = shorter
    return _with_base_vowel(stem)


def _is_protected(word: str) -> bool:
    return word[-SHORTEST_STEM:] in _LAST_OF_PROTECTED and word.endswith(PROTECTED_ENDINGS)


def _with_base_vowel(stem: Stem) -> Stem:
    if stem.endswith(_UMLAUTS):
        for umlaut, base in UMLAUTS.items():
            if stem.endswith(umlaut):
                return stem.removesuffix(umlaut) + base
    return stem
