"""The ids in a record -> links to what they name, as one value in a box of facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from exempelbank.pages.press import Press


def linked(pairs: Iterable[tuple[str, str]]) -> Markup:
    """(text, address) pairs with commas between; empty when there are none."""
    return Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(address, text) for text, address in pairs
    )


def to_focus_areas(press: Press, ids: Collection[str]) -> Markup:
    areas = press.catalogue.focus_areas
    return linked((area.title, press.link_to(area)) for area in areas if area.id in ids)


def to_networks(press: Press, ids: Collection[str]) -> Markup:
    networks = press.catalogue.networks
    return linked((one.title, press.link_to(one)) for one in networks if one.id in ids)


def to_municipalities(press: Press, ids: Collection[str]) -> Markup:
    places = press.settings.municipalities
    return linked((place.label, press.link_to(place)) for place in places if place.id in ids)


def to_roles(press: Press, ids: Collection[str]) -> Markup:
    """To the examples told by people in each role."""
    return linked(
        (press.settings.label("roles", id), press.section("examples", press.book.inner.role, id))
        for id in ids
    )
