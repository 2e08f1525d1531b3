"""A sample answer -> the same with what is personal masked."""

from __future__ import annotations

import re

from generator.intake.privacy.contacts import mails, phones, streets
from generator.intake.privacy.health import health_near_person
from generator.intake.privacy.numbers import personal_numbers
from generator.intake.privacy.people import ages, names

MASK = "•••"
_PATH = re.compile(r"(https?://[^/\s]+/)\S+")  # tools put names into addresses of files
_SHOWN = 60  # characters


def masked(text: str) -> str:
    """The beginning only; a text about someone's health not at all."""
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
            while (following := text[at:].split(" ", 2)[1:2]) and following[0][:1].isupper() and text[at] == " ":  # fmt: skip
                at += 1 + len(following[0].rstrip(".,;:!?"))  # a surname
        at = max(at, end)
    shown = " ".join(_PATH.sub(rf"\1{MASK}", shown + text[at:]).split())
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN].rstrip() + " …"
