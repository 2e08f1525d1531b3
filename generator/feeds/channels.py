"""Catalogue -> channels: what there is to follow, and what each of them carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, LearningExample
from generator.catalogue.addresses import AddressBook
from generator.feeds.entries import BEGINNING, Entries, Entry, Gone, Told, plain, stable_id
from generator.model.content import NewsItem
from generator.settings import Settings
from generator.texts import _

MOST = 50  # entries; what changed last comes first


@dataclass(frozen=True, slots=True)
class Channel:
    """A thing one can follow, in whatever format."""

    id: str
    kind: str  # "news", "examples", "focus_areas", "networks", "municipalities" or "roles"
    name: str  # what it is called in a list: "Psykisk hälsa"
    title: str  # what it is called among others' in a reader
    page: str  # the address of the page it belongs to; its files lie beside it
    told: tuple[Told, ...]
    gone: tuple[Gone, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(one.entry for one in self.told)

    @property
    def whole(self) -> bool:
        """All of a kind, rather than a part of it."""
        return self.kind in ("news", "examples")

    @property
    def updated(self) -> date:
        days = (*(one.updated for one in self.told), *(one.when for one in self.gone))
        return max(days, default=BEGINNING)


def channels_of(catalogue: Catalogue, settings: Settings, today: date) -> tuple[Channel, ...]:
    return tuple(_Channels(catalogue, settings, today).all())


_Place = tuple[str, str]  # a channel's kind, and the id of what it is about; "" when it is whole


class _Channels:
    def __init__(self, catalogue: Catalogue, settings: Settings, today: date) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._book = AddressBook(settings)
        self._entries = Entries(settings)
        self._told = _first_of_each_place(self._all_told(today))
        hidden = {one.id: one for one in catalogue.hidden_examples}
        self._gone = [self._entries.gone("example", one.id, one) for one in hidden.values()]
        self._untold = [
            self._entries.gone("news", item.id, hidden[item.example])
            for item in catalogue.news
            if item.example in hidden
        ]

    def _all_told(self, today: date) -> Iterator[tuple[Told, set[_Place]]]:
        """Everything there is to tell of, and where."""
        places = {}
        for example in self._catalogue.examples:
            places[example.id] = _places_of_example(example)
            yield self._entries.told(example), places[example.id]
        for item in self._catalogue.news_on(today):
            # News that only says "here is a new example" is left out where the example stands.
            its_example = places[item.example] if item.example else set()
            yield self._entries.told(item), _places_of_news(item) - its_example

    def all(self) -> Iterator[Channel]:
        yield self._channel(("news", ""), _("All news"), self._untold)
        yield self._channel(("examples", ""), _("All examples"), self._gone)
        # Which of the hidden ones stood here is no longer known; readers skip ids they never saw.
        gone = self._gone + self._untold
        for place, name in self._parts():
            yield self._channel(place, name, gone)

    def _parts(self) -> Iterator[tuple[_Place, str]]:
        for area in self._catalogue.focus_areas:
            yield ("focus_areas", area.id), area.title
        for network in self._catalogue.networks:
            yield ("networks", network.id), network.title
        for municipality in self._settings.municipalities:
            yield ("municipalities", municipality.id), municipality.label
        for role in self._settings.vocabulary("roles"):
            yield ("roles", role.id), role.label

    def _channel(self, place: _Place, name: str, gone: Iterable[Gone]) -> Channel:
        kind, id = place
        latest_first = sorted(gone, key=lambda one: (-one.when.toordinal(), one.id))
        return Channel(
            stable_id(self._settings, "feed", f"{kind}/{id}"),
            kind,
            plain(name),
            plain(f"{self._settings.organisation.site_name}: {name}"),
            page_of(self._book, kind, id),
            self._told.get(place, ()),
            tuple(latest_first[:MOST]),
        )


def _places_of_example(example: LearningExample) -> set[_Place]:
    return {
        ("examples", ""),
        *(("focus_areas", id) for id in example.focus_areas),
        *(("networks", id) for id in example.networks),
        *(("municipalities", id) for id in (example.home, *example.other_municipalities)),
        *(("roles", id) for id in example.roles),
    }


def _places_of_news(item: NewsItem) -> set[_Place]:
    return {
        ("news", ""),
        *(("focus_areas", id) for id in item.focus_areas),
        *(("networks", id) for id in item.networks),
        *(("municipalities", id) for id in item.municipalities),
        *(("roles", id) for id in item.roles),
    }


def _first_of_each_place(
    told: Iterable[tuple[Told, set[_Place]]],
) -> Mapping[_Place, tuple[Told, ...]]:
    """What changed last comes first, and of one day by id. All are walked once, and only what may
    be among the first is asked for its id.
    """
    found: dict[_Place, list[Told]] = defaultdict(list)
    for one, places in sorted(told, key=lambda pair: pair[0].updated, reverse=True):
        for place in places:
            first = found[place]
            if len(first) < MOST or first[-1].updated == one.updated:
                first.append(one)
    return {
        place: tuple(sorted(first, key=lambda one: (-one.updated.toordinal(), one.id))[:MOST])
        for place, first in found.items()
    }


def page_of(book: AddressBook, kind: str, id: str = "") -> str:
    """The page that shows what the channel carries."""
    if kind == "roles":
        return book.section("examples", book.inner.role, id)
    return book.section(kind, id) if id else book.section(kind)
