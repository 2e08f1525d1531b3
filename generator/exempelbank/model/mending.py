"""What was written in another form than the one asked for -> what was meant.

An empty text when that can't be told. It is never taken for the value: people are asked.
"""

from __future__ import annotations

import re


def mended_example_id(text: str) -> str:
    """ "ex 2026 014" -> "EX-2026-014"."""
    return re.sub(r"[^A-Z0-9]+", "-", text.upper()).strip("-")


def mended_code(text: str) -> str:
    """A municipality's: a spreadsheet takes the zero off 0180."""
    return text.strip().zfill(4) if text.strip() else ""


def mended_yes_or_no(text: str) -> str:
    word = text.strip().casefold()
    if word in ("ja", "j", "yes", "y", "true", "sant", "on", "på", "1", "x"):
        return "yes"
    return "no" if word in ("nej", "n", "no", "false", "falskt", "off", "av", "0") else ""


def mended_number(text: str) -> str:
    """ "1 000", "1_000", "+5" and "5.0"."""
    number = re.sub(r"[\s_]|^\+|[.,]0+$", "", text)
    return number if re.fullmatch(r"-?[0-9]{1,9}", number) else ""


def mended_decimal(text: str) -> str:
    """ "1 000", "+4,5" and "76 %"."""
    number = re.sub(r"[\s_%]|^\+", "", text)
    return number if re.fullmatch(r"-?[0-9]{1,9}([.,][0-9]{1,3})?", number) else ""


def mended_month(text: str) -> str:
    """ "2026-3", "mars 2026" -> "2026-03"."""
    if match := _YEAR_MONTH.fullmatch(text.strip()):
        return f"{match[1]}-{int(match[2]):02}"
    if match := _NAMED_MONTH.fullmatch(text.strip()):
        return _with_name("", match[1], match[2])
    return ""


def mended_day(text: str) -> str:
    """ "2026-3-5", "20260305", "5 mars 2026" -> "2026-03-05"."""
    if match := _YEAR_MONTH_DAY.fullmatch(text.strip()):
        return f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}"
    if match := _NAMED_DAY.fullmatch(text.strip()):
        return _with_name(match[1], match[2], match[3])
    return ""


def mended_clock_time(text: str) -> str:
    """ "2026-3-5 kl. 9.30", "5 mars 2026 9:30:00" -> "2026-03-05 09:30"; but 2:00 may be in the
    afternoon.
    """
    if match := _DAY_AND_CLOCK.fullmatch(text.strip()):
        day = mended_day(match[1])
        return day and f"{day} {int(match[2]):02}:{match[3] or '00'}"
    return ""


def _with_name(day: str, name: str, year: str) -> str:
    number = _MONTHS.get(name[:3].casefold())
    end = f"-{int(day):02}" if day else ""
    return f"{year}-{number:02}{end}" if number else ""


_YEAR_MONTH = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})")
_YEAR_MONTH_DAY = re.compile(r"([0-9]{4})([-/. ]?)([0-9]{1,2})\2([0-9]{1,2})")
_NAMED_MONTH = re.compile(r"([^\W\d_]{3,9})\.? ([0-9]{4})")
_NAMED_DAY = re.compile(r"(?:den )?([0-9]{1,2})(?::?e|\.)? ([^\W\d_]{3,9})\.? ([0-9]{4})")
_DAY_AND_CLOCK = re.compile(
    r"(.+?)(?:T|,? +(?:kl\.? *)?)([0-9]{2}|[07-9])(?:[:.]([0-9]{2}))?(?::[0-9]{2})?"
)
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS = {**{name: number for number, name in enumerate(_SHORT, 1)}, "may": 5, "oct": 10}
