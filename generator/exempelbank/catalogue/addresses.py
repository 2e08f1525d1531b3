"""A record -> its address. Addresses are written from the root of the site: "natverk/ips/"."""

from __future__ import annotations

from dataclasses import dataclass

from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.settings import InnerWords, Municipality, Settings

SECTIONS = {
    Event: "events",
    FocusArea: "focus_areas",
    Initiative: "initiatives",
    Municipality: "municipalities",
    Network: "networks",
    NewsItem: "news",
    Tip: "tips",
}
Addressed = (
    LearningExample
    | HiddenExample
    | Event
    | FocusArea
    | Initiative
    | Municipality
    | Network
    | NewsItem
    | Tip
)


@dataclass(frozen=True)
class AddressBook:
    settings: Settings

    @property
    def inner(self) -> InnerWords:
        return self.settings.addresses.inner

    def section(self, name: str, *words: str) -> str:
        """`name` is a field of settings.Addresses; the words lead further in."""
        return "/".join([getattr(self.settings.addresses, name), *words, ""])

    def of(self, record: Addressed) -> str:
        if isinstance(record, LearningExample | HiddenExample):
            return self.section("examples", record.slug)
        return self.section(SECTIONS[type(record)], record.id)

    def full(self, address: str) -> str:
        """With scheme and host."""
        return self.settings.organisation.url.rstrip("/") + "/" + address
