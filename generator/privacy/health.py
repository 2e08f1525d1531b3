"""A diagnosis, or a word of someone's health, near a first name, an age or a room.

What a group has in common ("personer med autism") is what the examples are about: let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.people import (
    SENTENCE,
    Span,
    ages,
    names,
    one_person,
    rooms,
    units,
    without_one_person,
)
from generator.privacy.words import any_of

_HEALTH = re.compile(rf"\b{any_of('health')}", re.IGNORECASE)
_MANY = re.compile(rf"\b{any_of('many')}\b[^.!?]{{0,70}}$", re.IGNORECASE)  # just before
# The name of one among those many: "många vet inte att Kalle har ...".
_HAS = re.compile(r",? (?:har|hade|fick|får|är|blev|lider|led|mår|mådde|hör|äter|tar)\b")
# Beside the name, or the pupil whom an assistant saw would be taken for the assistant.
_STAFF_BEFORE = re.compile(rf"\b(?i:{any_of('staff')}),?(?: [A-ZÅÄÖÉ][\w-]+| och|,)* $")
_STAFF_AFTER = re.compile(
    r"(?: [A-ZÅÄÖÉ][\w-]+| och)*(?:,? som är|,? är|,| \()? ?"
    rf"(?:(?:en|av|vår|våra|min|mina|hos|oss) )*(?i:{any_of('staff')})\b"
)
_NEAR = 120  # characters; the length of a spoken sentence
_BEFORE = 200  # more than what is said of many reaches


def health_near_person(text: str) -> Iterator[Span]:
    for sentence in SENTENCE.finditer(text):
        words = sentence[0]
        # Persons first: they are rarer than words of health, and quicker to look for.
        persons = [start for start, _end in (*_named(words), *ages(words), *rooms(words))]
        someone = bool(persons) or (one_person(words) and units(words))
        for found in _HEALTH.finditer(words) if someone else ():
            near = any(found.start() - _NEAR < at < found.end() + _NEAR for at in persons)
            before = without_one_person(words[max(0, found.start() - _BEFORE) : found.start()])
            if (near or not persons) and not _of_many(before):
                yield sentence.start() + found.start(), sentence.start() + found.end()


def _of_many(before: str) -> bool:
    many = _MANY.search(before)
    if many is None:
        return False
    later = (end for start, end in names(before) if start > many.start())
    return not any(_HAS.match(before, end) for end in later)


def _named(sentence: str) -> Iterator[Span]:
    """First names that are not those of the people who work there."""
    for start, end in names(sentence):
        before = sentence[max(0, start - 80) : start]
        if not (_STAFF_BEFORE.search(before) or _STAFF_AFTER.match(sentence, end)):
            yield start, end
