"""The ids in a record -> links to what they name, as one value in a box of facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from exempelbank.rules.places import places_with
from exempelbank.site.context import RenderContext


def linked(pairs: Iterable[tuple[str, str]]) -> Markup:
    """(text, address) pairs with commas between, a text alone where there is no address; empty
    when there are none.
    """
    return Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(address, text) if address else Markup.escape(text)
        for text, address in pairs
    )


def to_focus_areas(context: RenderContext, ids: Collection[str]) -> Markup:
    areas = [(area.id, area.title, context.link_to(area)) for area in context.catalogue.focus_areas]
    return _to_records(context, "focus_areas", areas, ids)


def to_networks(context: RenderContext, ids: Collection[str]) -> Markup:
    networks = [(one.id, one.title, context.link_to(one)) for one in context.catalogue.networks]
    return _to_records(context, "networks", networks, ids)


def _to_records(
    context: RenderContext,
    section: str,
    records: Iterable[tuple[str, str, str]],
    ids: Collection[str],
) -> Markup:
    """`records`: (id, title, link). Of a section that is off there are none: its terms alone."""
    if context.settings.has(section):
        return linked((title, address) for id, title, address in records if id in ids)
    terms = context.settings.vocabulary(section)
    none_of_these = context.catalogue.none_of_these
    return linked((one.label, "") for one in terms if one.id in ids and one.id not in none_of_these)


def to_places(context: RenderContext, ids: Collection[str]) -> Markup:
    places = places_with(context.settings, ids)
    return linked((place.label, context.link_to(place)) for place in places)


def to_roles(context: RenderContext, ids: Collection[str]) -> Markup:
    """To the examples told by people in each role."""
    return linked(
        (
            context.settings.label("roles", id),
            context.section_url("examples", context.urls.inner.role, id),
        )
        for id in ids
    )
