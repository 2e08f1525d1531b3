"""How far the collection reaches: from each place in figures, in all in words, and on the map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from exempelbank.i18n import _, ngettext
from exempelbank.model.content import Event
from exempelbank.rules.places import are_municipalities, count_of_places
from exempelbank.settings import Municipality
from exempelbank.site.components.county_map import CountyMap, county_map
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized


class Coverage(NamedTuple):
    """What there is from one place."""

    place: Municipality
    name: str
    address: str
    own: int  # examples
    shared: int  # examples of others that it took part in
    coming: int  # activities there
    latest: date | None  # the newest example of its own


@memoized
def coverage_of(context: RenderContext, place: Municipality) -> Coverage:
    examples = context.catalogue.examples_from(place.id)
    own = [example for example in examples if example.origin == place.id]
    return Coverage(
        place,
        place.label,
        context.link_to(place),
        len(own),
        len(examples) - len(own),
        len(meetings_in(place, context.catalogue.events_from(context.today))),
        max((example.review.published for example in own), default=None),
    )


def coverage_of_all(context: RenderContext) -> list[Coverage]:
    return [coverage_of(context, place) for place in context.settings.municipalities]


def meetings_in(place: Municipality, events: tuple[Event, ...]) -> list[Event]:
    return [event for event in events if event.municipality == place.id and not event.cancelled]


def map_of(context: RenderContext) -> CountyMap | None:
    """Of the shapes that are one of ours, and beside them the places without one; none where there
    is nothing to tell them apart by.
    """
    by_code = {one.place.code: one for one in coverage_of_all(context) if one.place.code}
    shapes = [shape for shape in context.settings.map.shapes if shape.code in by_code]
    drawn = [(shape, by_code[shape.code]) for shape in shapes]
    if not any(one.own for _shape, one in drawn):
        return None
    with_shape = {shape.code for shape in shapes}
    beside = [(None, one) for one in coverage_of_all(context) if one.place.code not in with_shape]
    return county_map(
        context.settings.map,
        [(shape, one.name, one.address, one.own) for shape, one in (*drawn, *beside)],
    )


def sharing_in_words(coverage: Sequence[Coverage]) -> str:
    """How many have shared an example."""
    places = [one.place for one in coverage]
    sharing, total = sum(one.own > 0 for one in coverage), len(coverage)
    if are_municipalities(places):
        return _sharing_municipalities(sharing, total)
    return f"{count_of_places(places)}. {_sharing_parties(sharing, total)}"


def _sharing_municipalities(sharing: int, total: int) -> str:
    if not sharing:
        return _("No municipality has shared an example yet. The first could be yours.")
    if sharing == total:
        return _("All {all} municipalities have shared an example.").format(all=total)
    shared = ngettext(
        "{n} of {all} municipalities has shared an example.",
        "{n} of {all} municipalities have shared an example.",
        sharing,
    ).format(n=sharing, all=total)
    return f"{shared} {_waiting(total - sharing)}"


def _sharing_parties(sharing: int, total: int) -> str:
    if not sharing:
        return _("None of them has shared an example yet. The first could be yours.")
    if sharing == total:
        return _("All of them have shared an example.")
    shared = ngettext(
        "{n} of {all} parties has shared an example.",
        "{n} of {all} parties have shared an example.",
        sharing,
    ).format(n=sharing, all=total)
    return f"{shared} {_waiting(total - sharing)}"


def _waiting(n: int) -> str:
    return ngettext("One is waiting for its first.", "The others are waiting for their first.", n)


def coverage_in_words(coverage: Coverage) -> str:
    examples = ngettext("{n} example", "{n} examples", coverage.own).format(n=coverage.own)
    meetings = ngettext("{n} activity to come", "{n} activities to come", coverage.coming)
    parts = (
        examples if coverage.own else "",
        meetings.format(n=coverage.coming) if coverage.coming else "",
    )
    return ", ".join(filter(None, parts))
