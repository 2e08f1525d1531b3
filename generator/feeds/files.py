"""Catalogue -> every feed and calendar, by address, and how programs find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

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
from generator.feeds.feed_file import FeedFile
from generator.settings import Settings

FORMATS = (
    ("RSS", rss.FILE, rss.TYPE, rss.RssWriter),
    ("Atom", atom.FILE, atom.TYPE, atom.AtomWriter),
    ("JSON", json_feed.FILE, json_feed.TYPE, json_feed.JsonFeedWriter),
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
        for file in self.unwritten():
            yield file.address, file.whole()

    def unwritten(self) -> Iterator[FeedFile]:
        """Each file, to be written by whoever finds that what it is made of has changed."""
        yield from self._feeds()
        yield from self._calendars()

    def _feeds(self) -> Iterator[FeedFile]:
        writers = [(file, writer(self.settings)) for _name, file, _type, writer in FORMATS]
        for channel in self.channels:
            for file, writer in writers:
                write = partial(writer.write, channel)
                yield FeedFile(channel.page + file, (), (), write)

    def _calendars(self) -> Iterator[FeedFile]:
        writer = CalendarWriter(self.settings)
        for calendar in self.calendars:
            write = partial(writer.write, calendar.title, calendar.events)
            yield FeedFile(calendar.address, calendar.events, (calendar.title,), write)
        for event in self.catalogue.events:
            address = calendar_address(event, self.settings)
            yield FeedFile(address, (event,), (), partial(writer.write, event.title, (event,)))

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
