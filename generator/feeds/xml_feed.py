"""A channel -> the beginning of an RSS or Atom feed, as feedgen keeps both."""

from __future__ import annotations

from feedgen.feed import FeedGenerator

from generator.catalogue.addresses import AddressBook
from generator.feeds.channels import Channel
from generator.settings import Settings


def begin_feed(channel: Channel, settings: Settings, file: str, type: str) -> FeedGenerator:
    book = AddressBook(settings)
    feed = FeedGenerator()
    feed.id(channel.id)
    feed.generator("exempelbank")
    # feedgen takes the last link that is not to itself for the channel's own.
    feed.link(href=book.full(channel.page + file), rel="self", type=type)
    feed.link(href=book.full(channel.page), rel="alternate", type="text/html")
    return feed
