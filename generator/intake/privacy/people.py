"""Persons in running text: names, ages, and stories of one among few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.privacy import words
from generator.intake.privacy.words import any_of

Span = tuple[int, int]

_CAPITALISED = re.compile(r"(?<![\w@./-])[A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?s?(?![\w@])")
# What follows when a word that is also a name means a person, and no month, animal or brand.
_DOES = re.compile(
    r",? (?:har|är|fick|får|mår|mådde|bor|vill|ville|kan|sa|säger|blev|hade|slutade|började)\b"
    r"|, | [A-ZÅÄÖ][a-zåäöé]+"
)
_NO_PERSON = re.compile(rf"-(?!Erik|Olof)\w|(?: [A-ZÅÄÖ]\w+)?s? {any_of('no_person')}\b")
_ONE_PERSON = re.compile(rf"\b{any_of('one_person')}\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b\d{1,3}-åring(?:en)?\b|\b\d{1,3}-årig[ea]?\b|\b\d0-årsåldern\b"
    r"|\b\w+åriga? (?:kvinna|man|pojke|flicka)n?\b"
    r"|(?<=,) [1-9][0-9]?(?: år(?: gammal)?)?(?=[,.])|\((?:1[0-9]|[2-9][0-9])(?: år)?\)"
    r"|\b(?:är|fyllde|på) \d{1,2} år\b(?! sedan|s)|\b\d{1,2} år gammal\b|\bfödd (?:19|20)\d\d\b"
)
_ROOM = re.compile(
    r"\b(?:rum|lägenhet|lgh\.?|avd(?:elning|\.)?) ?(?:nr\.?|nummer)? ?\d+", re.IGNORECASE
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
    for found in _CAPITALISED.finditer(text):
        word = found[0]
        known = word if word in first or word in also else word.removesuffix("s")
        if _NO_PERSON.match(text, found.end()) or _NO_PERSON.match(
            text, found.start() + len(known)
        ):
            continue
        if known in also:
            if known == word and _DOES.match(text, found.end()):
                yield found.span()
        elif known in first:
            yield found.span()


def ages(text: str) -> Iterator[Span]:
    """Of one person; not of groups, and not how long something took."""
    yield from (found.span() for found in _AGE.finditer(text))


def rooms(text: str) -> Iterator[Span]:
    yield from (found.span() for found in _ROOM.finditer(text))


def one_person(text: str) -> bool:
    return bool(_ONE_PERSON.search(text))


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
