"""Catalogue -> channels: what there is to follow, and what each of them carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from exempelbank.catalogue import Catalogue, LearningExample, PublicTrialNote
from exempelbank.catalogue.text_links import TextLinks
from exempelbank.catalogue.topics import Topic, topics_of
from exempelbank.feeds.items import (
    EARLIEST,
    FeedItem,
    FeedItems,
    Tombstone,
    plain,
    stable_id,
    updated,
)
from exempelbank.model.content import NewsItem
from exempelbank.settings import Settings

R = TypeVar("R", bound=LearningExample | PublicTrialNote | NewsItem)

MOST = 50  # entries; what changed last comes first


@dataclass(frozen=True, slots=True)
class Channel:
    """A thing one can follow, in whatever format."""

    id: str
    kind: str  # "news", "examples", "focus_areas", "networks", "municipalities" or "roles"
    name: str  # what it is called in a list: "Psykisk hälsa"
    title: str  # what it is called among others' in a reader
    page: str  # the address of the page it belongs to; its files lie beside it
    items: tuple[FeedItem, ...]
    gone: tuple[Tombstone, ...] = ()

    @property
    def whole(self) -> bool:
        """All of a kind, rather than a part of it."""
        return self.kind in ("news", "examples")

    @property
    def updated(self) -> date:
        days = (*(one.updated for one in self.items), *(one.when for one in self.gone))
        return max(days, default=EARLIEST)


def channels_of(catalogue: Catalogue, settings: Settings, today: date) -> tuple[Channel, ...]:
    return tuple(_Channels(catalogue, settings, today).all())


_Place = tuple[str, str]  # a channel's kind, and the id of what it is about; "" when it is whole
_Record = LearningExample | PublicTrialNote | NewsItem
_Ids = Callable[[Any], Iterable[str]]
_Dated = tuple[date, R]  # the day it last changed

# Where a record is told of: for each kind of channel, what they are about.
_PARTS: Mapping[str, _Ids] = {
    name: attrgetter(name) for name in ("focus_areas", "networks", "roles")
}
_OF_EXAMPLES: Mapping[str, _Ids] = {
    **_PARTS,
    "examples": lambda example: ("",),
    "municipalities": lambda example: (example.origin, *example.other_municipalities),
}
_OF_NEWS: Mapping[str, _Ids] = {
    **_PARTS,
    "news": lambda item: ("",),
    "municipalities": attrgetter("municipalities"),
}


class _Channels:
    def __init__(self, catalogue: Catalogue, settings: Settings, today: date) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._items = FeedItems(settings, TextLinks(catalogue, settings))
        self._known: dict[tuple[type, str], FeedItem] = {}
        self._first = self._first_items(today)
        hidden = {one.id: one.since for one in catalogue.hidden_examples if one.since}
        self._gone = [self._items.gone("example", id, since) for id, since in hidden.items()]
        self._gone += [
            self._items.gone("trial-note", one.id, one.since)
            for one in catalogue.hidden_trial_notes
            if one.since
        ]
        self._untold = [
            self._items.gone("news", item.id, hidden[item.example])
            for item in catalogue.news
            if item.example in hidden
        ]

    def _first_items(self, today: date) -> Mapping[_Place, tuple[FeedItem, ...]]:
        """What changed last comes first, and of one day by id."""
        found: dict[_Place, list[_Record]] = defaultdict(list)
        examples = _latest_first(self._catalogue.examples)
        for kind, ids in _OF_EXAMPLES.items():
            for id, first in _first_of_each(ids, examples).items():
                found[kind, id] += (example for _day, example in first)
        notes = _latest_first(
            note
            for example in self._catalogue.examples
            for note in self._catalogue.trial_notes_on(example)
        )
        for kind, ids in _OF_EXAMPLES.items():
            for id, latest_notes in _first_of_each(self._of_trial(kind, ids), notes).items():
                found[kind, id] += (note for _day, note in latest_notes)
        news = _latest_first(self._catalogue.news_on(today))
        for kind, ids in _OF_NEWS.items():
            for id, latest in _first_of_each(self._not_by_example(kind, ids), news).items():
                found[kind, id] += (item for _day, item in latest)
        return {
            place: tuple(sorted(map(self._item, first), key=_by_day)[:MOST])
            for place, first in found.items()
        }

    def _item(self, record: _Record) -> FeedItem:
        """The same wherever it stands: it is put in words once."""
        named = type(record), record.id
        if named not in self._known:
            self._known[named] = self._items.of(record)
        return self._known[named]

    def _of_trial(self, kind: str, ids: _Ids) -> _Ids:
        """A trial note goes where its example does, and to the place where it was tried."""

        def places(note: PublicTrialNote) -> Collection[str]:
            example = self._catalogue.example(note.example)
            own = {note.origin} if kind == "municipalities" else set()
            return {*ids(example), *own}

        return places

    def _not_by_example(self, kind: str, ids: _Ids) -> _Ids:
        """News that only says "here is a new example" is left out where the example stands."""
        of_example = _OF_EXAMPLES.get(kind)

        def left(item: NewsItem) -> Collection[str]:
            example = self._catalogue.example(item.example) if item.example else None
            ids_of_example = of_example(example) if example and of_example else ()
            return {*ids(item)}.difference(ids_of_example)

        return left

    def all(self) -> Iterator[Channel]:
        # In a part it is no longer known which of the hidden ones stood there; readers skip ids
        # they never saw.
        gone = {"news": self._untold, "examples": self._gone}
        for topic in topics_of(self._catalogue, self._settings):
            if topic.has_feed:
                yield self._channel(topic, gone.get(topic.kind, self._gone + self._untold))

    def _channel(self, topic: Topic, gone: Iterable[Tombstone]) -> Channel:
        latest_first = sorted(gone, key=lambda one: (-one.when.toordinal(), one.id))
        return Channel(
            stable_id(self._settings, "feed", f"{topic.kind}/{topic.id}"),
            topic.kind,
            plain(topic.name),
            plain(f"{self._settings.organisation.site_name}: {topic.name}"),
            topic.page,
            self._first.get((topic.kind, topic.id), ()),
            tuple(latest_first[:MOST]),
        )


def _by_day(one: FeedItem) -> tuple[int, str]:
    return -one.updated.toordinal(), one.id


def _latest_first(records: Iterable[R]) -> list[_Dated[R]]:
    return sorted(((updated(one), one) for one in records), key=itemgetter(0), reverse=True)


def _first_of_each(ids: _Ids, latest_first: Iterable[_Dated[R]]) -> Mapping[str, list[_Dated[R]]]:
    """What may be among the first of each: all who share the last one's day."""
    found: dict[str, list[_Dated[R]]] = defaultdict(list)
    for dated in latest_first:
        day, record = dated
        for id in {*ids(record)}:
            first = found[id]
            if len(first) < MOST or first[-1][0] == day:
                first.append(dated)
    return found
