"""Numbers of bank accounts and cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from exempelbank.privacy.number_checks import passes_luhn
from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.prefilter import contains_digits
from exempelbank.privacy.sentences import Span
from exempelbank.privacy.visible_characters import visible_characters
from exempelbank.privacy.words import lowered, names

_IBAN = Pattern(r"\b(?=([A-Za-z]{2}\d\d(?:[ -]?[0-9A-Za-z]){11,30}))")
_CARD = Pattern(r"(?<![\d.,])(?<!\d[ -])[2-6]\d{3}(?:[ -]?\d){9,15}(?![ -]?\d)")
# "Konto" alone is a word of many meanings: digits of an account must follow.
_CALLED = Pattern(
    r"\b(?:(?:bank|löne|spar|privat|person)?konto(?:t|n|nr|nummer|numret)?|clearing(?:nr|nummer|numret)?"
    r"|bankgiro(?:t|nr|nummer|konto|kontot)?|plusgiro(?:t|nr|nummer|konto|kontot)?|postgiro(?:t)?"
    r"|bg|pg|swish(?:a|nr|nummer|numret)?)\b[^\w\n]{0,3}(?:(?:är|nr|nummer|till|:|på)[^\w\n]{0,3}){0,2}"
    r"(?P<digits>\d(?:[ ,.-]{0,2}\d){5,16})(?!\d)"
)


def accounts(text: str) -> Iterator[Span]:
    if not contains_digits(6, text):
        return
    visible = visible_characters(text)
    for match in _IBAN.finditer(visible):
        if size := _iban_in(match[1]):
            yield match.start(), match.start() + size
    for match in _CARD.finditer(visible):
        if _is_card("".join(filter(str.isdigit, match[0]))):
            yield match.span()
    for match in _CALLED.finditer(lowered(visible)):
        yield match.span("digits")


def _iban_in(text: str) -> int:
    """How much of the text, from its beginning, is a right one."""
    size = _sizes().get(text[:2].upper(), 0)
    signs = text.replace(" ", "").replace("-", "")[:size]
    if not size or len(signs) < size:
        return 0
    turned = int(
        "".join(sign if sign.isdigit() else str(int(sign, 36)) for sign in signs[4:] + signs[:4])
    )
    if turned % 97 != 1:
        return 0
    return [place for place, sign in enumerate(text, 1) if sign.isalnum()][size - 1]


@cache
def _sizes() -> Mapping[str, int]:
    return {country[:2]: int(country[2:]) for country in names("iban")}


def _is_card(digits: str) -> bool:
    """Checks, as a bar code does not."""
    if not passes_luhn(digits):
        return False
    bar_code = sum(map(int, digits[::2])) + 3 * sum(map(int, digits[1::2]))
    return len(digits) != 13 or bar_code % 10 != 0
