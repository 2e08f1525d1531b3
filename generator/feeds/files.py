"""Catalogue -> every feed and calendar, by address, and how programs find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.catalogue.addresses import AddressBook
from generator.feeds import atom, json_feed, rss
from generator.feeds.calendar import TYPE as CALENDAR_TYPE
from generator.feeds.calendar import (
    CalendarWriter,
    EventCalendar,
    calendar_address,
    calendars_of,
)
from generator.feeds.channels import Channel, channels_of
from generator.settings import Settings

FORMATS = (
    ("RSS", rss.FILE, rss.TYPE, rss.rss_from),
    ("Atom", atom.FILE, atom.TYPE, atom.atom_from),
    ("JSON", json_feed.FILE, json_feed.TYPE, json_feed.json_feed_from),
)


@dataclass(frozen=True)
class Feeds:
    """Everything one can follow, worked out once for the files and the pages that link to them."""

    catalogue: Catalogue
    settings: Settings
    today: date

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        return channels_of(self.catalogue, self.settings, self.today)

    @cached_property
    def calendars(self) -> tuple[EventCalendar, ...]:
        return calendars_of(self.catalogue, self.settings, self.today)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for channel in self.channels:
            for _name, file, _type, written in FORMATS:
                yield channel.page + file, written(channel, self.settings)
        writer = CalendarWriter(self.settings)
        for calendar in self.calendars:
            yield calendar.address, writer.write(calendar.title, calendar.events)
        for event in self.catalogue.events:
            yield calendar_address(event, self.settings), writer.write(event.title, [event])

    @cached_property
    def discovery(self) -> Mapping[str, Markup]:
        """Address of a page -> the links in its head by which programs find its feeds."""
        found: dict[str, Markup] = {}
        for page, type, title, address in self._links():
            link = Markup('<link rel="alternate" type="{}" title="{}" href="{}">')
            full = AddressBook(self.settings).full(address)
            found[page] = found.get(page, Markup()) + link.format(type, title, full)
        return found

    def _links(self) -> Iterator[tuple[str, str, str, str]]:
        for channel in self.channels:
            for page in (channel.page, "") if channel.whole else (channel.page,):
                for name, file, type, _written in FORMATS:
                    yield page, type, f"{channel.title} ({name})", channel.page + file
        for calendar in self.calendars:
            yield calendar.page, CALENDAR_TYPE, calendar.title, calendar.address
