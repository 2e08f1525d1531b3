"""What an event hangs together with -> the parts of its page that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from exempelbank.catalogue.event_chains import EventChain
from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.site.components.cards import EventRow, event_rows
from exempelbank.site.components.formatting import format_later
from exempelbank.site.context import RenderContext


class ChainPart(NamedTuple):
    id: str  # of its heading
    heading: str
    rows: Sequence[EventRow]
    text: str = ""


def chain_parts(context: RenderContext, event: Event) -> Iterator[ChainPart]:
    chain = context.catalogue.chain_of(event)

    def part(id: str, heading: str, events: Iterable[Event], text: str = "") -> ChainPart:
        return ChainPart(id, heading, event_rows(context, events), text)

    if event.preparation or chain.preparation:
        preparation = [chain.preparation] if chain.preparation else []
        yield part("before", _("Before you come"), preparation, event.preparation)
    if chain.follows_up:
        yield part("follows-up", _("Follows up"), chain.follows_up)
    if others := _others_in_series(chain, event):
        yield part("series", _("In the same series"), others)
    if chain.prepares_for:
        yield part("prepares-for", _("Prepares for"), chain.prepares_for)
    if chain.follow_up:
        later = format_later(event.occasions[-1], chain.follow_up.occasions[0])
        heading = _("Follow-up {later}").format(later=later) if later else _("Follow-up")
        yield part("follow-up", heading, [chain.follow_up])


def _others_in_series(chain: EventChain, event: Event) -> tuple[Event, ...]:
    """Each event stands once on the page: what another part tells of is left out."""
    shown = {event.id, *(one.id for one in chain._replace(series=()).others(event))}
    return tuple(one for one in chain.series if one.id not in shown)
