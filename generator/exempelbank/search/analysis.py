"""Text -> words: the same steps for documents and for queries, here and in the browser.

A normalized word is written with a-z, å, ä, ö and digits (and whatever other scripts use); `fold`
also takes away the rings and dots, for readers without them on the keyboard.
"""

from __future__ import annotations

import re
import unicodedata

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
