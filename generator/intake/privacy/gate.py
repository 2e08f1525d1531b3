"""What is found in an answer, and what it does: hold the response, or warn its reviewer.

Before anything is written. A finding names the question, never the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.intake.privacy.contacts import mails, phones, streets
from generator.intake.privacy.health import health_near_person
from generator.intake.privacy.numbers import personal_numbers
from generator.intake.privacy.people import ages_with_unit, names, small_unit_stories
from generator.texts import _


class Found(StrEnum):
    NUMBER = "personal-number"
    HEALTH = "health"
    PHONE = "phone"
    MAIL = "mail"
    STREET = "street"
    NAME = "name"
    AGE = "age-and-unit"
    SMALL_UNIT = "small-unit"

    @property
    def holds(self) -> bool:
        return self in (Found.NUMBER, Found.HEALTH)

    @property
    def releasable(self) -> bool:
        """A person may say why it is no secret after all."""
        return self is Found.HEALTH

    def says(self, question: str) -> str:
        return {
            Found.NUMBER: _("“{question}” holds what looks like a personal identity number"),
            Found.HEALTH: _(
                "“{question}” tells of a diagnosis or of health near a name, an age or a room"
            ),
            Found.PHONE: _("“{question}” holds a phone number"),
            Found.MAIL: _("“{question}” holds a mail address"),
            Found.STREET: _("“{question}” holds a street address"),
            Found.NAME: _("“{question}” seems to name a person"),
            Found.AGE: _("“{question}” tells someone's age and unit"),
            Found.SMALL_UNIT: _(
                "“{question}” tells of one person in a small unit, "
                "where colleagues may know who it is"
            ),
        }[self].format(question=question)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to look at. Only running text is read for more than personal numbers."""

    question: str
    text: str
    running: bool


def findings(answers: Iterable[Told]) -> Iterator[tuple[Found, str]]:
    """(what, in the answer to which question), each once."""
    seen: set[tuple[Found, str]] = set()
    for told in answers:
        for found in _in_text(told.text, told.running):
            if (found, told.question) not in seen:
                seen.add((found, told.question))
                yield found, told.question


def _in_text(text: str, running: bool) -> Iterator[Found]:
    if any(True for _span in personal_numbers(text)):
        yield Found.NUMBER
    if not running:
        return
    for found, search in _SEARCHES:
        if any(True for _span in search(text)):
            yield found


_SEARCHES = (
    (Found.HEALTH, health_near_person),
    (Found.PHONE, phones),
    (Found.MAIL, mails),
    (Found.STREET, streets),
    (Found.NAME, names),
    (Found.AGE, ages_with_unit),
    (Found.SMALL_UNIT, small_unit_stories),
)
