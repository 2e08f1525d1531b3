"""What RSS and Atom share: the beginning of a feed, as feedgen keeps both, and entries put into it.

feedgen is asked for channels without entries, and for entries alone. It is first imported when a
feed is written: a build in which nothing changed writes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.catalogue.addresses import AddressBook
from generator.feeds.channels import Channel
from generator.feeds.entries import Entry
from generator.settings import Settings

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

Build = Callable[[Any, Entry], Any]  # feedgen's entry, ours -> an element
Fill = Callable[[Any, Entry], None]  # an element as built, the entry whose texts it gets


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


class XmlEntries:
    """Entries -> their elements as text, each printed once, however many channels it stands in.

    feedgen makes some twenty objects of an entry, which costs ten times what its texts do. Entries
    with as many tags, with or without a summary, differ in their texts alone: feedgen builds the
    first of them, and its element is given the texts of the others in turn.
    """

    def __init__(self, build: Build, fill: Fill, level: int) -> None:
        self._build, self._fill = build, fill
        self._level = level  # how deep in the feed they stand
        self._built: dict[tuple[bool, int], Any] = {}
        self.printed = cache(self._print)

    def _print(self, entry: Entry) -> bytes:
        from lxml import etree  # type: ignore[import-untyped]

        shape = bool(entry.summary), len(entry.tags)
        if shape not in self._built:
            self._built[shape] = self._first(entry)
            etree.indent(self._built[shape], level=self._level)
        self._fill(self._built[shape], entry)
        text = bytes(etree.tostring(self._built[shape], encoding="UTF-8"))
        return b"  " * self._level + text + b"\n"

    def _first(self, entry: Entry) -> Any:
        from feedgen.entry import FeedEntry

        return self._build(FeedEntry(), entry)


def with_entries(feed: bytes, entries: Iterable[bytes], end: bytes) -> Iterator[bytes]:
    """`end` is what a feed without entries ends with: the entries go before it."""
    yield feed.removesuffix(end)
    yield from entries
    yield end
