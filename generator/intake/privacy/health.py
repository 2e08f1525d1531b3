"""A diagnosis, or a word of someone's health, near a first name, an age or a room.

What a group has in common ("personer med autism") is what the examples are about: let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.privacy.people import SENTENCE, Span, ages, names, one_person, rooms, units
from generator.intake.privacy.words import any_of

_HEALTH = re.compile(rf"\b{any_of('health')}", re.IGNORECASE)
_MANY = re.compile(rf"\b{any_of('many')}\b[^.!?]{{0,70}}$", re.IGNORECASE)  # just before
_STAFF = re.compile(rf"\b{any_of('staff')}\b", re.IGNORECASE)
_NEAR = 120  # characters; the length of a spoken sentence


def health_near_person(text: str) -> Iterator[Span]:
    for sentence in SENTENCE.finditer(text):
        words = sentence[0]
        # Persons first: they are rarer than words of health, and quicker to look for.
        persons = [start for start, _end in (*_named(words), *ages(words), *rooms(words))]
        someone = bool(persons) or (one_person(words) and units(words))
        for found in _HEALTH.finditer(words) if someone else ():
            near = any(found.start() - _NEAR < at < found.end() + _NEAR for at in persons)
            if (near or not persons) and not _MANY.search(words[: found.start()]):
                yield sentence.start() + found.start(), sentence.start() + found.end()


def _named(sentence: str) -> Iterator[Span]:
    """First names that are not those of the people who work there."""
    for start, end in names(sentence):
        if not _STAFF.search(sentence[max(0, start - 40) : end + 40]):
            yield start, end
