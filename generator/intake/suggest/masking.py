"""A sample answer -> the same with what is personal masked."""

from __future__ import annotations

import re

from generator.intake.privacy.contacts import mails, phones, streets
from generator.intake.privacy.health import health_near_person
from generator.intake.privacy.numbers import personal_numbers
from generator.intake.privacy.people import ages, names

MASK = "•••"
_PATH = re.compile(r"(https?://[^/\s]+/)\S+")  # tools put names into addresses of files
_SURNAMES = re.compile(r"(?: [A-ZÅÄÖ][\w-]+)+")
_SHOWN = 60  # characters
_LOOKED_AT = 2_000


def masked(text: str) -> str:
    """The beginning only; a text about someone's health not at all."""
    text = text[:_LOOKED_AT]
    if any(True for _span in health_near_person(text)):
        return MASK
    spans = sorted(
        span
        for search in (personal_numbers, phones, mails, streets, names, ages)
        for span in search(text)
    )
    shown, at = "", 0
    for start, end in spans:
        if start >= at:
            shown += text[at:start] + MASK
            at = end
            if surname := _SURNAMES.match(text, at):
                at = surname.end()
        at = max(at, end)
    shown = " ".join(_PATH.sub(rf"\1{MASK}", shown + text[at:]).split())
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN].rstrip() + " …"
