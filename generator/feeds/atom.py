"""A channel -> Atom 1.0 (RFC 4287), with what has gone (RFC 6721)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from generator.feeds.channels import Channel
from generator.feeds.entries import Entry, plain, start_of
from generator.feeds.xml_feed import XmlEntries, begin_feed, with_entries
from generator.settings import Settings

FILE = "atom.xml"
TYPE = "application/atom+xml"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class AtomWriter:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._entries = XmlEntries(self._build, self._fill, level=1)

    def write(self, channel: Channel) -> Iterator[bytes]:
        organisation = self._settings.organisation
        feed = begin_feed(channel, self._settings, FILE, TYPE)
        feed.register_extension("gone", extension_class_feed=_Tombstones, rss=False)
        feed.gone.tell((gone.id, self._moment(gone.when)) for gone in channel.gone)
        feed.title(channel.title)
        feed.updated(self._moment(channel.updated))
        feed.author(name=plain(organisation.name))
        feed.language(organisation.language)
        if organisation.licence:
            feed.rights(plain(organisation.licence))
        return with_entries(
            feed.atom_str(pretty=True), map(self._entries.printed, channel.entries), b"</feed>\n"
        )

    def _build(self, item: Any, entry: Entry) -> Any:
        item.id(entry.id)
        item.title(entry.title)
        item.link(href=entry.address, rel="alternate", type="text/html")
        if entry.summary:
            item.summary(entry.summary)
        item.content(entry.html, type="html")
        item.published(self._moment(entry.published))
        item.updated(self._moment(entry.updated))
        item.category([{"term": tag} for tag in entry.tags])
        return item.atom_entry()

    def _fill(self, element: Any, entry: Entry) -> None:
        tags = iter(entry.tags)
        texts = {
            "id": entry.id,
            "title": entry.title,
            "updated": self._moment(entry.updated).isoformat(),
            "content": entry.html,
            "summary": entry.summary,
            "published": self._moment(entry.published).isoformat(),
        }
        for part in element:
            match part.tag:
                case "link":
                    part.set("href", entry.address)
                case "category":
                    part.set("term", next(tags))
                case name:
                    part.text = texts[name] or None

    def _moment(self, day: date) -> datetime:
        return start_of(day, self._settings.zone)


class _Tombstones:
    """An extension of feedgen's. A reader that knows them removes its own copy of a paused or
    withdrawn example.
    """

    def __init__(self) -> None:
        self._gone: list[tuple[str, datetime]] = []

    def tell(self, gone: Iterable[tuple[str, datetime]]) -> None:
        self._gone = list(gone)

    def extend_ns(self) -> dict[str, str]:
        return {"at": _TOMBSTONES}

    def extend_atom(self, feed: Any) -> Any:
        from feedgen.util import xml_elem

        for id, when in self._gone:
            xml_elem(f"{{{_TOMBSTONES}}}deleted-entry", feed, ref=id, when=when.isoformat())
        return feed
