"""Phone numbers, mail addresses and street addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.prefilter import Substrings, contains_digits
from exempelbank.privacy.visible_characters import visible_characters
from exempelbank.privacy.words import any_of, lowered

_MAIL = Pattern(
    r"(?<![\w.+-])[\w.+-]{1,64}"
    r"(?:@| @ | ?[\[({] ?(?:at|snabel-?a) ?[\])}] ?| (?:snabel-a|snabela) )"
    r"[\w-]{1,63}(?:(?:\.| ?[\[({](?:dot|punkt)[\])}] ?| punkt )[\w-]{2,63}){1,4}",
    re.IGNORECASE,
)
_MAIL_SIGNS = Substrings("@", "nabel", *(f"{sign}{gap}at" for sign in "([{" for gap in ("", " ")))
# A Swedish number has 7-10 digits after its 0 or +46; groups as people write them.
_PHONE = Pattern(
    r"(?<![\w,.-])(?<!\d/)(?:\(?(?:\+|00)46\)?[ -]?(?:\(0\)[ -]?|0)?[1-9]|\(?0[1-9])\d{0,12}+\)?"
    r"(?:[ /.-]{1,3}\d{1,12}+){0,5}(?!\w)"
)
_FOREIGN = Pattern(r"(?<!\w)(?:\+|00)[1-9]\d{1,13}+(?:[ .-]\d{2,12}+){0,5}(?!\w)")
# A date, or hours from and to: 08-03-2024, 0815-1630, 08.00-12.30.
_NO_PHONE = Pattern(
    r"0?\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d(?!\d)|"
    r"0\d[.:]?[0-5][05] ?- ?[012]\d[.:]?[0-5][05](?!\d)"
)
_STREET = Pattern(
    rf"\b[A-ZÅÄÖÉ]\w*{any_of('streets')} \d{{1,3}} ?[A-Fa-f]?\b|"
    rf"\b[A-ZÅÄÖÉ]\w*(?: [a-zåäö]+)? (?i:{any_of('streets')}) \d{{1,3}} ?[A-Fa-f]?\b(?!-)|"
    r"\b[a-zåäö]{3,}(?:gatan|vägen|gränd|allén) \d{1,3} ?[A-Fa-f]?\b(?! k?m)|"  # in haste
    r"\b(?:[Bb]esöksa|[Hh]ema|[Gg]atua|[Aa])dress(?:en)?:? (?:är (?=[A-ZÅÄÖ]))?[^\W\d]{4,}\.? "
    r"\d{1,3} ?[A-Fa-f]?(?=[,.;)]|$| lgh| \d)"
)


def mails(text: str) -> Iterator[tuple[int, int]]:
    if _MAIL_SIGNS.any_in(lowered(text)):
        yield from (match.span() for match in _MAIL.finditer(text))


def phones(text: str) -> Iterator[tuple[int, int]]:
    if not contains_digits(8, text):
        return
    visible = visible_characters(text)
    for pattern in (_PHONE, _FOREIGN):
        for match in pattern.finditer(visible):
            digits = sum(map(str.isdigit, match[0]))
            if 8 <= digits <= 14 and not _NO_PHONE.match(match[0]):
                yield match.start() + match[0].startswith("("), match.end()


def streets(text: str) -> Iterator[tuple[int, int]]:
    if contains_digits(1, text):
        yield from (match.span() for match in _STREET.finditer(text))
