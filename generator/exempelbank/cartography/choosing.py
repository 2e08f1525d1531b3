"""What people write for municipalities -> their codes at Statistics Sweden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exempelbank.exceptions import NotMade
from exempelbank.i18n import _
from exempelbank.settings import Municipality, Vocabulary
from exempelbank.text.normalization import slug_from

_COUNTY = re.compile("[0-9]{2}")


def codes_from(words: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """`words`: codes, names, or the two digits of a county, which stand for all in it. `names`:
    all there are, by code. In the order of the codes. Raises `NotMade`, which tells of every word
    that is none of these.
    """
    known = Vocabulary(
        "municipalities",
        tuple(
            Municipality(id=slug_from(name), label=name, code=code) for code, name in names.items()
        ),
    )
    found: list[str] = []
    unknown: list[str] = []
    for word in words:
        codes = _codes_of(word.strip(), known, names)
        found += codes
        if not codes:
            unknown.append(_unknown(word, known))
    if unknown:
        raise NotMade(
            "\n".join(unknown),
            _("Write a name, a code such as 1780, or the two digits of a county."),
        )
    return tuple(sorted({*found}))


def _codes_of(word: str, known: Vocabulary, names: Mapping[str, str]) -> list[str]:
    if word in names:
        return [word]
    if _COUNTY.fullmatch(word):
        return [code for code in names if code.startswith(word)]
    place = known.find(word)
    return [place.code] if isinstance(place, Municipality) else []


def _unknown(word: str, known: Vocabulary) -> str:
    says = _("There is no municipality “{word}”.").format(word=word)
    if nearest := known.suggestion(word):
        says += " " + _("Did you mean “{word}”?").format(word=nearest)
    return says
