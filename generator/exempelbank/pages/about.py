"""About the organisation, and what the reviewers ask.

Goes in: roles, steps and milestones, the members, the checklist, all as configured. Comes out: a
page of the organisation and its history, and a page of the checklist.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from exempelbank.pages import json_ld
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.texts import _


def pages(press: Press) -> Iterator[PlannedPage]:
    inner = press.book.inner
    for word, title, make in (
        (inner.organisation, _("Organisation and history"), _organisation),
        (inner.checklist, _("The reviewers' checklist"), _checklist),
    ):
        address = press.book.section("about", word)
        yield PlannedPage(address, title, "about", partial(make, press, address, title))


def _organisation(press: Press, address: str, title: str) -> Page:
    organisation = press.settings.organisation
    return _page(
        press,
        "organisation.html",
        address,
        title,
        _("Who does what, how the work is done, and what has happened so far."),
        about=press.settings.about,
        name=organisation.short_name or organisation.name,
        members=_members(press),
        history=_history(press),
    )


def _checklist(press: Press, address: str, title: str) -> Page:
    return _page(
        press,
        "checklist.html",
        address,
        title,
        _("Every example is read against these questions before it is published."),
        checklist=press.settings.checklist,
    )


def _page(press: Press, template: str, address: str, title: str, lead: str, **values: Any) -> Page:
    above = _("About {name}").format(name=press.settings.organisation.site_name)
    section = press.book.section("about")
    return press.page(
        template,
        address,
        title,
        description=lead,
        section="about",
        head=(json_ld.breadcrumbs(press, (above, section), (title, address)),),
        lead=lead,
        way=[(above, press.href(section))],
        **values,
    )


def _members(press: Press) -> list[tuple[str, str]]:
    """Those whose membership has been confirmed."""
    return [
        (place.label, press.link_to(place))
        for place in press.settings.municipalities
        if place.member == "yes"
    ]


def _history(press: Press) -> list[tuple[int, list[tuple[str, str]]]]:
    """By year, the latest first: (what happened, a link or none)."""
    happened = sorted(_happened(press), key=lambda one: -one[0])
    return [
        (year, [(what, address) for _year, what, address in group])
        for year, group in groupby(happened, key=lambda one: one[0])
    ]


def _happened(press: Press) -> Iterator[tuple[int, str, str]]:
    catalogue = press.catalogue
    for milestone in press.settings.about.history:
        yield milestone.year, milestone.what, ""
    for area in catalogue.focus_areas:
        for period in area.periods:
            if period.first <= press.today.year:
                what = _("The focus area {title} begins").format(title=area.title)
                yield period.first, what, press.link_to(area)
    for network in catalogue.networks:
        for when, what in (
            (network.decided, _("The network {title} begins")),
            (network.ended, _("The network {title} ends")),
        ):
            if when and when <= press.today:
                yield when.year, what.format(title=network.title), press.link_to(network)
    if catalogue.examples:
        first = catalogue.examples[-1]
        what = _("The first example is published: {title}")
        yield first.review.published.year, what.format(title=first.title), press.link_to(first)
