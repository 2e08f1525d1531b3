"""Facts of a record -> the few words that say them on a page."""

from __future__ import annotations

from datetime import datetime

from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import Event, FocusArea, Occasion
from exempelbank.model.example import Example
from exempelbank.rules.origin import origin_label
from exempelbank.settings import Settings
from exempelbank.site.rendering.environment import clock, day, month


def format_place(example: Example, settings: Settings) -> str:
    """ "Stockholm, Skarpnäck", or the organisation."""
    places = [origin_label(example, settings)]
    if example.district:
        places.append(settings.label("districts", example.district))
    return ", ".join(places)


def format_eyebrow(example: Example, settings: Settings) -> str:
    return f"{settings.label('kinds', example.kind)} · {format_place(example, settings)}"


def format_stage(example: Example, settings: Settings) -> str:
    """ "Infört, startade i januari 2025"."""
    words = settings.label("stages", example.stage)
    if example.started:
        words += ", " + _("started in {month}").format(month=month(example.started))
    if example.ended:
        words += ", " + _("ended in {month}").format(month=month(example.ended))
    return words


def format_years(area: FocusArea) -> str:
    """ "2024–2025", every period of it."""
    return ", ".join(
        str(period.first) if period.first == period.last else f"{period.first}–{period.last}"
        for period in area.periods
    )


def format_hours(occasion: Occasion) -> str:
    """ "13.00–15.30"; over several days, both days."""
    if occasion.starts.date() == occasion.ends.date():
        return f"{clock(occasion.starts)}–{clock(occasion.ends)}"
    return f"{_moment(occasion.starts)} – {_moment(occasion.ends)}"


def _moment(when: datetime) -> str:
    return f"{day(when)} {clock(when)}"


def format_venue(event: Event, settings: Settings) -> str:
    """ "Sundbyberg", "Digitalt", or both."""
    town = (
        settings.label("municipalities", event.municipality) if event.municipality else event.place
    )
    if event.digital:
        return _("{place} and online").format(place=town) if town else _("Online")
    return town


def calendar_title() -> str:
    return pgettext("a section", "Calendar")


def format_times(event: Event) -> str:
    if len(event.occasions) > 1:
        n = len(event.occasions)
        return ngettext("{n} occasion", "{n} occasions", n).format(n=n)
    return format_hours(event.occasions[0])
