"""A catalogue, and the settings it is read with."""

from __future__ import annotations

from datetime import date
from typing import Any

from exempelbank.catalogue import Catalogue, HiddenExample, LearningExample
from exempelbank.catalogue.learning_example import public_example_from
from exempelbank.feeds.files import Feeds
from exempelbank.model.content import ContentRecord, Event, FocusArea, Network, NewsItem
from exempelbank.model.occasion import Occasion
from exempelbank.settings import Settings
from tests.builders import a_published

AREA = FocusArea(id="psykisk-halsa", title="Psykisk hälsa")
NETWORK = Network(id="ips", title="IPS", form="natverk", run="planerat", status="pagar")


def an_example(slug: str = "bildstod", **given: Any) -> LearningExample:
    shown = public_example_from(a_published(**given), slug)
    assert isinstance(shown, LearningExample)
    return shown


def a_hidden(slug: str = "pausad", **given: Any) -> HiddenExample:
    shown = public_example_from(a_published(**given), slug)
    assert isinstance(shown, HiddenExample)
    return shown


def news(id: str = "nytt", published: date = date(2026, 3, 2), **given: Any) -> NewsItem:
    whole = {"title": "Något nytt", "summary": "Det är nytt.", "kind": "forskning", "text": "Mer."}
    return NewsItem(id=id, published=published, **{**whole, **given})


def occasion(starts: str, ends: str) -> Occasion:
    return Occasion(starts=starts, ends=ends)


def event(id: str = "traff", *occasions: Occasion, **given: Any) -> Event:
    whole = {"title": "En träff", "kind": "natverkstraff"}
    return Event(
        id=id,
        occasions=occasions or (occasion("2026-04-14 13:00", "2026-04-14 15:00"),),
        **{**whole, **given},
    )


def a_catalogue(*records: object) -> Catalogue:
    """Holds these records, each in its place, with the area and the network."""
    return Catalogue(
        public_examples=tuple(one for one in records if isinstance(one, LearningExample)),
        hidden_examples=tuple(one for one in records if isinstance(one, HiddenExample)),
        content=(*(one for one in records if isinstance(one, ContentRecord)), NETWORK, AREA),
        none_of_these=frozenset({"inget"}),
    )


def feeds_of(catalogue: Catalogue, settings: Settings, today: date) -> dict[str, bytes]:
    return {address: make() for address, make in Feeds(catalogue, settings, today).files()}
