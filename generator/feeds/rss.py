"""A channel -> RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime
from html import escape
from typing import Any

from generator.feeds.channels import Channel
from generator.feeds.entries import Entry, plain, start_of
from generator.feeds.xml_feed import XmlEntries, begin_feed, with_entries
from generator.settings import Settings

FILE = "rss.xml"
TYPE = "application/rss+xml"


class RssWriter:
    """A revised entry keeps its guid and pubDate and moves to the top: RSS has no other way to
    say so. What is gone is only left out.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._entries = XmlEntries(self._build, self._fill, level=2)

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
            map(self._entries.printed, channel.entries),
            b"  </channel>\n</rss>\n",
        )

    def _build(self, item: Any, entry: Entry) -> Any:
        item.guid(entry.id, permalink=False)
        item.title(_html(entry.title))
        item.link(href=entry.address)
        item.description(entry.html or _html(entry.title))
        item.pubDate(start_of(entry.published, self._settings.zone))
        item.category([{"term": tag} for tag in entry.tags])
        return item.rss_entry()

    def _fill(self, element: Any, entry: Entry) -> None:
        tags = iter(entry.tags)
        texts = {
            "guid": entry.id,
            "title": _html(entry.title),
            "link": entry.address,
            "description": entry.html or _html(entry.title),
            "pubDate": format_datetime(start_of(entry.published, self._settings.zone)),
        }
        for part in element:
            part.text = next(tags) if part.tag == "category" else texts[part.tag]


def _html(text: str) -> str:
    """Readers take titles for HTML, so plain text is escaped here, and then once more as XML."""
    return escape(text, quote=False)
