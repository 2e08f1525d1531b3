"""Text as people write it -> text that can be compared, and addresses made from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

SLUG_LENGTH = 80  # characters
_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"\w+")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


_MARKS = 30  # upon one letter; the most in what Unicode calls a stream-safe text
_SHORT = 1_000  # characters, of which Python puts any number of marks in order at once


def composed(text: str) -> str:
    """NFC. Python's own takes time by the square of the marks in a row: no row may be long."""
    if unicodedata.is_normalized("NFC", text):
        return text
    if len(text) > _SHORT:
        text = "".join(_without_piles(text))
    return unicodedata.normalize("NFC", text)


def _without_piles(text: str) -> Iterator[str]:
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MARKS:
            yield sign


def normalised(text: str) -> str:
    """One spelling for what looks the same: NFC, every run of space (NBSP, line break) as one."""
    return _SPACES.sub(" ", composed(text)).strip()


def comparable(text: str) -> str:
    """As `normalised`, and without regard to capitals."""
    return normalised(text).casefold()


def words_alone(text: str) -> str:
    """As `comparable`, and without regard to the marks between words: "Kontakt: roll", "kontakt
    roll".
    """
    return " ".join(_WORDS.findall(comparable(text).replace("_", " ")))


def slug_from(text: str, longest: int = SLUG_LENGTH) -> str:
    """ "Bildstöd på mötet!" -> "bildstod-pa-motet". Cut at a word; empty when nothing is left."""
    plain = unicodedata.normalize(
        "NFKD", text.casefold().replace("æ", "ae").replace("ø", "o").replace("ß", "ss")
    )
    slug = _NOT_SLUG.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return slug.strip("-")


def is_slug(text: str, longest: int = SLUG_LENGTH) -> bool:
    """Whether `slug_from` would leave it as it is."""
    return len(text) <= longest and bool(_SLUG.fullmatch(text))


def alphabetical(text: str) -> str:
    """Sorts å, ä and ö last, as Swedish does, and é with e. Quotes and dashes before the first word
    do not count.
    """
    plain = text.casefold().translate(_LAST_LETTERS)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _BEFORE_FIRST_WORD.sub("", ascii_only)


def initial(text: str) -> str:
    """The letter below which `alphabetical` puts it; one heading for all digits."""
    first = alphabetical(text)[:1]
    return _AS_READ.get(first, first.upper() if first.isalpha() else "0–9")


_LAST_LETTERS = str.maketrans("åäöæø", "{|}|}")
_AS_READ = {"{": "Å", "|": "Ä", "}": "Ö"}
_BEFORE_FIRST_WORD = re.compile(r"^[^a-z0-9{|}]+")


_LIKE_FROM = 75  # of 100


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, if any is like it."""
    from rapidfuzz import fuzz, process  # slow to import, and most words are spelt right

    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=comparable, score_cutoff=_LIKE_FROM
    )
    return found[0] if found else None
