"""Phone numbers, mail addresses and street addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.numbers import folded, personal_numbers
from generator.privacy.words import any_of

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}"
    r"(?:@| @ | ?[\[({] ?(?:at|snabel-?a) ?[\])}] ?| (?:snabel-a|snabela) )"
    r"[\w-]{1,63}(?:(?:\.| ?[\[({](?:dot|punkt)[\])}] ?| punkt )[\w-]{2,63}){1,4}",
    re.IGNORECASE,
)
_MAIL_SIGN = re.compile(r"@|[\[({] ?at|nabel", re.IGNORECASE)  # quicker to look for
# A Swedish number has 7-10 digits after its 0 or +46; groups as people write them.
_PHONE = re.compile(
    r"(?<![\d\w,.-])(?:\(?(?:\+|00)46\)?[ -]?(?:\(0\)[ -]?|0)?[1-9]|\(?0[1-9])\d{0,3}\)?"
    r"(?:[ /.-]{0,3}\d{1,4}){2,5}(?![\d\w])"
)
_FOREIGN = re.compile(r"(?<![\d\w])(?:\+|00)[1-9]\d{0,2}(?:[ .-]?\d{2,4}){2,5}(?![\d\w])")
# A date, or hours from and to: 08-03-2024, 0800-1630, 08.00-12.30.
_NO_PHONE = re.compile(
    r"0?\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d(?!\d)|0\d[.:]?[0-5]0 ?- ?[012]\d[.:]?[0-5]0(?!\d)"
)
_ANY_DIGIT = re.compile(r"\d")
_STREET = re.compile(
    rf"\b[A-ZÅÄÖÉ]\w*{any_of('streets')} \d{{1,3}} ?[A-Fa-f]?\b|"
    rf"\b[A-ZÅÄÖÉ]\w*(?: [a-zåäö]+)? (?i:{any_of('streets')}) \d{{1,3}} ?[A-Fa-f]?\b(?!-)|"
    r"\b[a-zåäö]{3,}(?:gatan|vägen|gränd|allén) \d{1,3} ?[A-Fa-f]?\b(?! k?m)|"  # in haste
    r"\b(?:[Bb]esöksa|[Hh]ema|[Gg]atua|[Aa])dress(?:en)?:? (?:är (?=[A-ZÅÄÖ]))?[^\W\d]{4,}\.? "
    r"\d{1,3} ?[A-Fa-f]?(?=[,.;)]|$| lgh| \d)"
)


def mails(text: str) -> Iterator[tuple[int, int]]:
    if _MAIL_SIGN.search(text):
        yield from (found.span() for found in _MAIL.finditer(text))


def phones(text: str) -> Iterator[tuple[int, int]]:
    if not _ANY_DIGIT.search(text):
        return
    plain = folded(text)
    taken = list(personal_numbers(text))
    for pattern in (_PHONE, _FOREIGN):
        for found in pattern.finditer(plain):
            digits = sum(sign.isdigit() for sign in found[0])
            start, end = found.span()
            if (
                8 <= digits <= 14
                and not _NO_PHONE.match(found[0])
                and not any(first < end and start < last for first, last in taken)
            ):
                yield start, end


def streets(text: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _STREET.finditer(text))
