"""What RSS and Atom share: the beginning of a feed, as feedgen keeps both, and entries put into it.

feedgen is asked for each entry alone, and for each channel without entries: an entry stands in
many channels, and costs far more than the rest of a feed. It is first imported when a feed is
written, since a build in which nothing changed writes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from generator.catalogue.addresses import AddressBook
from generator.feeds.channels import Channel
from generator.settings import Settings

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry
    from feedgen.feed import FeedGenerator


def begin_feed(channel: Channel, settings: Settings, file: str, type: str) -> FeedGenerator:
    from feedgen.feed import FeedGenerator

    book = AddressBook(settings)
    feed = FeedGenerator()
    feed.id(channel.id)
    feed.generator("exempelbank")
    # feedgen takes the last link that is not to itself for the channel's own.
    feed.link(href=book.full(channel.page + file), rel="self", type=type)
    feed.link(href=book.full(channel.page), rel="alternate", type="text/html")
    return feed


def new_entry() -> FeedEntry:
    from feedgen.entry import FeedEntry

    return FeedEntry()


def printed(element: Any, level: int) -> bytes:
    """The element on lines of its own, with the indentation it gets this deep in a feed."""
    from lxml import etree  # type: ignore[import-untyped]

    etree.indent(element, level=level)
    return b"  " * level + bytes(etree.tostring(element, encoding="UTF-8")) + b"\n"


def with_entries(feed: bytes, entries: Iterable[bytes], end: bytes) -> Iterator[bytes]:
    """`end` is what a feed without entries ends with: the entries go before it."""
    yield feed.removesuffix(end)
    yield from entries
    yield end
