"""A channel -> RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from generator.feeds.channels import Channel
from generator.feeds.entries import Entry, plain, start_of
from generator.feeds.xml_feed import begin_feed, new_entry, printed, with_entries
from generator.settings import Settings

FILE = "rss.xml"
TYPE = "application/rss+xml"


class RssWriter:
    """Prints each entry once, however many channels it stands in.

    A revised entry keeps its guid and pubDate and moves to the top: RSS has no other way to say so.
    What is gone is only left out.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._printed = cache(self._print)

    def write(self, channel: Channel) -> Iterator[bytes]:
        organisation = self._settings.organisation
        feed = begin_feed(channel, self._settings, FILE, TYPE)
        feed.title(_html(channel.title))
        feed.description(_html(plain(organisation.description or channel.title)))
        feed.language(organisation.language)
        # Without it feedgen writes the time of the build.
        feed.lastBuildDate(start_of(channel.updated, self._settings.zone))
        if organisation.licence:
            feed.copyright(plain(organisation.licence))
        return with_entries(
            feed.rss_str(pretty=True),
            map(self._printed, channel.entries),
            b"  </channel>\n</rss>\n",
        )

    def _print(self, entry: Entry) -> bytes:
        item = new_entry()
        item.guid(entry.id, permalink=False)
        item.title(_html(entry.title))
        item.link(href=entry.address)
        item.description(entry.html or _html(entry.title))
        item.pubDate(start_of(entry.published, self._settings.zone))
        item.category([{"term": tag} for tag in entry.tags])
        return printed(item.rss_entry(), level=2)


def _html(text: str) -> str:
    """Readers take titles for HTML, so plain text is escaped here, and then once more as XML."""
    return escape(text, quote=False)
