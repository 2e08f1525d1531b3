"""What the places are called together: municipalities, or parties where some of them are none."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exempelbank.i18n import _, ngettext
from exempelbank.settings import Municipality, Settings


def places_with(settings: Settings, ids: Collection[str]) -> list[Municipality]:
    """Those that have these ids."""
    return [place for place in settings.municipalities if place.id in ids]


def are_municipalities(places: Iterable[Municipality]) -> bool:
    return all(place.is_municipality for place in places)


def place_title(places: Iterable[Municipality]) -> str:
    return _("Municipality") if are_municipalities(places) else _("Party")


def places_title(places: Iterable[Municipality]) -> str:
    return _("Municipalities") if are_municipalities(places) else _("Parties")


def all_places_title(places: Iterable[Municipality]) -> str:
    return _("All municipalities") if are_municipalities(places) else _("All parties")


def count_of_places(places: Collection[Municipality], beside: int = 0) -> str:
    """ "4 kommuner och 3 andra parter". `beside`: so many that are not among the places."""
    n = sum(place.is_municipality for place in places)
    others = len(places) - n + beside
    municipalities = ngettext("{n} municipality", "{n} municipalities", n).format(n=n)
    if not others:
        return municipalities
    if not n:
        return ngettext("{n} party", "{n} parties", others).format(n=others)
    return ngettext(
        "{municipalities} and {n} other party", "{municipalities} and {n} other parties", others
    ).format(municipalities=municipalities, n=others)
