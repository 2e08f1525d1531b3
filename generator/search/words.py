"""Text -> words -> stems: the same steps for texts and for questions, here and in the browser.

A word is spelled with a-z, å, ä, ö and digits (and whatever other scripts use); `fold` also takes
away the rings and dots, for readers without them on the keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from generator.search.language import word_lists

LONGEST_WORD = 40  # letters; more is noise, or an attack

# Letters but a-z, å, ä and ö lose their marks; these have none to lose.
_STRANGE = re.compile("[^\x00-\x7fåäö]")
_RINGED = {"ø": "ö", "æ": "ä"}
_ALIKE = str.maketrans({"ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
_HYPHEN = re.compile("[-‐‑]")
_HYPHENED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")
_FOLD = str.maketrans("åäö", "aao")

STOP_WORDS = word_lists()["stop words"]


def spelled(text: str) -> str:
    """Small letters, one spelling for what looks the same. Length may change."""
    text = unicodedata.normalize("NFKC", text).lower()
    return text if text.isascii() else _STRANGE.sub(_without_marks, _INVISIBLE.sub("", text))


def _without_marks(strange: re.Match[str]) -> str:
    letter = strange[0]
    if letter in _RINGED:
        return _RINGED[letter]
    apart = unicodedata.normalize("NFD", letter.translate(_ALIKE))
    return "".join(part for part in apart if unicodedata.category(part) != "Mn")


def words_in(text: str) -> list[str]:
    """The words as spelled, in order. "Bank-id" gives bank and id; see `joined_words`."""
    return [word[:LONGEST_WORD] for word in WORD.findall(spelled(text))]


def joined_words(text: str) -> list[str]:
    """Words with hyphens, written together: "bank-id" -> bankid."""
    if not _HYPHEN.search(text):
        return []
    return [_HYPHEN.sub("", found)[:LONGEST_WORD] for found in _HYPHENED.findall(spelled(text))]


def fold(word: str) -> str:
    return word.translate(_FOLD)


# ---- Stems: Snowball's Swedish rules, and what they leave apart ----

_snowball = snowballstemmer.stemmer("swedish")

# Snowball takes -ad, -ens, -s and -lig for inflections: marknad, demens and plats become unlike
# marknaden, demensen and platsen, and daglig becomes dag. Words that end in one of these keep it.
KEPT_ENDINGS = (
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
# (what the stem ends in, what becomes of it), one after the other.
DEFINITE_FORMS = (
    (r"([bcdfghjklmnprstvxé])(?:ar|an|en)$", r"\1"),
    (r"(nd|ld|rd|rm|rn|ll|gg|nt|rk|lp|dl|tn|kn|mm|ck|ft|st|sk|mn|i|é)et$", r"\1"),
    (r"ium$", "i"),
    (r"([bcdfgklmnprstv]i)n$", r"\1"),
)
# The vowel that comes and goes in nyckel - nycklar, tecken - tecknet; double m and n.
COMING_AND_GOING = (
    (r"([aeiouyåäö][^aeiouyåäö]*[bdgkptfvm])el[nt]?$", r"\1l"),
    (r"([td])r$", r"\1"),
    (r"([tkx])n$", r"\1"),
    (r"(m|n)\1$", r"\1"),
)
CHANGED_VOWELS = {"böck": "bok", "bostäd": "bostad", "nätt": "natt"}  # at the end of a stem
SHORTEST_STEM = 3
LONGEST_DEFINITE = 2  # letters that Snowball may have taken off a definite form before us

_KEPT = re.compile(rf"^(.*(?:{'|'.join(KEPT_ENDINGS)}))(?:{'|'.join(INFLECTIONS)})?$")
_DEFINITE_FORMS = tuple((re.compile(ending), rest) for ending, rest in DEFINITE_FORMS)
_COMING_AND_GOING = tuple((re.compile(ending), rest) for ending, rest in COMING_AND_GOING)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What the forms of a word share, spelled: hjälpmedlen, hjälpmedel -> hjälpmedl."""
    if kept := _KEPT.match(word):
        return _with_base_vowel(kept[1])
    found: str = _snowball.stemWord(word)
    # When a longer ending is off already, what is left is no definite form: lägenhet -> lägen.
    short = len(word) - len(found) <= LONGEST_DEFINITE
    for ending, rest in (*(_DEFINITE_FORMS if short else ()), *_COMING_AND_GOING):
        shorter = ending.sub(rest, found)
        if len(shorter) >= SHORTEST_STEM:
            found = shorter
    return _with_base_vowel(found)


def _with_base_vowel(found: str) -> str:
    for changed, base in CHANGED_VOWELS.items():
        if found.endswith(changed):
            return found.removesuffix(changed) + base
    return found
