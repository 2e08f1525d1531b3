"""Is it worth while to look for something here? Seldom; and that is soon told.

Texts are sifted by what is fastest in Python, so that only few are read with care. "Yes" may be
wrong, "no" never.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIGITS = frozenset(b"0123456789")
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,")
# With these UTF-8 begins signs among which there are digits of other scripts.
_FOREIGN = frozenset(range(0xD9, 0xF5)) - {0xE2}
_ALL_BUT_DIGITS = bytes(set(range(256)) - _DIGITS - _FOREIGN)
_ALL_BUT_WORDS = bytes(set(range(256)) - _DIGITS - _LETTERS)
_CLASSES = bytes(
    ord("0") if byte in _DIGITS else ord("a") if byte in _LETTERS else byte for byte in range(256)
)
_OTHER_DIGITS = re.compile(rb"\xe2(?!\x80)|\xc2[\xb2\xb3\xb9]")  # ① ₁ ²
_AS_ONE = (b"0" * 10, b"0" * 6 + b"a000", b"0" * 6 + b"aa00")  # the last two: T123, TF12
_MARKUP = re.compile(rb"[<&]|\]\(|%[23]")
_NAMES = re.compile(
    rb"personn|personal |pers\.? ?n|p-?nr|delsen|samordn|coordination|interims|tf-?n|ssn"
)


def holds_any(words: Iterable[str], text: str) -> bool:
    """A pattern looks at each character; this leaps over most of them."""
    return any(word in text for word in words)


def holds_digits(least: int, text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw.translate(None, _ALL_BUT_DIGITS)) >= least


def may_hold_a_number(text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass")
    digits = raw.translate(None, _ALL_BUT_DIGITS)
    if not digits.isdigit():
        return bool(digits) or _OTHER_DIGITS.search(raw) is not None
    if len(digits) < 6:
        return _OTHER_DIGITS.search(raw) is not None
    words = raw.translate(_CLASSES, _ALL_BUT_WORDS)
    return (
        any(form in words for form in _AS_ONE)
        or (len(digits) >= 8 and _MARKUP.search(raw) is not None)
        or _OTHER_DIGITS.search(raw) is not None
        or _NAMES.search(raw.lower()) is not None
    )
