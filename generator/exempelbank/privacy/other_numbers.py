"""Ten digits that check, and yet are a date with a time, a phone number or a row of figures.

Each function is handed a match of the pattern for a whole number in `numbers`: its parts are
century, year, month, day and last, with the signs s0, s1, s2 and s3 between them.
"""

from __future__ import annotations

import re

from exempelbank.privacy.patterns import Match, Pattern

_CLOCK = Pattern(r"(?:[01]\d|2[0-3])\s?[0-5]\d")
_PLANNED = Pattern(r"(?:0[6-9]|1\d|2[0-2])(?:00|15|30|45)")
_HOUR = Pattern(r"(?:[01]\d|2[0-4])(?:[0-5]\d)?")
_END_AND_HOUR = Pattern(r"\d\d[ \n](?:[01]\d|2[0-3])")
_MINUTES = Pattern(r"[:.][0-5]\d(?!\d)|-(?:[01]\d|2[0-4])(?!\d)")
_END_AND_HOURS = Pattern(r"(?P<end>\d\d|20\d\d)[ \n_|]+(?P<hours>\d{4} ?[-/] ?\d{4})")
_YEAR_AND_MONTH = Pattern(r"(?<!\d)(?:19|20)\d\d([-./])\d\d\1\Z")
_DAY_AND_MONTH = Pattern(r"(?<!\d)\d\d?[-./ ]{1,2}(?:\d\d?[-./ ]|[a-zå]{3,9}\.? )\Z", re.IGNORECASE)
_DATE_LENGTH = len(" 5 september ")
_BEFORE_CLOCK = Pattern(r"[ \n_|]+")
_DAY_AND_CLOCK = Pattern(
    r"(?:\d[-./]\d\d[ ,_]+(?:[01]\d|2[0-3])[ :.]?|\d{6}[ ,_]+(?:[01]\d|2[0-3])[:.])[0-5]\d\Z"
)
_REST_OF_DATE = Pattern(r"[-./]\d\d[-./]\d\d(?!\d)")
_PHONE_BEFORE = Pattern(
    r"\b(?:tel|mobil|ring|sms|jour|växel|fax|nås|når)[^.!?\n]{0,20}\Z", re.IGNORECASE
)
_COUNTRY_BEFORE = Pattern(r"(?<!\d)\+\Z")
_FIGURE_BEFORE = Pattern(r"\d +\Z")
_CODE = Pattern(r"[0-9A-Za-z]{32,}")  # a digest or a key


def is_divided_as_another(match: Match) -> bool:
    """A personal number has one sign in it, if any: 81-12-28-9874 and no 01-01 2026-12."""
    signs = [sign for sign in match.group("s0", "s1", "s2") if sign]
    if len(set(signs)) > 1:
        return True
    if len(signs) > 1 and not match["century"] and signs[0].strip(" .-_/·'"):
        return True  # a row of a table: | 12 | 11 | 10 | 1234 |
    if match["s1"] != match["s2"] and not match["last"].isdigit():
        return True  # 2001-01-01 03, before :04
    if match["s1"] in ("-", ".", "/") and set(match["s3"]) & set("|;\n"):
        return True  # a day, and in the next cell a figure
    in_last = {sign for sign in match["last"] if sign in "-·"}
    return bool(in_last) and not (match["s3"] and in_last == {match["s1"]})


def is_date_and_time(match: Match) -> bool:
    """ "2026-03-05 1430", "2026-03-05 13-16"; and "260305 1430" in years of plans."""
    if not _BEFORE_CLOCK.fullmatch(match["s3"]):
        return _ends_with_hours(match) or _is_end_of_date_and_hours(match)
    if match["century"] and match["s1"] and _is_from_to(match["last"]):
        return int(match["day"]) <= 31
    if not _CLOCK.fullmatch(match["last"]):
        return False
    return int(match["day"]) <= 31 and (bool(match["s1"] or match["s2"]) or _is_lately(match))


def _ends_with_hours(match: Match) -> bool:
    """ "05/03/2026 08" before ":15", and "2026-03-05-06 13" before ".00"."""
    return bool(
        match["s1"]
        and _END_AND_HOUR.fullmatch(match["last"])
        and _MINUTES.match(match.string, match.end())
    )


def _is_end_of_date_and_hours(match: Match) -> bool:
    """The last of "2026-03-05 0815-1600", or of "5/3 2026 0815-1600"."""
    before = match.string[max(0, match.start() - _DATE_LENGTH) : match.start()]
    hours = _END_AND_HOURS.fullmatch(match[0])
    if not hours or not _is_from_to(hours["hours"]):
        return False
    date = _YEAR_AND_MONTH if len(hours["end"]) == len("05") else _DAY_AND_MONTH
    return date.search(before) is not None


def _is_from_to(hours: str) -> bool:
    """ "13-16", "0815-1600"."""
    first, dash, last = hours.replace(" ", "").replace("/", "-").partition("-")
    return bool(dash and _HOUR.fullmatch(first) and _HOUR.fullmatch(last)) and first < last


def may_be_date_and_time(match: Match) -> bool:
    """Ten digits of which only a person can tell: "2026-03-05-1312", and "260305-1300" at an hour
    for which people plan.
    """
    if int(match["day"]) > 31 or not _is_lately(match):
        return False
    if match["s1"] and (match["century"] or _is_from_to(match["last"])):
        clock = "".join(filter(str.isdigit, match["last"]))
        return bool(_CLOCK.fullmatch(clock)) or _is_from_to(match["last"])
    is_divided = bool(match["s3"]) or bool(match["century"])
    return is_divided and _PLANNED.fullmatch(match["last"]) is not None


def _is_lately(match: Match) -> bool:
    return match["century"] in (None, "20") and match["year"] < "50"


def ends_with_a_time(text: str) -> bool:
    """The same of any text with a date: "2026-03-05 14:30"."""
    return _DAY_AND_CLOCK.search(text) is not None


def is_period(match: Match) -> bool:
    """From 2022-01-01 to 2023-12-31."""
    rest = _REST_OF_DATE.match(match.string, match.end())
    return match["last"][:2] in ("19", "20") and rest is not None


def is_phone_or_figures(match: Match) -> bool:
    """Only where digits and spaces are all there is: a dash in its place says what it is."""
    if match["s3"] not in ("", " "):
        return False
    text, (start, end) = match.string, match.span()
    before = text[max(0, start - 30) : start]
    if match[0].isdigit():
        if end - start == len(text) and text.startswith(("07", "08")):
            return True  # all that stands there, as in a field for a phone number
        around = text[max(0, start - 32) : end + 32]
        if any(match[0] in code for code in _CODE.findall(around)):
            return True
    if match["s1"] == match["s2"] == match["s3"] == " " and _FIGURE_BEFORE.search(before):
        return True
    called = match[0].startswith("0") and is_called_a_phone(before)
    return called or _COUNTRY_BEFORE.search(before) is not None


def is_called_a_phone(before: str) -> bool:
    return _PHONE_BEFORE.search(before) is not None
