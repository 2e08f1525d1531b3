"""The intake's rules for personal data as the report asks for them: where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.texts import _

if TYPE_CHECKING:
    from generator.report.personal import PersonalData

Spans = Callable[[str], Iterable[tuple[int, int]]]


class Rule(NamedTuple):
    search: Spans
    says: str
    fix: str
    running: bool = True  # only in running text
    holds: bool = False
    hidden: bool = False


def personal_data(text: str, running: bool) -> Iterator[PersonalData]:
    """What two rules find in one place is told by the first; all that is secret is hidden."""
    from generator.report.personal import PersonalData

    taken = bytearray(len(text))
    for rule in _rules():
        if rule.running and not running:
            continue
        for start, end in rule.search(text):
            if rule.hidden or not any(taken[start:end]):
                yield PersonalData(start, end, rule.says, rule.fix, rule.holds, rule.hidden)
                taken[start:end] = b"\1" * (end - start)


def _rules() -> tuple[Rule, ...]:
    from generator.intake.privacy import contacts, health, numbers, people

    write_anew = _("Write it so that nobody can be recognised, not even by colleagues.")
    contact = _("Take it away; the contact for the example has fields of its own.")
    return (
        Rule(
            numbers.personal_numbers,
            _("here stands what looks like a personal identity number"),
            _("Take it away. The number is not shown in this report."),
            running=False,
            holds=True,
            hidden=True,
        ),
        Rule(
            health.health_near_person,
            _("a diagnosis or health is told of near a name, an age or a room"),
            write_anew,
            holds=True,
        ),
        Rule(contacts.phones, _("here stands a phone number"), contact, hidden=True),
        Rule(contacts.mails, _("here stands a mail address"), contact, hidden=True),
        Rule(contacts.streets, _("here stands a street address"), write_anew, hidden=True),
        Rule(people.names, _("this seems to be a person's name"), write_anew),
        Rule(people.ages_with_unit, _("someone's age and unit are told"), write_anew),
        Rule(
            people.small_unit_stories,
            _("one person in a small unit is told of, and colleagues may know who it is"),
            write_anew,
        ),
    )
