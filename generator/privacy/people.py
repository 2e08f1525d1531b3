"""Persons in running text: names, ages, and stories of one among few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy import words
from generator.privacy.words import any_of

Span = tuple[int, int]

_CAPITALISED = re.compile(r"(?<![\w@./-])[A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?s?(?![\w@])")
# What follows when a word that is also a name means a person, and no month, animal or brand.
_DOES = re.compile(
    r",? (?:har|är(?! namnet| ett namn)|fick|får|mår|mådde|bor|vill|ville|kan|sa|säger|blev|hade"
    r"|hör|äter|tar|tog|går|gick|kom|ser|såg|tycker|tyckte|tror|trodde|vet|visste|sover|sov|gör"
    r"|gjorde|skrev|behöver|berättar|gillar|älskar|trivs|lider|led|kunde|[a-zåäö]{2,}ade)\b"
    r"|, | [A-ZÅÄÖ][a-zåäöé]+"
)
_NO_PERSON = re.compile(rf"-(?!Erik|Olof)\w|(?: [A-ZÅÄÖ]\w+)?s? {any_of('no_person')}\b")
# "deltagaren Ewa", "fru Ek", "jag heter Ewa": whatever the name, someone is meant.
_CALLED = re.compile(
    r"\b(?:(?:min|vår|en) (?:deltagare|brukare|klient|boende|elev|kollega)"
    r"|(?:deltagar|brukar|klient|elev|kolleg)[ea]n|fru|herr|dottern|sonen"
    r"|(?:jag|hon|han|hen|som) heter) $",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[a-zåäö],? $")  # a sentence
_NO_NAME_AFTER = re.compile(r"\b(?:[Ss]:t|[Ss]ankta?|[Kk]ung|[Dd]rottning) $")
_ONE_PERSON = re.compile(rf"\b{any_of('one_person')}\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b\d{1,3}-åring(?:en)?\b|\b\d{1,3}-årig[ea]?\b|\b\d0-årsåldern\b"
    r"|\b\w+åriga? (?:kvinna|man|pojke|flicka)n?\b"
    r"|(?<=,) [1-9][0-9]?(?: år(?: gammal)?)?(?=[,.])|\((?:1[0-9]|[2-9][0-9])(?: år)?\)"
    r"|\b(?:är|fyllde|på) \d{1,2} år\b(?! sedan|s)|\b\d{1,2} år gammal\b|\bfödd (?:19|20)\d\d\b"
)
_ROOM = re.compile(
    r"\b(?:rum|lägenhet|lgh\.?|avd(?:elning|\.)?) ?(?:nr\.?|nummer)? ?\d+"
    r"|\b(?:rum|lägenhet)\w*[^.!?\d]{1,30}\b(?:nr\.?|nummer) ?\d+|\b(?:i|på) \d{1,2}:an\b",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"\b{any_of('units')}\b", re.IGNORECASE)
_SMALL_UNIT = re.compile(
    r"\b(?:grupp|service|LSS-?|trapphus)(?:bostad|boende|bostäder)\w*|\bkorttids\w*", re.IGNORECASE
)
_STORY = re.compile(
    rf"\b{any_of('one_person')}(?: som)? {any_of('story')}\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]?")


def names(text: str) -> Iterator[Span]:
    """First names, also as "Kalles". One that is a word too only where a person is meant."""
    first, also = words.names("first_names"), words.names("also_words")
    small = words.names("small_words")
    for found in _CAPITALISED.finditer(text):
        word, before = found[0], text[max(0, found.start() - 30) : found.start()]
        if _CALLED.search(before):
            yield found.span()
            continue
        if _NO_NAME_AFTER.search(before):
            continue
        known = word if word in first or word in also else word.removesuffix("s")
        if _NO_PERSON.match(text, found.end()) or _NO_PERSON.match(
            text, found.start() + len(known)
        ):
            continue
        if known in also:
            inside = known in small and _INSIDE.search(before)
            if inside or (known == word and _DOES.match(text, found.end())):
                yield found.span()
        elif known in first or _is_double(known, first | also):
            yield found.span()


def _is_double(word: str, known: frozenset[str]) -> bool:
    """ "Gun-Britt": both halves are names."""
    return "-" in word and all(half in known for half in word.split("-"))


def ages(text: str) -> Iterator[Span]:
    """Of one person; not of groups, and not how long something took."""
    yield from (found.span() for found in _AGE.finditer(text))


def rooms(text: str) -> Iterator[Span]:
    yield from (found.span() for found in _ROOM.finditer(text))


def one_person(text: str) -> bool:
    return bool(_ONE_PERSON.search(text))


def without_one_person(text: str) -> str:
    """ "En av våra deltagare" speaks of one, though "deltagare" are many."""
    return _ONE_PERSON.sub("", text)


def units(text: str) -> bool:
    return bool(_UNIT.search(text))


def ages_with_unit(text: str) -> Iterator[Span]:
    for sentence in SENTENCE.finditer(text):
        if units(sentence[0]):
            before = sentence.start()
            yield from ((before + start, before + end) for start, end in ages(sentence[0]))


def small_unit_stories(text: str) -> Iterator[Span]:
    if _SMALL_UNIT.search(text):
        yield from (found.span() for found in _STORY.finditer(text))
