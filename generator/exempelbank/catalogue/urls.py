"""A record -> its address. Addresses are written from the root of the site: "natverk/ips/"."""

from __future__ import annotations

from dataclasses import dataclass

from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.model.content import ContentRecord
from exempelbank.model.kinds import SECTIONS
from exempelbank.model.trial_note import TrialNote
from exempelbank.rules.urls import site_url
from exempelbank.settings import Municipality, Settings, UrlSegments

Addressed = LearningExample | HiddenExample | ContentRecord | Municipality


@dataclass(frozen=True)
class UrlBuilder:
    settings: Settings

    @property
    def inner(self) -> UrlSegments:
        return self.settings.addresses.inner

    def section(self, name: str, *words: str) -> str:
        """`name` is a field of settings.Addresses; the words lead further in."""
        return "/".join([getattr(self.settings.addresses, name), *words, ""])

    def first_section(self, *names: str) -> str:
        """The address of the first of them that is not off; of the start page when all are."""
        return next((self.section(name) for name in names if self.settings.has(name)), "")

    def of(self, record: Addressed) -> str:
        if isinstance(record, LearningExample | HiddenExample):
            return self.section("examples", record.slug)
        if isinstance(record, Municipality):
            return self.section("municipalities", record.id)
        return self.section(SECTIONS[type(record)], record.id)

    def sheet(self, slug: str) -> str:
        """Of the sheet that an example has for a workplace meeting."""
        return self.section("examples", slug, self.inner.apt)

    def full(self, address: str) -> str:
        """With scheme and host."""
        return site_url(self.settings, address)


def anchor_of_note(note: TrialNote) -> str:
    """Its place on the page of its example."""
    return f"provat-{note.id.lower()}"
