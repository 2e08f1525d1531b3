"""Tips and methods: the list, and a page for each with what to do before, during and after."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.model.content import Tip
from exempelbank.pages import json_ld
from exempelbank.pages.links import to_focus_areas, to_roles
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.views import printed_cards
from exempelbank.spelling import alphabetical
from exempelbank.texts import _


def pages(press: Press) -> Iterator[PlannedPage]:
    section, title = press.book.section("tips"), _("Tips and methods")
    yield PlannedPage(section, title, "tips", partial(_all, press, section, title))
    for tip in press.catalogue.tips:
        make = partial(_page, press, tip)
        yield PlannedPage(press.book.of(tip), tip.title, "tips", make, tip.updated)


def _all(press: Press, section: str, title: str) -> Page:
    tips = sorted(press.catalogue.tips, key=lambda tip: alphabetical(tip.title))
    return press.page(
        "tips.html",
        section,
        title,
        description=_("Ways to learn together at work, ready to use: before, during and after."),
        section="tips",
        head=(json_ld.breadcrumbs(press, (title, section)),),
        tips=[(tip, press.link_to(tip), _for_whom(press, tip)) for tip in tips],
    )


def _for_whom(press: Press, tip: Tip) -> str:
    return ", ".join(press.settings.label("roles", id) for id in tip.roles)


def _page(press: Press, tip: Tip) -> Page:
    title, address = _("Tips and methods"), press.book.of(tip)
    facts = (
        (_("Time"), tip.time),
        (_("Roles"), to_roles(press, tip.roles)),
        (_("Focus area"), to_focus_areas(press, tip.focus_areas)),
    )
    return press.page(
        "tip.html",
        address,
        tip.title,
        description=tip.summary,
        section="tips",
        head=(
            json_ld.breadcrumbs(press, (title, press.book.section("tips")), (tip.title, address)),
        ),
        updated=tip.updated,
        tip=tip,
        way=[(title, press.section("tips"))],
        steps=[
            (name, lines)
            for name, lines in (
                (_("Before"), tip.before),
                (_("During"), tip.during),
                (_("After"), tip.after),
            )
            if lines
        ],
        facts=[(name, value) for name, value in facts if value],
        cards=printed_cards(press, press.catalogue.examples_named(tip.examples)),
        others=[
            (other.title, press.link_to(other), other.time)
            for other in press.catalogue.tips
            if other.id != tip.id
        ],
    )
