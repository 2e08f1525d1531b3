"""Catalogue -> every feed and calendar, by address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.catalogue.addresses import AddressBook
from generator.feeds import atom, json_feed, rss
from generator.feeds.calendar import TYPE as CALENDAR_TYPE
from generator.feeds.calendar import CalendarWriter, calendar_address, calendars_of
from generator.feeds.channels import Channel, channels_of
from generator.settings import Settings

FORMATS = (
    ("RSS", rss.FILE, rss.TYPE, rss.rss_from),
    ("Atom", atom.FILE, atom.TYPE, atom.atom_from),
    ("JSON", json_feed.FILE, json_feed.TYPE, json_feed.json_feed_from),
)


def feeds_of(catalogue: Catalogue, settings: Settings, today: date) -> Mapping[str, bytes]:
    return dict(_files(catalogue, settings, today))


def _files(catalogue: Catalogue, settings: Settings, today: date) -> Iterator[tuple[str, bytes]]:
    for channel in channels_of(catalogue, settings, today):
        for _name, file, _type, written in FORMATS:
            yield channel.page + file, written(channel, settings)
    writer = CalendarWriter(settings)
    for calendar in calendars_of(catalogue, settings, today):
        yield calendar.address, writer.write(calendar.title, calendar.events)
    for event in catalogue.events:
        yield calendar_address(event, settings), writer.write(event.title, [event])


def discovery(catalogue: Catalogue, settings: Settings, today: date) -> Mapping[str, Markup]:
    """Address of a page -> the links in its head by which programs find its feeds."""
    book = AddressBook(settings)
    found: dict[str, Markup] = {}

    def add(page: str, type: str, title: str, address: str) -> None:
        link = Markup('<link rel="alternate" type="{}" title="{}" href="{}">')
        found[page] = found.get(page, Markup()) + link.format(type, title, book.full(address))

    def add_feeds(page: str, channel: Channel) -> None:
        for name, file, type, _written in FORMATS:
            add(page, type, f"{channel.title} ({name})", channel.page + file)

    for channel in channels_of(catalogue, settings, today):
        add_feeds(channel.page, channel)
        if channel.kind in ("examples", "news") and channel.page == book.section(channel.kind):
            add_feeds("", channel)
    for calendar in calendars_of(catalogue, settings, today):
        page = calendar.address.rpartition("/")[0] + "/"
        add(page, CALENDAR_TYPE, calendar.title, calendar.address)
    return found
