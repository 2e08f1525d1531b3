"""Events -> months of weeks of days, as a wall calendar shows them."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.model.content import Event
from exempelbank.model.occasion import LONGEST, Occasion

A_WEEK = tuple(date(2024, 1, 1) + timedelta(days=n) for n in range(7))  # from a Monday


class DayOfMonth(NamedTuple):
    when: date
    events: tuple[tuple[Event, Occasion], ...]  # the occasions that touch the day, by hour


class Week(NamedTuple):
    number: int  # ISO 8601, as weeks are spoken of in Sweden
    days: tuple[DayOfMonth | None, ...]  # seven from Monday; None belongs to another month


class Month(NamedTuple):
    first: date
    weeks: tuple[Week, ...]

    @property
    def event_count(self) -> int:
        """How many events there are, however many days they take."""
        days = (day for week in self.weeks for day in week.days if day)
        return len({event.id for day in days for event, _occasion in day.events})


def months_of(events: Iterable[Event], today: date) -> tuple[Month, ...]:
    """The months in which something happens, and the one that is, in order."""
    on: defaultdict[date, list[tuple[Event, Occasion]]] = defaultdict(list)
    for event in events:
        for occasion in event.occasions:
            for day in _days_of(occasion):
                on[day].append((event, occasion))
    firsts = {day.replace(day=1) for day in (*on, today)}
    return tuple(Month(first, _weeks(first, on)) for first in sorted(firsts))


def _days_of(occasion: Occasion) -> Iterable[date]:
    numbers = range(min(occasion.days, LONGEST))
    return (occasion.first_day + timedelta(days=number) for number in numbers)


def _weeks(first: date, on: dict[date, list[tuple[Event, Occasion]]]) -> tuple[Week, ...]:
    return tuple(
        Week(
            days[0].isocalendar().week,
            tuple(
                DayOfMonth(day, tuple(sorted(on.get(day, ()), key=_by_hour)))
                if day.month == first.month
                else None
                for day in days
            ),
        )
        for days in Calendar().monthdatescalendar(first.year, first.month)
    )


def _by_hour(pair: tuple[Event, Occasion]) -> tuple[object, ...]:
    event, occasion = pair
    return occasion.starts_at, event.id


def month_address(urls: UrlBuilder, day: date) -> str:
    return urls.section("events", urls.inner.month, f"{day:%Y-%m}")
