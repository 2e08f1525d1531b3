"""What a writer is told while they write: the plainest of what the rules look for, as patterns.

They are carried to the browser as they stand here, so Python and browsers must read each alike;
both look in small letters. The rules look closer, once the text has come in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from exempelbank.i18n import N_, pgettext
from exempelbank.privacy.words import any_of


@dataclass(frozen=True, slots=True)
class Advice:
    id: str
    pattern: str  # of small letters
    message: str  # a key of the message catalogues

    @property
    def says(self) -> str:
        return pgettext("privacy advice", self.message)


_LETTER = "[0-9a-zåäöéü]"
_AGE = (
    r"(?<![0-9])[0-9]{1,3}[ -]?(?:åring|årig)"
    r"|(?<![0-9])[0-9]{1,2} år gammal"
    r"|(?<![a-zåäö])(?:är|fyllde|fyller|fyllt) [0-9]{1,2} år(?! sedan|[a-zåäö])"
)
_MESSAGES = {
    "personal-number": N_(
        "privacy advice",
        "This looks like a personal identity number. Take it away before you send.",
    ),
    "phone": N_(
        "privacy advice", "This looks like a phone number. The contact has fields of its own."
    ),
    "e-mail": N_(
        "privacy advice", "This looks like an e-mail address. The contact has fields of its own."
    ),
    "street": N_(
        "privacy advice", "This looks like a street address. Leave out where someone lives."
    ),
    "age-and-unit": N_(
        "privacy advice",
        "An age and a small unit together may be enough to know someone. Leave one of them out.",
    ),
}


@cache
def all_advice() -> tuple[Advice, ...]:
    """Where several find something, each is told."""
    return tuple(Advice(id, _patterns()[id], message) for id, message in _MESSAGES.items())


def _patterns() -> dict[str, str]:
    unit = rf"(?<![a-zåäö])(?:{_plain(any_of('units'))})"
    street = rf"(?<!{_LETTER}){_LETTER}+{any_of('streets')} [0-9]{{1,3}}(?!{_LETTER}|[,.][0-9])"
    return {
        "personal-number": (
            r"(?<![0-9])(?:19|20)?[0-9]{2}[01][0-9][0-3][0-9][-+ ]?[0-9]{4}(?![0-9])"
        ),
        "phone": (
            r"(?<![0-9-])(?:\+46 ?|0)[1-9][0-9]{0,2}[ /-]{1,3}"
            r"[0-9]{2,3}(?: ?[0-9]{2,3}){1,3}(?![0-9])"
        ),
        "e-mail": r"[0-9a-z._+-]+@[0-9a-zåäö-]+\.[a-z]{2,}",
        "street": street,
        "age-and-unit": rf"(?:{_AGE})[^.!?\n]*{unit}|{unit}[^.!?\n]*(?:{_AGE})",
    }


def _plain(pattern: str) -> str:
    """With letters and digits written out: the classes of browsers know no å."""
    return pattern.replace(r"\w", _LETTER).replace(r"\d", "[0-9]")


def advice_on(text: str) -> Iterator[Advice]:
    """As the browser gives it."""
    small = text.lower()
    return (one for one in all_advice() if re.search(one.pattern, small))
