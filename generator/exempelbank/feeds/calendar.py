"""Events -> iCalendar (RFC 5545): all, each network's, each role's, and each event alone.

Times are written in UTC. No occasion repeats, so that says exactly when it is on both sides of a
clock change, and no program has to agree with ours on how a zone is described. Whole days are days
wherever one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.topics import topics_of
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.items import EARLIEST, plain, stable_id, start_of
from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.settings import Settings

if TYPE_CHECKING:  # slow to import, and only needed when a calendar is written
    from icalendar import Event as Component
    from icalendar import Timezone

FILE = "kalender.ics"
TYPE = "text/calendar"
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class EventCalendar(NamedTuple):
    kind: str  # as a channel's
    name: str
    title: str
    page: str
    events: tuple[Event, ...]

    @property
    def address(self) -> str:
        return self.page + FILE


def calendars_of(
    catalogue: Catalogue, settings: Settings, today: date
) -> tuple[EventCalendar, ...]:
    """From the turn of last year on: what has been stays in people's calendars for a while."""
    if not settings.has("events"):
        return ()
    events = sorted(
        (event for event in catalogue.events if event.last_day.year >= today.year - 1),
        key=lambda event: (event.starts_at, event.id),
    )
    return tuple(
        EventCalendar(
            topic.kind,
            topic.name,
            f"{settings.organisation.site_name}: {topic.name}",
            topic.page,
            tuple(
                event for event in events if not topic.id or topic.id in getattr(event, topic.kind)
            ),
        )
        for topic in topics_of(catalogue, settings)
        if topic.has_calendar
    )


def calendar_address(event: Event, settings: Settings) -> str:
    """Where one event lies, to be saved."""
    return UrlBuilder(settings).of(event) + f"{event.id}.ics"


class CalendarWriter:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._urls = UrlBuilder(settings)
        self._components = cache(self._make_components)  # once, in however many calendars

    def write(self, title: str, events: Iterable[Event]) -> bytes:
        from icalendar import Calendar

        calendar = Calendar()
        calendar.add("prodid", "-//Exempelbank//exempelbank//SV")
        calendar.add("version", "2.0")
        calendar.add("x-wr-calname", _line(title))
        calendar.add("x-wr-timezone", self._settings.organisation.timezone)
        calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "P1D")
        for event in events:
            for component in self._components(event):
                calendar.add_component(component)
        if not calendar.subcomponents:  # it must hold something, or programs refuse it
            calendar.add_component(self._zone)
        return bytes(calendar.to_ical())

    @cached_property
    def _zone(self) -> Timezone:
        from icalendar import Timezone

        return Timezone.from_tzinfo(self._settings.zone, first_date=EARLIEST)

    def _make_components(self, event: Event) -> tuple[Component, ...]:
        return tuple(self._occasions(event))

    def _occasions(self, event: Event) -> Iterator[Component]:
        """One component each: a calendar has no other way to write days that follow no rule."""
        from icalendar import Event as Component

        settings = self._settings
        changed = start_of(event.updated or EARLIEST, settings.zone)
        title = (
            _("Cancelled: {title}").format(title=event.title) if event.cancelled else event.title
        )
        for number, occasion in enumerate(event.occasions, 1):
            part = Component()
            # By number, so that an occasion that is moved moves in people's calendars too.
            part.add("uid", stable_id(settings, "event", f"{event.id}/{number}"))
            part.add("dtstamp", changed.astimezone(UTC))
            part.add("last-modified", changed.astimezone(UTC))
            part.add("sequence", (changed.date() - EARLIEST).days + event.cancelled)
            if occasion.whole_days:
                part.add("dtstart", occasion.first_day)
                part.add("dtend", occasion.last_day + timedelta(days=1))  # the first day after
            else:
                part.add("dtstart", self._utc(occasion.starts_at))
                part.add("dtend", self._utc(occasion.ends_at))
            part.add("summary", _line(title))
            part.add("description", self._description(event))
            part.add("url", self._urls.full(self._urls.of(event)))
            part.add("categories", [_line(settings.label("event_kinds", event.kind))])
            part.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
            if where := self._place(event):
                part.add("location", where)
            yield part

    def _utc(self, clock: datetime) -> datetime:
        return clock.replace(tzinfo=self._settings.zone).astimezone(UTC)

    def _place(self, event: Event) -> str:
        town = self._settings.label("municipalities", event.municipality)
        place = ", ".join(filter(None, (event.place or town, event.address)))
        return _line(place or (_("Online") if event.digital else ""))

    def _description(self, event: Event) -> str:
        lines = [event.summary]
        if event.digital and event.place:
            lines.append(_("You can take part online too."))
        if event.sign_up_by:
            lines.append(_("Sign up by {day}.").format(day=event.sign_up_by.isoformat()))
        if event.preparation:
            lines.append(_("Before: {text}").format(text=event.preparation))
        lines.append(self._urls.full(self._urls.of(event)))
        return "\n".join(_line(line) for line in lines if line)


def _line(text: str) -> str:
    """On one line, without the characters that could begin another."""
    return _BROKEN.sub(" ", plain(text)).strip()
