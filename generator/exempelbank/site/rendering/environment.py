"""Settings -> the environment that fills in page bodies; everything a template may call.

A template shows and works nothing out. Text is escaped unless it is Markup, and a name that does
not exist is an error. `eb` holds the shared components: `{{ eb.breadcrumbs(…) }}` is the macro
`breadcrumbs` in templates/macros/breadcrumbs.html.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from jinja2 import Environment
from markupsafe import Markup

from exempelbank import i18n
from exempelbank.rules.look import mark_leaves
from exempelbank.rules.urls import base_path, site_url
from exempelbank.settings import Settings
from exempelbank.site.rendering.assets import asset_address
from exempelbank.site.rendering.icons import icon
from exempelbank.site.rendering.loader import TemplateCache, TemplateLoader
from exempelbank.text.links import safe_address
from exempelbank.text.markdown import html_from
from exempelbank.text.phone import phone_link
from exempelbank.text.templates import strict_environment


def environment(settings: Settings) -> Environment:
    env = strict_environment(
        TemplateLoader(),
        bytecode_cache=TemplateCache(),
        cache_size=-1,  # all of them
    )
    env.globals.update(names_for(settings), eb=Components(env))
    env.filters.update(FILTERS)
    return env


def names_for(settings: Settings) -> dict[str, Any]:
    """What templates can call, those of the theme as well."""
    base = base_path(settings)

    def href(address: str) -> str:
        """From the root of the host, so that a link is the same on every page."""
        return base + address

    return {
        "_": i18n._,
        "ngettext": i18n.ngettext,
        "pgettext": i18n.pgettext,
        "settings": settings,
        "organisation": settings.organisation,
        "addresses": settings.addresses,
        "label": settings.label,
        "has": settings.has,
        "href": href,
        "absolute": partial(site_url, settings),
        "asset": lambda name: href(asset_address(name, settings.look)),
        "look": settings.look,
        "palette": settings.look.palette,
        "mark_leaves": lambda plain: Markup(mark_leaves(settings.look.palette, plain)),
        "icon": icon,
    }


class Components:
    """The macros of templates/macros, each read when it is first used."""

    def __init__(self, env: Environment) -> None:
        self._env = env

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        template = self._env.get_template(f"macros/{name.replace('_', '-')}.html")
        component: Callable[..., Markup] = getattr(template.module, name)
        setattr(self, name, component)
        return component


# ---- Dates and times, in the site's language ----


_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_MONTHS = [date(2024, number, 1) for number in range(1, 13)]
_WEEK = [date(2024, 1, number) for number in range(1, 8)]  # from a Monday


@cache
def _names(language: str, pattern: str) -> list[str]:
    """Of the months, or of the days of a week: as many as there are, and Babel takes its time."""
    days = _WEEK if pattern.startswith("E") else _MONTHS
    return [format_date(when, pattern, _LOCALES[language]).rstrip(".") for when in days]


def _month(when: date, pattern: str) -> str:
    return _names(i18n.language_in_use(), pattern)[when.month - 1]


def day(when: date) -> str:
    """14 oktober 2025"""
    return f"{when.day} {_month(when, 'MMMM')} {when.year}"


def days(first: date, last: date) -> str:
    """10–11 juni 2026; what both days share is said once."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first, 'MMMM')} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def day_short(when: date) -> str:
    """14 okt"""
    return f"{when.day} {month_short(when)}"


def month(when: date | str) -> str:
    """oktober 2025, of a day or of "2025-10"."""
    if isinstance(when, str):
        when = date.fromisoformat(f"{when}-01")
    return f"{_month(when, 'MMMM')} {when.year}"


def month_short(when: date) -> str:
    """okt"""
    return _month(when, "MMM")


def weekday(when: date) -> str:
    """onsdag"""
    return _names(i18n.language_in_use(), "EEEE")[when.weekday()]


def weekday_short(when: date) -> str:
    """ons"""
    return _names(i18n.language_in_use(), "EEE")[when.weekday()]


def clock(when: datetime) -> str:
    """9.00 in Swedish, 9:00 in English."""
    language = i18n.language_in_use()
    return format_time(when, {"sv": "H.mm", "en": "H:mm"}[language], locale=_LOCALES[language])


def iso(when: date) -> str:
    """For <time datetime>: a day, or a moment on the wall clock."""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def number(value: float) -> str:
    """1 250 000 and 4,5"""
    return format_decimal(value, locale=_LOCALES[i18n.language_in_use()])


def capitalised(text: str) -> str:
    """The first letter large, the rest as it was: "IPS-coach" and "oktober"."""
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "markdown": html_from,
    "address": safe_address,
    "tel": phone_link,
    "icon": icon,
    "day": day,
    "day_short": day_short,
    "month": month,
    "month_short": month_short,
    "weekday": weekday,
    "weekday_short": weekday_short,
    "clock": clock,
    "iso": iso,
    "capitalised": capitalised,
    "number": number,
}
