"""A channel -> JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.catalogue.addresses import AddressBook
from generator.feeds.channels import Channel
from generator.feeds.entries import Entry, plain, start_of
from generator.feeds.json_list import file_of, item_from
from generator.settings import Settings

FILE = "feed.json"
TYPE = "application/feed+json"


class JsonFeedWriter:
    """Prints each entry once, however many channels it stands in."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._printed = cache(self._print)

    def write(self, channel: Channel) -> Iterator[bytes]:
        book = AddressBook(self._settings)
        organisation = self._settings.organisation
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "home_page_url": book.full(channel.page),
            "feed_url": book.full(channel.page + FILE),
            "description": plain(organisation.description or channel.title),
            "language": organisation.language,
            "authors": [{"name": plain(organisation.name), "url": organisation.url}],
        }
        return file_of(feed, "items", map(self._printed, channel.entries))

    def _print(self, entry: Entry) -> bytes:
        fields = {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            **({"summary": entry.summary} if entry.summary else {}),
            "content_html": entry.html,
            "date_published": self._moment(entry.published),
            "date_modified": self._moment(entry.updated),
            "tags": entry.tags,
        }
        return item_from(fields)

    def _moment(self, day: date) -> str:
        return start_of(day, self._settings.zone).isoformat()
