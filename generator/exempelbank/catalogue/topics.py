"""Catalogue -> topics: what one can follow, by mail, in a calendar of one's own or by feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.rules.terms import has_ended
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class Topic:
    """All of a kind, or what belongs to one municipality, network, focus area or role."""

    kind: str  # "examples", "news", "events"; "municipalities", "networks", "focus_areas", "roles"
    id: str  # of the municipality, the network …; "" when it is all of a kind
    name: str  # what it is called in a list: "Huddinge"
    page: str  # the address of the page that shows it
    word: str  # its own among all topics: in links, for a newsletter service, in a command
    over: bool = False  # nothing more is to come

    @property
    def has_calendar(self) -> bool:
        return self.kind in ("events", "networks", "roles")

    @property
    def has_feed(self) -> bool:
        return self.kind != "events"


def topics_of(catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """Where two would have the same word, the first keeps it."""
    urls, taken, topics = UrlBuilder(settings), set[str](), list[Topic]()
    for kind, id, name, over in _named(catalogue, settings):
        section = getattr(settings.addresses, kind, str(urls.inner.role))
        word = id or section
        if word in taken:
            word = f"{section}-{id}"
        taken.add(word)
        topics.append(Topic(kind, id, name, page_of(urls, kind, id), word, over))
    return tuple(topics)


def _named(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, str, str, bool]]:
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


def page_of(urls: UrlBuilder, kind: str, id: str = "") -> str:
    """The page that shows what a topic holds."""
    if kind == "roles":
        return urls.section("examples", urls.inner.role, id)
    return urls.section(kind, id) if id else urls.section(kind)
