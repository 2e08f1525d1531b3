"""Everything that site_config decides, as one value that is handed to whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from exempelbank import i18n
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.fields import Fields
from exempelbank.settings.look import Look
from exempelbank.settings.menu import Menu
from exempelbank.settings.organisation import (
    About,
    ChecklistItem,
    Map,
    NamedText,
    NetworkProposals,
    Organisation,
    Reviewer,
)
from exempelbank.settings.plain_words import PlainWords
from exempelbank.settings.vocabulary import Municipality, Vocabulary
from exempelbank.text.normalization import words_alone


@dataclass(frozen=True)
class Settings:
    organisation: Organisation
    addresses: Addresses
    municipalities: tuple[Municipality, ...]
    reviewers: Mapping[str, Reviewer]
    checklist: tuple[ChecklistItem, ...]
    vocabularies: Mapping[str, Vocabulary]
    map: Map = field(default_factory=Map)
    menu: Menu = field(default_factory=Menu)
    about: About = field(default_factory=About)
    wanted: tuple[NamedText, ...] = ()
    network_proposals: NetworkProposals = field(default_factory=NetworkProposals)
    speech: i18n.Speech = field(default_factory=i18n.Speech)
    plain_words: PlainWords = field(default_factory=PlainWords)
    look: Look = field(default_factory=Look)
    fields: Fields = field(default_factory=Fields)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.timezone)

    def at(self, url: str) -> Settings:
        """The same of a site that lives there instead."""
        return replace(self, organisation=self.organisation.model_copy(update={"url": url}))

    def has(self, section: str) -> bool:
        """Whether the site has it: a field of Addresses, or "trial_notes"."""
        return section not in self.menu.left_out

    def may_have(self, address: str) -> bool:
        """Whether it lies in no section that is off."""
        return address.partition("/")[0] not in self._words_left_out

    @cached_property
    def _words_left_out(self) -> frozenset[str]:
        return frozenset(getattr(self.addresses, name, "") for name in self.menu.left_out) - {""}

    def vocabulary(self, name: str) -> Vocabulary:
        return self.vocabularies.get(name) or Vocabulary(name)

    def term_id(self, vocabulary: str, wording: str) -> str | None:
        """Of the only term that is called so."""
        term = self.vocabulary(vocabulary).meant_by(wording)
        return term.id if term else None

    def checklist_id(self, wording: str) -> str | None:
        """Of the only question of the checklist that is called so."""
        names = ((item.id, name) for item in self.checklist for name in item.names)
        return _only(wording, names)

    def reviewer_id(self, wording: str) -> str | None:
        """Of the only reviewer whose name it is."""
        return _only(wording, ((one.id, one.name) for one in self.reviewers.values()))

    def reviewer_called(self, typed: str) -> str | None:
        """As `reviewer_id`, and by the first name of one alone of those at work. For what is typed:
        in a file it would mean someone else when another of that name comes.
        """
        active = (one for one in self.reviewers.values() if one.active)
        first_names = ((one.id, one.name.partition(" ")[0]) for one in active)
        return self.reviewer_id(typed) or _only(typed, first_names)

    def label(self, vocabulary: str, id: str) -> str:
        return self.vocabulary(vocabulary).label(id)


def _only(wording: str, labels: Iterable[tuple[str, str]]) -> str | None:
    """The id, when it or the label of one alone is this."""
    ids = {
        id for id, label in labels if words_alone(wording) in (words_alone(id), words_alone(label))
    }
    return ids.pop() if len(ids) == 1 else None
