"""Catalogue -> topics: what one can follow, by mail, in a calendar of one's own or by feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.rules.terms import has_ended
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class Topic:
    """All of a kind, or what belongs to one municipality, network, focus area or role."""

    # "examples", "news", "events"; "municipalities", "networks", "focus_areas", "roles"; of letters
    # "districts" and "organisations" too
    kind: str
    id: str  # of the municipality, the network …; "" when it is all of a kind
    name: str  # what it is called in a list: "Ekby"
    page: str  # the address of the page that shows it
    word: str  # its own among all topics: in links, for a newsletter service, in a command
    over: bool = False  # nothing more is to come
    place: str = ""  # the municipality or other party that it is, or that a district is a part of
    in_municipality: bool = False

    @property
    def has_calendar(self) -> bool:
        return self.kind in ("events", "networks", "roles")

    @property
    def has_feed(self) -> bool:
        return self.kind != "events"


def topics_of(catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """Where two would have the same word, the first keeps it."""
    return _with_words(_named(catalogue, settings), settings)


def mailout_topics(catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """Of letters: those that one can follow, and the districts and organisations."""
    named = (*_named(catalogue, settings), *_named_by_settings_alone(settings))
    return _with_words(named, settings)


def _with_words(
    named: Iterable[tuple[str, str, str, bool]], settings: Settings
) -> tuple[Topic, ...]:
    places = {("municipalities", place.id): place for place in settings.municipalities}
    places |= {
        ("districts", part.id): place
        for place in settings.municipalities
        for part in place.districts
    }
    urls, taken, topics = UrlBuilder(settings), set[str](), list[Topic]()
    for kind, id, name, over in named:
        section = getattr(settings.addresses, kind, getattr(urls.inner, _FACETS.get(kind, ""), ""))
        word = id or section
        if word in taken:
            word = f"{section}-{id}"
        taken.add(word)
        topic = Topic(kind, id, name, page_of(urls, kind, id), word, over)
        if place := places.get((kind, id)):
            topic = replace(topic, place=place.id, in_municipality=place.is_municipality)
        topics.append(topic)
    return tuple(topics)


def _named(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, str, str, bool]]:
    """(kind, id, name, whether it is over), of the sections that there are."""
    return (topic for topic in _of_all_sections(catalogue, settings) if settings.has(topic[0]))


def _of_all_sections(
    catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[str, str, str, bool]]:
    yield "news", "", _("All news"), False
    yield "examples", "", _("All examples"), False
    yield "events", "", _("The whole calendar"), False
    for place in settings.municipalities:
        yield "municipalities", place.id, place.label, bool(place.replaced_by)
    for network in catalogue.networks:
        yield "networks", network.id, network.title, has_ended(network, settings)
    for area in catalogue.focus_areas:
        yield "focus_areas", area.id, area.title, False
    for role in settings.vocabulary("roles"):
        yield "roles", role.id, role.label, bool(role.replaced_by)


def _named_by_settings_alone(settings: Settings) -> Iterator[tuple[str, str, str, bool]]:
    for kind in ("districts", "organisations"):
        for term in settings.vocabulary(kind):
            yield kind, term.id, term.label, bool(term.replaced_by)


# What is no section of the site: the word in the address of its examples.
_FACETS = {"roles": "role", "districts": "district", "organisations": "organisation"}


def page_of(urls: UrlBuilder, kind: str, id: str = "") -> str:
    """The page that shows what a topic holds."""
    if kind in _FACETS:
        return urls.section("examples", getattr(urls.inner, _FACETS[kind]), id)
    return urls.section(kind, id) if id else urls.section(kind)
