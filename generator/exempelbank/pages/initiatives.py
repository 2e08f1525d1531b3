"""Initiatives: what is done together for a time, to what purpose, and how one will know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from exempelbank.catalogue.catalogue import ENDED
from exempelbank.model.content import Initiative
from exempelbank.pages import json_ld
from exempelbank.pages.links import to_focus_areas, to_municipalities, to_networks
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import day, month
from exempelbank.pages.views import printed_cards
from exempelbank.texts import _


def pages(press: Press) -> Iterator[PlannedPage]:
    section, title = press.book.section("initiatives"), _("Initiatives")
    yield PlannedPage(section, title, "initiatives", partial(_all, press, section, title))
    for one in press.catalogue.initiatives:
        make = partial(_page, press, one)
        yield PlannedPage(press.book.of(one), one.title, "initiatives", make, _updated(one))


def _all(press: Press, section: str, title: str) -> Page:
    initiatives = sorted(press.catalogue.initiatives, key=_newest_first)
    return press.page(
        "initiatives.html",
        section,
        title,
        description=_("What we do together for a time, to what purpose and how it goes."),
        section="initiatives",
        head=(json_ld.breadcrumbs(press, (title, section)),),
        going_on=[_row(press, one) for one in initiatives if one.status != ENDED],
        ended=[_row(press, one) for one in initiatives if one.status == ENDED],
    )


def _updated(initiative: Initiative) -> date | None:
    measured = [one.measured for one in initiative.indicators if one.measured]
    return max(measured, default=None)


def _newest_first(initiative: Initiative) -> tuple[int, str]:
    return -(initiative.starts.toordinal() if initiative.starts else 0), initiative.title


def _row(press: Press, initiative: Initiative) -> tuple[Initiative, str, str]:
    return initiative, press.link_to(initiative), _eyebrow(press, initiative)


def _eyebrow(press: Press, initiative: Initiative) -> str:
    status = press.settings.label("initiative_statuses", initiative.status)
    return " · ".join(filter(None, (status, _period(initiative))))


def _period(initiative: Initiative) -> str:
    """ "januari 2026 – december 2026", as far as it is known."""
    starts, ends = (month(when) if when else "" for when in (initiative.starts, initiative.ends))
    if starts and ends:
        return f"{starts} – {ends}"
    if starts:
        return _("from {month}").format(month=starts)
    return _("until {month}").format(month=ends) if ends else ""


def _page(press: Press, initiative: Initiative) -> Page:
    title, address = _("Initiatives"), press.book.of(initiative)
    facts = (
        (_("Status"), press.settings.label("initiative_statuses", initiative.status)),
        (_("Period"), _period(initiative)),
        (_("Municipalities"), to_municipalities(press, initiative.municipalities)),
        (_("Network"), to_networks(press, initiative.networks)),
        (_("Focus area"), to_focus_areas(press, initiative.focus_areas)),
    )
    return press.page(
        "initiative.html",
        address,
        initiative.title,
        description=initiative.summary,
        section="initiatives",
        head=(
            json_ld.breadcrumbs(
                press, (title, press.book.section("initiatives")), (initiative.title, address)
            ),
        ),
        updated=_updated(initiative),
        initiative=initiative,
        way=[(title, press.section("initiatives"))],
        eyebrow=_eyebrow(press, initiative),
        indicators=[
            (
                one.name,
                one.goal,
                one.outcome or _("Not measured yet"),
                day(one.measured) if one.measured else "",
            )
            for one in initiative.indicators
        ],
        facts=[(name, value) for name, value in facts if value],
        cards=printed_cards(press, press.catalogue.examples_named(initiative.examples)),
    )
