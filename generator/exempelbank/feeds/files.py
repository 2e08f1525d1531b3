"""Catalogue -> every feed and calendar, by address, and how programs find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from markupsafe import Markup

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds import atom, json_feed, rss
from exempelbank.feeds.calendar import TYPE as CALENDAR_TYPE
from exempelbank.feeds.calendar import (
    CalendarWriter,
    EventCalendar,
    calendar_address,
    calendars_of,
)
from exempelbank.feeds.channels import Channel, channels_of
from exempelbank.settings import Settings

FeedFile = tuple[str, Callable[[], bytes]]  # its address, and what makes it
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

    def files(self) -> Iterator[FeedFile]:
        """Those of one format after one another: they share what is made once for each entry."""
        for _name, file, _type, writer in FORMATS:
            write = writer(self.settings).write
            for channel in self.channels:
                yield channel.page + file, partial(write, channel)
        yield from self._calendars()

    def _calendars(self) -> Iterator[FeedFile]:
        write = CalendarWriter(self.settings).write
        for calendar in self.calendars:
            yield calendar.address, partial(write, calendar.title, calendar.events)
        for event in self.catalogue.events:
            yield calendar_address(event, self.settings), partial(write, event.title, (event,))

    @cached_property
    def discovery(self) -> Mapping[str, Markup]:
        """Address of a page -> the links in its head by which programs find its feeds."""
        found: dict[str, Markup] = {}
        for page, type, title, address in self._links():
            link = Markup('<link rel="alternate" type="{}" title="{}" href="{}">')
            full = UrlBuilder(self.settings).full(address)
            found[page] = found.get(page, Markup()) + link.format(type, title, full)
        return found

    def _links(self) -> Iterator[tuple[str, str, str, str]]:
        for channel in self.channels:
            for page in (channel.page, "") if channel.whole else (channel.page,):
                for name, file, type, _written in FORMATS:
                    yield page, type, f"{channel.title} ({name})", channel.page + file
        for calendar in self.calendars:
            yield calendar.page, CALENDAR_TYPE, calendar.title, calendar.address
