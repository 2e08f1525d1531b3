"""Facts of a record -> the few words that say them on a page."""

from __future__ import annotations

from datetime import datetime

from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.content import Event, FocusArea
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example
from exempelbank.model.occasion import Occasion
from exempelbank.rules.origin import origin_label
from exempelbank.settings import Settings
from exempelbank.site.rendering.environment import capitalised, clock, day, days, month, weekday


def format_place(contribution: Contribution, settings: Settings) -> str:
    """ "Storstad, Södra", or the organisation."""
    places = [origin_label(contribution, settings)]
    if contribution.district:
        places.append(settings.label("districts", contribution.district))
    return ", ".join(places)


def format_eyebrow(example: Example, settings: Settings) -> str:
    words = (settings.label("kinds", example.kind), format_place(example, settings))
    return " · ".join(filter(None, words))


def format_stage(example: Example, settings: Settings) -> str:
    """ "Infört, startade i januari 2025"."""
    words = [settings.label("stages", example.stage)]
    if example.started:
        words.append(_("started in {month}").format(month=month(example.started)))
    if example.ended:
        words.append(_("ended in {month}").format(month=month(example.ended)))
    return ", ".join(filter(None, words))


def format_years(area: FocusArea) -> str:
    """ "2024–2025", every period of it."""
    return ", ".join(
        str(period.first) if period.first == period.last else f"{period.first}–{period.last}"
        for period in area.periods
    )


def format_days(occasion: Occasion) -> str:
    """ "14 april 2026", when it begins; whole days, "10–11 juni 2026", are all told."""
    last = occasion.last_day if occasion.whole_days else occasion.first_day
    return days(occasion.first_day, last)


def format_weekday_and_days(occasion: Occasion) -> str:
    """ "Tisdag 14 april 2026"; several whole days have no weekday: "10–11 juni 2026"."""
    if _has_several_whole_days(occasion):
        return format_days(occasion)
    return f"{capitalised(weekday(occasion.first_day))} {format_days(occasion)}"


def format_hours(occasion: Occasion) -> str:
    """ "13.00–15.30"; over several days, both days; nothing of whole days."""
    if occasion.whole_days:
        return ""
    if occasion.first_day == occasion.last_day:
        return f"{clock(occasion.starts_at)}–{clock(occasion.ends_at)}"
    return f"{_moment(occasion.starts_at)} – {_moment(occasion.ends_at)}"


def _moment(when: datetime) -> str:
    return f"{day(when)} {clock(when)}"


def format_venue(event: Event, settings: Settings) -> str:
    """ "Ekby", "Digitalt", or both."""
    town = (
        settings.label("municipalities", event.municipality) if event.municipality else event.place
    )
    if event.digital:
        return _("{place} and online").format(place=town) if town else _("Online")
    return town


def calendar_title() -> str:
    return pgettext("a section", "Calendar")


def format_times(event: Event) -> str:
    """What there is to add to the day it begins: "4 tillfällen", hours, or several whole days."""
    if len(event.occasions) > 1:
        n = len(event.occasions)
        return ngettext("{n} occasion", "{n} occasions", n).format(n=n)
    [occasion] = event.occasions
    if _has_several_whole_days(occasion):
        return format_days(occasion)
    return format_hours(occasion)


def format_later(first: Occasion, last: Occasion) -> str:
    """How long after the one the other begins: "6 månader senare"; nothing within a day."""
    days_after = (last.first_day - first.last_day).days
    if days_after < 1:
        return ""
    if days_after < 14:
        return ngettext("{n} day later", "{n} days later", days_after).format(n=days_after)
    if days_after < 60:
        weeks = round(days_after / 7)
        return ngettext("{n} week later", "{n} weeks later", weeks).format(n=weeks)
    months = round(days_after / 30.44)
    return ngettext("{n} month later", "{n} months later", months).format(n=months)


def _has_several_whole_days(occasion: Occasion) -> bool:
    return occasion.whole_days and occasion.first_day != occasion.last_day
