"""Text -> words -> stems: the same steps for texts and for questions, here and in the browser.

A word is spelled with a-z, å, ä, ö and digits (and whatever other scripts use); `fold` also takes
away the rings and dots, for readers without them on the keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from exempelbank.search.language import word_lists
from exempelbank.search.snowball import snowball

LONGEST_WORD = 40  # letters; more is noise, or an attack

# Letters but a-z, å, ä and ö lose their marks; these have none to lose.
_STRANGE = re.compile("[^\x00-\x7fåäö]")
_RINGED = {"ø": "ö", "æ": "ä"}
_ALIKE = str.maketrans({"ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
_AFTER_HYPHEN = re.compile(r"-\S+")  # the engine looks for - alone, which is quick
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")

STOP_WORDS = word_lists()["stop words"]


def spelled(text: str) -> str:
    """Small letters, one spelling for what looks the same. Length may change."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not _STRANGE.search(text):
        return text
    return _STRANGE.sub(_without_marks, _INVISIBLE.sub("", text))


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
    text = text.replace("‐", "-").replace("‑", "-")
    return [
        found.replace("-", "")[:LONGEST_WORD]
        for after in _AFTER_HYPHEN.finditer(text)
        for found in _HYPHENED.findall(spelled(_before(text, after.start()) + after[0]))
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
# (its last letter, what the stem ends in, what becomes of it), one after the other.
DEFINITE_FORMS = (
    ("rn", r"([bcdfghjklmnprstvxé])(?:ar|an|en)$", r"\1"),
    ("t", r"(nd|ld|rd|rm|rn|ll|gg|nt|rk|lp|dl|tn|kn|mm|ck|ft|st|sk|mn|i|é)et$", r"\1"),
    ("m", r"ium$", "i"),
    ("n", r"([bcdfgklmnprstv]i)n$", r"\1"),
)
# The vowel that comes and goes in nyckel - nycklar, tecken - tecknet; double m and n.
COMING_AND_GOING = (
    ("lnt", r"([aeiouyåäö][^aeiouyåäö]*[bdgkptfvm])el[nt]?$", r"\1l"),
    ("r", r"([td])r$", r"\1"),
    ("n", r"([tkx])n$", r"\1"),
    ("mn", r"(m|n)\1$", r"\1"),
)
CHANGED_VOWELS = {"böck": "bok", "bostäd": "bostad", "nätt": "natt"}  # at the end of a stem
SHORTEST_STEM = 3
LONGEST_DEFINITE = 2  # letters that Snowball may have taken off a definite form before us


def _by_last_letter() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ending in sorted(INFLECTIONS, key=len):
        found[ending[-1]].append(ending)
    return found


_SHORTEST_FIRST = _by_last_letter()
_LAST_OF_KEPT = {ending[-SHORTEST_STEM:] for ending in KEPT_ENDINGS}  # nothing shorter is kept
_CHANGED = tuple(CHANGED_VOWELS)


def _compiled(rules: Iterable[tuple[str, str, str]]) -> Sequence[tuple[str, re.Pattern[str], str]]:
    return tuple((last, re.compile(ending), rest) for last, ending, rest in rules)


_COMING_AND_GOING = _compiled(COMING_AND_GOING)
_EVERY_FORM = (*_compiled(DEFINITE_FORMS), *_COMING_AND_GOING)
_LAST_OF_FORMS = {letter for last, _pattern, _rest in _EVERY_FORM for letter in last}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What the forms of a word share, spelled: hjälpmedlen, hjälpmedel -> hjälpmedl."""
    if _is_kept(word):
        return word
    for ending in _SHORTEST_FIRST.get(word[-1:], ()):
        if word.endswith(ending) and _is_kept(kept := word.removesuffix(ending)):
            return kept
    found = snowball(word)
    if found[-1:] not in _LAST_OF_FORMS:
        return _with_base_vowel(found)
    # When a longer ending is off already, what is left is no definite form: lägenhet -> lägen.
    short = len(word) - len(found) <= LONGEST_DEFINITE
    for last, pattern, rest in _EVERY_FORM if short else _COMING_AND_GOING:
        # Most have nothing to change, which a search says in a third of the time.
        if found[-1:] in last and pattern.search(found):
            shorter = pattern.sub(rest, found)
            if len(shorter) >= SHORTEST_STEM:
                found = shorter
    return _with_base_vowel(found)


def _is_kept(word: str) -> bool:
    return word[-SHORTEST_STEM:] in _LAST_OF_KEPT and word.endswith(KEPT_ENDINGS)


def _with_base_vowel(found: str) -> str:
    if found.endswith(_CHANGED):
        for changed, base in CHANGED_VOWELS.items():
            if found.endswith(changed):
                return found.removesuffix(changed) + base
    return found
