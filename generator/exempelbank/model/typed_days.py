"""A day, a month or a time as people type it -> as a file has it: "i dag", "16 mars 2026".

For what is typed today alone. In a file that stays, "i dag" would be another day tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from exempelbank.i18n import N_, kept_while_spoken
from exempelbank.model import wordings
from exempelbank.model.mending import mended_clock_time, mended_day, mended_month
from exempelbank.text.normalization import comparable

ReadTyped = Callable[[str, date], str]  # what was typed, today -> as it is written

_DAYS_FROM_TODAY = {
    -1: N_("day in words", "yesterday"),
    0: N_("day in words", "today"),
    1: N_("day in words", "tomorrow"),
}
_LETTER = re.compile(r"[^\W\d_]")


def day_from_words(text: str, today: date) -> str:
    """What is no day in words is left as it is: others say what is wrong with it."""
    days = _days_by_wording().get(_closed_up(text))
    if days is not None:
        return (today + timedelta(days)).isoformat()
    return (_LETTER.search(text) and mended_day(text)) or text


def month_from_words(text: str, _today: date) -> str:
    return (_LETTER.search(text) and mended_month(text)) or text


def time_from_words(text: str, today: date) -> str:
    """A day with a time, or a whole day."""
    return (_LETTER.search(text) and mended_clock_time(text)) or day_from_words(text, today)


@kept_while_spoken
def _days_by_wording() -> Mapping[str, int]:
    by_wording = wordings.by_wording("day in words", _DAYS_FROM_TODAY)
    return {_closed_up(wording): days for wording, days in by_wording.items()}


def _closed_up(text: str) -> str:
    """ "I dag" and "idag" alike."""
    return comparable(text).replace(" ", "")
