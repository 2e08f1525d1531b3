"""Is it worth while to look for something here? Seldom; and that is soon answered.

Texts are sifted by what is fastest in Python, so that only few are read with care. "Yes" may be
wrong, "no" never.
"""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = frozenset(b"0123456789")
LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,")
# With these UTF-8 begins signs among which there are digits of other scripts.
FOREIGN = frozenset(range(0xD9, 0xF5)) - {0xE2}
_ALL_BUT_DIGITS = bytes(set(range(256)) - DIGITS - FOREIGN)
_ALL_BUT_WORDS = bytes(set(range(256)) - DIGITS - LETTERS)
_CLASSES = bytes(
    ord("0") if byte in DIGITS else ord("a") if byte in LETTERS else byte for byte in range(256)
)
_SMALL_DIGITS = ("²".encode(), "³".encode(), "¹".encode())
_AS_ONE = (b"0" * 10, b"0" * 6 + b"a000", b"0" * 6 + b"aa00")  # the last two: T123, TF12
_MARKUP = re.compile(rb"[<&]|\]\(|%[23]")
_NAMES = re.compile(
    rb"personn|personal |pers\.? ?n|p-?nr|delsen|samordn|coordination|interims|tf-?n|ssn"
)


class Substrings:
    """A pattern looks at each character of a text; to these one leaps."""

    def __init__(self, *substrings: str) -> None:
        self._substrings = substrings

    def any_in(self, text: str) -> bool:
        """Any of them."""
        for substring in self._substrings:  # noqa: SIM110 - any() takes twice the time
            if substring in text:
                return True
        return False


def contains_digits(least: int, text: str) -> bool:
    """At least so many. A letter of a script that has digits of its own counts as one."""
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw.translate(None, _ALL_BUT_DIGITS)) >= least


@lru_cache(maxsize=1)  # two rules ask, one after the other
def may_hold_personal_number(text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass")
    digits = raw.translate(None, _ALL_BUT_DIGITS)
    if _holds_other_digits(raw) or not (digits.isdigit() or digits == b""):
        return True
    if len(digits) < 6:
        return False
    words = raw.translate(_CLASSES, _ALL_BUT_WORDS)
    return (
        any(form in words for form in _AS_ONE)
        or (len(digits) >= 8 and _MARKUP.search(raw) is not None)
        or _NAMES.search(raw.lower()) is not None
    )


def _holds_other_digits(raw: bytes) -> bool:
    """①, ₁ or ²: begun by the same bytes as dashes and quotation marks, and as §."""
    if b"\xe2" in raw and raw.count(b"\xe2") > raw.count(b"\xe2\x80"):
        return True
    return b"\xc2" in raw and any(digit in raw for digit in _SMALL_DIGITS)
