"""Digits -> whether they may be someone's: a day of birth, and a last digit that checks."""

from __future__ import annotations

_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS = frozenset(
    f"{month:02}{day + more:02}"
    for month, days in enumerate(_DAYS_IN, 1)
    for day in range(1, days + 1)
    for more in (0, 60)  # a coordination number adds 60 to the day
)
_LEAP_DAYS = ("0229", "0289")
_SUMS = {  # of two digits, the first of them doubled
    f"{first}{second}": sum(divmod(2 * first, 10)) + second
    for first in range(10)
    for second in range(10)
}


def is_day(yymmdd: str) -> bool:
    """In this century or another."""
    day = yymmdd[2:]
    return day in _DAYS and (day not in _LEAP_DAYS or int(yymmdd[:2]) % 4 == 0)


def passes_luhn(digits: str) -> bool:
    """The last digit makes the sum even by ten."""
    if len(digits) % 2:
        digits = f"0{digits}"
    return sum(_SUMS[digits[at : at + 2]] for at in range(0, len(digits), 2)) % 10 == 0


def number_length(digits: str) -> int:
    """How many of the digits are a personal number as far as its day tells; 0: none."""
    if digits[:2] in ("18", "19", "20") and len(digits) >= 12 and is_day(digits[2:8]):
        return 12
    return 10 if len(digits) >= 10 and is_day(digits[:6]) else 0
