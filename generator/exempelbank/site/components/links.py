"""The ids in a record -> links to what they name, as one value in a box of facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from exempelbank.rules.places import places_with
from exempelbank.site.context import RenderContext


def linked(pairs: Iterable[tuple[str, str]]) -> Markup:
    """(text, address) pairs with commas between; empty when there are none."""
    return Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(address, text) for text, address in pairs
    )


def to_focus_areas(context: RenderContext, ids: Collection[str]) -> Markup:
    areas = context.catalogue.focus_areas
    return linked((area.title, context.link_to(area)) for area in areas if area.id in ids)


def to_networks(context: RenderContext, ids: Collection[str]) -> Markup:
    networks = context.catalogue.networks
    return linked((one.title, context.link_to(one)) for one in networks if one.id in ids)


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
