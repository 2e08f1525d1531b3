"""A channel -> RSS 2.0."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from exempelbank.feeds.channels import Channel
from exempelbank.feeds.items import FeedItem, plain, start_of
from exempelbank.feeds.xml_feed import begin_feed
from exempelbank.settings import Settings

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

FILE = "rss.xml"
TYPE = "application/rss+xml"


class RssWriter:
    """A revised entry keeps its guid and pubDate and moves to the top: RSS has no other way to
    say so. What is gone is only left out.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._item = cache(self._make_item)  # once, however many channels it stands in

    def write(self, channel: Channel) -> bytes:
        organisation = self._settings.organisation
        feed = begin_feed(channel, self._settings, FILE, TYPE)
        feed.title(_html(channel.title))
        feed.description(_html(plain(organisation.description or channel.title)))
        feed.language(organisation.language)
        # Without it feedgen writes the time of the build.
        feed.lastBuildDate(start_of(channel.updated, self._settings.zone))
        if organisation.licence:
            feed.copyright(plain(organisation.licence))
        for entry in channel.items:
            feed.add_entry(self._item(entry), order="append")
        return bytes(feed.rss_str(pretty=True))

    def _make_item(self, entry: FeedItem) -> FeedEntry:
        from feedgen.entry import FeedEntry

        item = FeedEntry()
        item.guid(entry.id, permalink=False)
        item.title(_html(entry.title))
        item.link(href=entry.address)
        item.description(entry.html or _html(entry.title))
        item.pubDate(start_of(entry.published, self._settings.zone))
        item.category([{"term": tag} for tag in entry.tags])
        return item


def _html(text: str) -> str:
    """Readers take titles for HTML, so plain text is escaped here, and then once more as XML."""
    return escape(text, quote=False)
