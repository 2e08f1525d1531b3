"""Personal identity numbers and coordination numbers, in every way people write them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator

_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad_~]")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_SIGNS = {0xA0: " ", 0x202F: " ", ord("＋"): "+"}
_ANY_DIGIT = re.compile(r"\d\d")
_BETWEEN = r"[ \t\n./-]{0,2}"
# A lookahead, so that every digit is tried as the first: in "A0376 811228-9874" a plain search
# takes the digits of the first number for the beginning of the second.
_CANDIDATE = re.compile(
    rf"(?<!\d)(?=((?:(?:18|19|20){_BETWEEN})?(\d\d){_BETWEEN}(\d\d){_BETWEEN}(\d\d)"
    r"[ \t\n./+-]{0,4}(\d ?\d ?\d ?\d))(?!\d))"
)
_NAMED = re.compile(r"(personn|samordningsn|\bpnr\b|pers\.? ?nr)", re.IGNORECASE)


def folded(text: str) -> str:
    """Same length as the text: every digit as 0-9, every dash as "-"."""
    if text.isascii():
        return text
    plain = _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)
    return _DASHES.sub("-", plain.translate(_SIGNS))


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where each stands: (start, end)."""
    if not _ANY_DIGIT.search(text):
        return
    plain = folded(text)
    for found in _CANDIDATE.finditer(plain):
        year, month, day, last = found.group(2, 3, 4, 5)
        last = last.replace(" ", "")
        if not _is_date(int(year), int(month), int(day)):
            continue
        named = _NAMED.search(plain[max(0, found.start() - 40) : found.start()])
        # With a wrong check digit it may be any number, unless the text says what it is.
        if named or _checks(year + month + day + last):
            yield found.start(1), found.end(1)


def _is_date(year: int, month: int, day: int) -> bool:
    """A coordination number adds 60 to the day."""
    if not 1 <= month <= 12:
        return False
    longest = max(monthrange(1900 + year, month)[1], monthrange(2000 + year, month)[1])
    return 1 <= day <= longest or 61 <= day <= 60 + longest


def _checks(ten: str) -> bool:
    total = 0
    for index, digit in enumerate(ten):
        doubled = int(digit) * (2 if index % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0
