"""A text -> what the privacy rules find in it. The one list of the rules.

A finding says which rule and where, and what it says never holds the value itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from exempelbank.i18n import N_, pgettext
from exempelbank.privacy.accounts import accounts
from exempelbank.privacy.advertising import advertising
from exempelbank.privacy.contacts import mails, phones, streets
from exempelbank.privacy.health import health_near_person
from exempelbank.privacy.numbers import certain_numbers, numbers_or_times
from exempelbank.privacy.people import ages_with_unit, names, small_unit_stories
from exempelbank.privacy.secrets import secrets
from exempelbank.privacy.sentences import Span


class Enforcement(StrEnum):
    """What a finding does to the text it stands in. The heaviest first."""

    NEVER = "never"  # may not be published, whatever anyone says
    RELEASABLE = "releasable"  # may not be published until a person has given their word
    WARNED = "warned"  # pointed out wherever a text is looked over
    POINTED_OUT = "pointed-out"  # to the reviewer: at import and in the report

    @property
    def blocks_publication(self) -> bool:
        return self in (Enforcement.NEVER, Enforcement.RELEASABLE)


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    enforcement: Enforcement
    search: Callable[[str], Iterator[Span]]  # in a time that grows as the text does
    message: str  # not translated yet: a key of the message catalogues
    remedy: str  # the same
    running: bool = True  # looks in running text only
    hidden: bool = False  # what it finds must not be shown, not even to a reviewer

    @property
    def says(self) -> str:
        """One sentence, no full stop."""
        return pgettext("a finding", self.message)

    @property
    def fix(self) -> str:
        return pgettext("a finding", self.remedy)


_WRITE_ANEW = N_("a finding", "Write it so that nobody can be recognised, not even by colleagues.")
_CONTACT = N_("a finding", "Take it away; the contact for the example has fields of its own.")

# Where two find something in one place, the first is told. What may be a personal number is of the
# same rule as what must be one, but a person can say which it is.
RULES = (
    Rule(
        "personal-number",
        Enforcement.RELEASABLE,
        numbers_or_times,
        N_("a finding", "here stands a personal identity number, or a day with an hour of it"),
        N_(
            "a finding",
            "If it is a time, write it so that this is seen: 2026-03-05 13:00. If it is someone's "
            "number, take it away. It is not shown here.",
        ),
        running=False,
        hidden=True,
    ),
    Rule(
        "personal-number",
        Enforcement.NEVER,
        certain_numbers,
        N_("a finding", "here stands what looks like a personal identity number"),
        N_(
            "a finding",
            "Take it away. The number itself is not shown here. If it is something else, write it "
            "so that this is seen: 070-123 45 67, 14:30.",
        ),
        running=False,
        hidden=True,
    ),
    Rule(
        "health",
        Enforcement.RELEASABLE,
        health_near_person,
        N_(
            "a finding",
            "a diagnosis or health is told of near a name, an age, a room, a class or a relative",
        ),
        _WRITE_ANEW,
    ),
    Rule(
        "secret",
        Enforcement.WARNED,
        secrets,
        N_("a finding", "here stands what looks like a password, a code or a key"),
        N_("a finding", "Take it away, and have it changed: others have read it by now."),
        hidden=True,
    ),
    Rule(
        "account",
        Enforcement.WARNED,
        accounts,
        N_("a finding", "here stands what looks like the number of an account or a card"),
        N_("a finding", "Take it away, unless it is meant for everyone."),
        hidden=True,
    ),
    Rule(
        "phone",
        Enforcement.POINTED_OUT,
        phones,
        N_("a finding", "here stands a phone number"),
        _CONTACT,
        hidden=True,
    ),
    Rule(
        "mail",
        Enforcement.POINTED_OUT,
        mails,
        N_("a finding", "here stands a mail address"),
        _CONTACT,
        hidden=True,
    ),
    Rule(
        "street",
        Enforcement.POINTED_OUT,
        streets,
        N_("a finding", "here stands a street address"),
        _WRITE_ANEW,
        hidden=True,
    ),
    Rule(
        "name",
        Enforcement.POINTED_OUT,
        names,
        N_("a finding", "this seems to be a person's name"),
        _WRITE_ANEW,
    ),
    Rule(
        "age-and-unit",
        Enforcement.POINTED_OUT,
        ages_with_unit,
        N_("a finding", "someone's age and unit are told"),
        _WRITE_ANEW,
    ),
    Rule(
        "small-unit",
        Enforcement.POINTED_OUT,
        small_unit_stories,
        N_("a finding", "one person in a small unit is told of, and colleagues may know who it is"),
        _WRITE_ANEW,
    ),
    Rule(
        "advertising",
        Enforcement.POINTED_OUT,
        advertising,
        N_("a finding", "this looks like advertising"),
        N_("a finding", "See where the addresses lead, and keep what helps a reader."),
    ),
)


class PrivacyFinding(NamedTuple):
    """Characters `start` to `end` of the text."""

    rule: Rule
    start: int
    end: int


def findings_in(
    text: str, running: bool, rules: Iterable[Rule] = RULES
) -> Iterator[PrivacyFinding]:
    """In order of the rules. What must be hidden is found even where another rule was first.
    `running`: words that someone wrote, in which a person can be told of.
    """
    found = hidden = bytearray()  # 1 for each such character; most texts have none
    for rule in rules:
        if rule.running and not running:
            continue
        for start, end in rule.search(text):
            if not found:
                found, hidden = bytearray(len(text)), bytearray(len(text))
            if (rule.hidden and not all(hidden[start:end])) or not any(found[start:end]):
                yield PrivacyFinding(rule, start, end)
            span = b"\1" * (end - start)
            found[start:end] = span
            if rule.hidden:
                hidden[start:end] = span


@cache
def rules_version() -> str:
    """Changes when the rules do, or the words they look for."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        if file.suffix in (".py", ".txt"):
            # A checkout on Windows ends its lines in another way.
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]
