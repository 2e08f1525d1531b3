"""What RSS and Atom share: the beginning of a feed, as feedgen keeps both.

feedgen is first imported when a feed is written: a preview of a page needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.channels import Channel
from exempelbank.settings import Settings

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator


def begin_feed(channel: Channel, settings: Settings, file: str, type: str) -> FeedGenerator:
    from feedgen.feed import FeedGenerator

    urls = UrlBuilder(settings)
    feed = FeedGenerator()
    feed.id(channel.id)
    feed.generator("exempelbank")
    # feedgen takes the last link that is not to itself for the channel's own.
    feed.link(href=urls.full(channel.page + file), rel="self", type=type)
    feed.link(href=urls.full(channel.page), rel="alternate", type="text/html")
    return feed
