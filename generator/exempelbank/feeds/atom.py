"""A channel -> Atom 1.0 (RFC 4287), with what has gone (RFC 6721)."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from exempelbank.feeds.channels import Channel
from exempelbank.feeds.items import FeedItem, plain, start_of
from exempelbank.feeds.xml_feed import begin_feed
from exempelbank.settings import Settings

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

FILE = "atom.xml"
TYPE = "application/atom+xml"


class AtomWriter:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._item = cache(self._make_item)  # once, however many channels it stands in

    def write(self, channel: Channel) -> bytes:
        from exempelbank.feeds.tombstones import Tombstones

        organisation = self._settings.organisation
        feed = begin_feed(channel, self._settings, FILE, TYPE)
        feed.register_extension("tombstones", Tombstones, rss=False)
        for gone in channel.gone:
            feed.tombstones.deleted_entry(gone.id, self._moment(gone.when))
        feed.title(channel.title)
        feed.updated(self._moment(channel.updated))
        feed.author(name=plain(organisation.name))
        feed.language(organisation.language)
        if organisation.licence:
            feed.rights(plain(organisation.licence))
        for entry in channel.items:
            feed.add_entry(self._item(entry), order="append")
        return bytes(feed.atom_str(pretty=True))

    def _make_item(self, entry: FeedItem) -> FeedEntry:
        from feedgen.entry import FeedEntry

        item = FeedEntry()
        item.id(entry.id)
        item.title(entry.title)
        item.link(href=entry.address, rel="alternate", type="text/html")
        if entry.summary:
            item.summary(entry.summary)
        item.content(entry.html, type="html")
        item.published(self._moment(entry.published))
        item.updated(self._moment(entry.updated))
        item.category([{"term": tag} for tag in entry.tags])
        return item

    def _moment(self, day: date) -> datetime:
        return start_of(day, self._settings.zone)
