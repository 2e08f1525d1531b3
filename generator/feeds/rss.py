"""A channel -> RSS 2.0."""

from __future__ import annotations

from html import escape

from feedgen.feed import FeedGenerator

from generator.feeds.channels import Channel
from generator.feeds.entries import plain, start_of
from generator.feeds.xml_feed import begin_feed
from generator.settings import Settings

FILE = "rss.xml"
TYPE = "application/rss+xml"


def rss_from(channel: Channel, settings: Settings) -> bytes:
    """A revised entry keeps its guid and pubDate and moves to the top: RSS has no other way to
    say so. What is gone is only left out.
    """
    feed: FeedGenerator = begin_feed(channel, settings, FILE, TYPE)
    feed.title(_html(channel.title))
    feed.description(_html(plain(settings.organisation.description or channel.title)))
    feed.language(settings.organisation.language)
    # Without it feedgen writes the time of the build.
    feed.lastBuildDate(start_of(channel.updated, settings.zone))
    if settings.organisation.licence:
        feed.copyright(plain(settings.organisation.licence))
    for entry in channel.entries:
        item = feed.add_entry(order="append")
        item.guid(entry.id, permalink=False)
        item.title(_html(entry.title))
        item.link(href=entry.address)
        item.description(entry.html or _html(entry.title))
        item.pubDate(start_of(entry.published, settings.zone))
        for tag in entry.tags:
            item.category(term=tag)
    return bytes(feed.rss_str(pretty=True))


def _html(text: str) -> str:
    """Readers take titles for HTML, so plain text is escaped here, and then once more as XML."""
    return escape(text, quote=False)
