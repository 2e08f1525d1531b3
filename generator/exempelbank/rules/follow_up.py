"""The day to come back to what waits for someone: it can't be one that has gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exempelbank.i18n import _
from exempelbank.model.record import ISO_DAY
from exempelbank.model.typed_days import day_from_words
from exempelbank.problems import Location, Problem, Problems

_PLACE = Location("--follow-up")


def follow_up_from(text: str, today: date, problems: Problems) -> date | None:
    """The day as it was typed. None when there is none."""
    if not text:
        return None
    try:
        typed = day_from_words(text, today)
        day = date.fromisoformat(typed if ISO_DAY.fullmatch(typed) else "")
    except ValueError:
        problems.error(
            _PLACE,
            _("“{word}” is no day").format(word=text),
            _("Write it such as 2026-03-05, 5 March 2026 or tomorrow."),
        )
        return None
    problems.found += check_follow_up(day, today)
    return day


def check_follow_up(day: date | None, today: date) -> Iterator[Problem]:
    if day and day < today:
        yield Problem(
            _PLACE,
            _("{day} has gone already").format(day=day),
            _("Write a day that is yet to come, or today."),
        )
