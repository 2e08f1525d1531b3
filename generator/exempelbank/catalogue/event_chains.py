"""Events -> how each hangs together with others: preparation, series and follow-up.

One of two says it in its file, and both are told of it. An id that no event has is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from exempelbank.model.content import Event
from exempelbank.text.normalization import comparable


class EventChain(NamedTuple):
    """In order of time."""

    preparation: Event | None = None
    series: tuple[Event, ...] = ()  # itself too, where there are others
    follow_up: Event | None = None
    prepares_for: tuple[Event, ...] = ()
    follows_up: tuple[Event, ...] = ()

    def others(self, event: Event) -> tuple[Event, ...]:
        """All of them but the event itself."""
        alone = filter(None, (self.preparation, self.follow_up))
        every = (*alone, *self.series, *self.prepares_for, *self.follows_up)
        return tuple(one for one in every if one.id != event.id)


class EventChains:
    def __init__(self, events: Iterable[Event]) -> None:
        self._by_id: dict[str, Event] = {}
        self._series: dict[str, list[Event]] = defaultdict(list)
        self._prepared: dict[str, list[Event]] = defaultdict(list)
        self._followed_up: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(events, key=lambda one: (one.starts_at, one.id)):
            self._by_id[event.id] = event
            if event.series:
                self._series[comparable(event.series)].append(event)
            if event.preparatory_event:
                self._prepared[event.preparatory_event].append(event)
            if event.follow_up_event:
                self._followed_up[event.follow_up_event].append(event)

    def of(self, event: Event) -> EventChain:
        series = self._series.get(comparable(event.series), ()) if event.series else ()
        return EventChain(
            self._other(event, event.preparatory_event),
            tuple(series) if len(series) > 1 else (),
            self._other(event, event.follow_up_event),
            tuple(one for one in self._prepared.get(event.id, ()) if one.id != event.id),
            tuple(one for one in self._followed_up.get(event.id, ()) if one.id != event.id),
        )

    def _other(self, event: Event, id: str | None) -> Event | None:
        return self._by_id.get(id) if id and id != event.id else None
