"""Catalogue -> channels: what there is to follow, and what each of them carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, LearningExample
from generator.catalogue.addresses import AddressBook
from generator.feeds.entries import BEGINNING, Entries, Entry, Gone, plain, stable_id
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
    entries: tuple[Entry, ...]
    gone: tuple[Gone, ...] = ()

    @property
    def whole(self) -> bool:
        """All of a kind, rather than a part of it."""
        return self.kind in ("news", "examples")

    @property
    def updated(self) -> date:
        days = (*(entry.updated for entry in self.entries), *(one.when for one in self.gone))
        return max(days, default=BEGINNING)


def channels_of(catalogue: Catalogue, settings: Settings, today: date) -> tuple[Channel, ...]:
    return tuple(_Channels(catalogue, settings, today).all())


# (kind, id, name, examples); a news item names what it concerns in a field of the same name as kind
_Part = tuple[str, str, str, tuple[LearningExample, ...]]


class _Channels:
    def __init__(self, catalogue: Catalogue, settings: Settings, today: date) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._book = AddressBook(settings)
        entries = Entries(settings)
        self._examples = {one.id: entries.of_example(one) for one in catalogue.examples}
        self._told = catalogue.news_on(today)
        self._news = {item.id: entries.of_news(item) for item in self._told}
        hidden = {one.id: one for one in catalogue.hidden_examples}
        self._gone = tuple(entries.gone("example", one.id, one) for one in hidden.values())
        self._untold = tuple(
            entries.gone("news", item.id, hidden[item.example])
            for item in catalogue.news
            if item.example in hidden
        )

    def all(self) -> Iterator[Channel]:
        examples = self._catalogue.examples
        yield self._channel("news", "", _("All news"), (), self._told, self._untold)
        yield self._channel("examples", "", _("All examples"), examples, (), self._gone)
        for part in self._parts():
            yield self._mixed(*part)

    def _parts(self) -> Iterator[_Part]:
        catalogue, settings = self._catalogue, self._settings
        for area in catalogue.focus_areas:
            yield "focus_areas", area.id, area.title, catalogue.examples_in(area)
        for network in catalogue.networks:
            yield "networks", network.id, network.title, catalogue.examples_of(network)
        for place in settings.municipalities:
            yield "municipalities", place.id, place.label, catalogue.examples_from(place.id)
        for role in settings.vocabulary("roles"):
            theirs = tuple(one for one in catalogue.examples if role.id in one.roles)
            yield "roles", role.id, role.label, theirs

    def _mixed(
        self, kind: str, id: str, name: str, examples: tuple[LearningExample, ...]
    ) -> Channel:
        """News that only says "here is a new example" is left out: the example stands there."""
        carried = {example.id for example in examples}
        news = [
            item for item in self._told if id in getattr(item, kind) and item.example not in carried
        ]
        # Which of the hidden ones stood here is no longer known; readers skip ids they never saw.
        return self._channel(kind, id, name, examples, news, self._gone + self._untold)

    def _channel(
        self,
        kind: str,
        id: str,
        name: str,
        examples: Iterable[LearningExample],
        news: Iterable[NewsItem],
        gone: tuple[Gone, ...],
    ) -> Channel:
        entries = [self._examples[one.id] for one in examples]
        entries += [self._news[item.id] for item in news]
        entries.sort(key=lambda entry: (-entry.updated.toordinal(), entry.id))
        gone = tuple(sorted(gone, key=lambda one: (-one.when.toordinal(), one.id)))
        return Channel(
            stable_id(self._settings, "feed", f"{kind}/{id}"),
            kind,
            plain(name),
            plain(f"{self._settings.organisation.site_name}: {name}"),
            page_of(self._book, kind, id),
            tuple(entries[:MOST]),
            gone[:MOST],
        )


def page_of(book: AddressBook, kind: str, id: str = "") -> str:
    """The page that shows what the channel carries."""
    if kind == "roles":
        return book.section("examples", book.inner.role, id)
    return book.section(kind, id) if id else book.section(kind)
