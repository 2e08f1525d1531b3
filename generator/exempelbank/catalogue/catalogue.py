"""The collection and the questions one can ask it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from exempelbank.catalogue.event_chains import EventChain, EventChains
from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.catalogue.public_trial_note import HiddenTrialNote, PublicTrialNote
from exempelbank.catalogue.related import Related, RelatedExamples, features_of
from exempelbank.documents.images import ImageFile
from exempelbank.model.content import (
    ContentRecord,
    Event,
    FocusArea,
    Initiative,
    Network,
    NewsItem,
    Tip,
)
from exempelbank.rules.page_names import PageSource

C = TypeVar("C", bound=ContentRecord)


@dataclass(frozen=True)
class Catalogue:
    """In order of file name as loaded; the questions below answer in the order people expect."""

    public_examples: tuple[LearningExample, ...] = ()  # the archived ones too
    hidden_examples: tuple[HiddenExample, ...] = ()
    trial_notes: tuple[PublicTrialNote, ...] = ()  # of examples with a page
    hidden_trial_notes: tuple[HiddenTrialNote, ...] = ()
    content: tuple[ContentRecord, ...] = ()
    pages_by_hand: tuple[PageSource, ...] = ()  # for links to lead to; what they say is MkDocs's
    images: Mapping[str, ImageFile] = field(default_factory=dict)  # by the id of the example
    none_of_these: frozenset[str] = frozenset()  # ids of terms that say that none fits

    def records(self, kind: type[C]) -> tuple[C, ...]:
        """All of one kind."""
        return tuple(record for record in self.content if isinstance(record, kind))

    # ---- Examples ----

    @cached_property
    def examples(self) -> tuple[LearningExample, ...]:
        """Those that stand in lists, the newest first."""
        return newest_first(example for example in self.public_examples if example.listed)

    @cached_property
    def archived(self) -> tuple[LearningExample, ...]:
        return newest_first(example for example in self.public_examples if not example.listed)

    @cached_property
    def _by_id(self) -> Mapping[str, LearningExample]:
        return {example.id: example for example in self.public_examples}

    def example(self, id: str) -> LearningExample | None:
        """The example with this id, if it has a page."""
        return self._by_id.get(id)

    def examples_named(self, ids: Iterable[str]) -> tuple[LearningExample, ...]:
        """The listed ones of these ids, in the order of the ids."""
        return tuple(one for id in ids if (one := self.example(id)) and one.listed)

    def examples_in(self, area: FocusArea) -> tuple[LearningExample, ...]:
        return tuple(self._examples_with("focus_areas", area.id))

    def examples_from(self, origin: str) -> tuple[LearningExample, ...]:
        """From this municipality or organisation, and those it took part in, after its own."""
        both = chain(
            self._examples_with("origin", origin),
            self._examples_with("other_municipalities", origin),
        )
        return tuple({example.id: example for example in both}.values())

    def examples_of(self, network: Network) -> tuple[LearningExample, ...]:
        return tuple(self._examples_with("networks", network.id))

    def _examples_with(self, field: str, value: str) -> Sequence[LearningExample]:
        """In one walk for each field: each of many pages asks for its own."""
        if field not in self._by_value:
            by_value = self._by_value[field] = defaultdict(list)
            for example in self.examples:
                found = getattr(example, field)
                for one in (found,) if isinstance(found, str) else dict.fromkeys(found):
                    by_value[one].append(example)
        return self._by_value[field].get(value, ())

    @cached_property
    def _by_value(self) -> dict[str, dict[str, list[LearningExample]]]:
        return {}  # by field

    @cached_property
    def _related_examples(self) -> RelatedExamples:
        return RelatedExamples(features_of(one, self.none_of_these) for one in self.public_examples)

    def related(self, example: LearningExample) -> tuple[Related, ...]:
        """The listed ones most like it, at most three, the nearest first."""
        return tuple(
            Related(self._by_id[id], because)
            for id, because in self._related_examples.of(example.id)
        )

    # ---- Trial notes ----

    def trial_notes_on(self, example: LearningExample) -> Sequence[PublicTrialNote]:
        """What others say who have tried it, the latest first."""
        return self._trial_notes_by_example.get(example.id, ())

    def trial_notes_from(self, origin: str) -> tuple[PublicTrialNote, ...]:
        """By this municipality or organisation, on examples that stand in lists; as above."""
        return tuple(
            note
            for example in self.examples
            for note in self.trial_notes_on(example)
            if note.origin == origin
        )

    @cached_property
    def _trial_notes_by_example(self) -> Mapping[str, Sequence[PublicTrialNote]]:
        found: dict[str, list[PublicTrialNote]] = defaultdict(list)
        for note in sorted(self.trial_notes, key=lambda note: note.id):
            found[note.example].append(note)
        return {
            id: sorted(notes, key=lambda one: (one.tried, one.review.published), reverse=True)
            for id, notes in found.items()
        }

    # ---- News ----

    @cached_property
    def news(self) -> tuple[NewsItem, ...]:
        return self.records(NewsItem)

    def news_on(self, today: date) -> tuple[NewsItem, ...]:
        """What has been published by today, the newest first. News of an example goes with it."""
        return tuple(
            sorted(
                (item for item in self.news if item.published <= today and self._may_tell(item)),
                key=lambda item: (-item.published.toordinal(), item.id),
            )
        )

    def signs_on(self, today: date) -> tuple[tuple[NewsItem, HiddenExample], ...]:
        """The news whose example is hidden by today: their addresses say so, as its own does."""
        hidden = {example.id: example for example in self.hidden_examples if example.id}
        return tuple(
            (item, hidden[item.example])
            for item in self.news
            if item.published <= today and item.example in hidden
        )

    def _may_tell(self, item: NewsItem) -> bool:
        example = self.example(item.example) if item.example else None
        return not item.example or bool(example and example.listed)

    # ---- Events ----

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return self.records(Event)

    def events_from(self, day: date) -> tuple[Event, ...]:
        """Those not over by this day, the next first."""
        return tuple(
            sorted(
                (event for event in self.events if event.last_day >= day),
                key=lambda event: (event.next_from(day).starts_at, event.id),
            )
        )

    def events_before(self, day: date) -> tuple[Event, ...]:
        """Those that are over, the latest first."""
        return tuple(
            sorted(
                (event for event in self.events if event.last_day < day),
                key=lambda event: (event.ends_at, event.id),
                reverse=True,
            )
        )

    def chain_of(self, event: Event) -> EventChain:
        """What it hangs together with: preparation, series, follow-up."""
        return self._chains.of(event)

    @cached_property
    def _chains(self) -> EventChains:
        return EventChains(self.events)

    # ---- Networks, focus areas and the rest ----

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        return self.records(Network)

    @cached_property
    def focus_areas(self) -> tuple[FocusArea, ...]:
        return self.records(FocusArea)

    @cached_property
    def tips(self) -> tuple[Tip, ...]:
        return self.records(Tip)

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        return self.records(Initiative)

    def network(self, id: str) -> Network | None:
        return next((network for network in self.networks if network.id == id), None)

    def meetings_of(self, network: Network, today: date) -> tuple[Event, ...]:
        return tuple(event for event in self.events_from(today) if network.id in event.networks)

    def network_meets_next(self, network: Network, today: date) -> Event | None:
        return next((e for e in self.meetings_of(network, today) if not e.cancelled), None)

    def focus_areas_on(self, today: date) -> FocusAreasByPeriod:
        """The focus areas by where today falls in their periods, each newest first."""
        current: list[FocusArea] = []
        coming: list[FocusArea] = []
        earlier: list[FocusArea] = []
        for area in sorted(self.focus_areas, key=lambda area: (-latest_year(area), area.id)):
            if any(period.first <= today.year <= period.last for period in area.periods):
                current.append(area)
            elif any(period.first > today.year for period in area.periods) or not area.periods:
                coming.append(area)
            else:
                earlier.append(area)
        return FocusAreasByPeriod(tuple(current), tuple(coming), tuple(earlier))


class FocusAreasByPeriod(NamedTuple):
    current: tuple[FocusArea, ...]
    coming: tuple[FocusArea, ...]
    earlier: tuple[FocusArea, ...]


def newest_first(examples: Iterable[LearningExample]) -> tuple[LearningExample, ...]:
    return tuple(sorted(examples, key=lambda one: (-one.review.published.toordinal(), one.slug)))


def latest_year(area: FocusArea) -> int:
    return max((period.last for period in area.periods), default=0)
