"""A channel -> Atom 1.0 (RFC 4287), with what has gone (RFC 6721)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from generator.feeds.channels import Channel
from generator.feeds.entries import plain, start_of
from generator.feeds.xml_feed import begin_feed
from generator.settings import Settings

FILE = "atom.xml"
TYPE = "application/atom+xml"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def atom_from(channel: Channel, settings: Settings) -> bytes:
    def moment(day: date) -> datetime:
        return start_of(day, settings.zone)

    feed: FeedGenerator = begin_feed(channel, settings, FILE, TYPE)
    feed.register_extension("gone", extension_class_feed=_Tombstones, rss=False)
    feed.gone.tell((gone.id, moment(gone.when)) for gone in channel.gone)
    feed.title(channel.title)
    feed.updated(moment(channel.updated))
    feed.author(name=plain(settings.organisation.name))
    feed.language(settings.organisation.language)
    if settings.organisation.licence:
        feed.rights(plain(settings.organisation.licence))
    for entry in channel.entries:
        item = feed.add_entry(order="append")
        item.id(entry.id)
        item.title(entry.title)
        item.link(href=entry.address, rel="alternate", type="text/html")
        if entry.summary:
            item.summary(entry.summary)
        item.content(entry.html, type="html")
        item.published(moment(entry.published))
        item.updated(moment(entry.updated))
        for tag in entry.tags:
            item.category(term=tag)
    return bytes(feed.atom_str(pretty=True))


class _Tombstones(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """A reader that knows them removes its own copy of a paused or withdrawn example."""

    def __init__(self) -> None:
        self._gone: list[tuple[str, datetime]] = []

    def tell(self, gone: Iterable[tuple[str, datetime]]) -> None:
        self._gone = list(gone)

    def extend_ns(self) -> dict[str, str]:
        return {"at": _TOMBSTONES}

    def extend_atom(self, feed: Any) -> Any:
        for id, when in self._gone:
            xml_elem(f"{{{_TOMBSTONES}}}deleted-entry", feed, ref=id, when=when.isoformat())
        return feed
