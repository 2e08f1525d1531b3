"""About the organisation, and what the reviewers ask.

Goes in: roles, steps and milestones, the members, the checklist, all as configured. Comes out: a
page of the organisation and its history, and a page of the checklist.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from exempelbank.i18n import _, pgettext
from exempelbank.rules.places import all_places_title
from exempelbank.site.components import json_ld
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    inner = context.urls.inner
    yield OwnPage(
        context.urls.section("about", inner.organisation),
        _("Organisation and history"),
        _("Who does what, how the work is done, and what has happened so far."),
        pgettext("what readers call a page", "steering group, members"),
    )
    yield OwnPage(
        context.urls.section("about", inner.checklist),
        _("The reviewers' checklist"),
        _("Every example is read against these questions before it is published."),
        pgettext("what readers call a page", "review, quality, criteria"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own, make in zip(own_pages(context), (_organisation, _checklist), strict=True):
        yield LazyPage(own.address, own.title, "about", partial(make, context, own))


def _organisation(context: RenderContext, own: OwnPage) -> Page:
    organisation = context.settings.organisation
    return _page(
        context,
        "organisation.html",
        own,
        about=context.settings.about,
        name=organisation.called,
        members=_members(context),
        all_places=all_places_title(context.settings.municipalities),
        history=_history(context),
    )


def _checklist(context: RenderContext, own: OwnPage) -> Page:
    return _page(
        context,
        "checklist.html",
        own,
        checklist=context.settings.checklist,
    )


def _page(context: RenderContext, template: str, own: OwnPage, **values: Any) -> Page:
    above = _("About {name}").format(name=context.settings.organisation.site_name)
    section = context.urls.section("about")
    return context.page(
        template,
        own.address,
        own.title,
        description=own.description,
        section="about",
        head=(json_ld.breadcrumbs(context, (above, section), (own.title, own.address)),),
        lead=own.description,
        breadcrumbs=[(above, context.href(section))],
        **values,
    )


def _members(context: RenderContext) -> list[tuple[str, str]]:
    """Those whose membership has been confirmed."""
    return [
        (place.label, context.link_to(place))
        for place in context.settings.municipalities
        if place.member == "yes"
    ]


def _history(context: RenderContext) -> list[tuple[int, list[tuple[str, str]]]]:
    """By year, the latest first: (what happened, a link or none)."""
    happened = sorted(_happened(context), key=lambda one: -one[0])
    return [
        (year, [(what, address) for _year, what, address in group])
        for year, group in groupby(happened, key=lambda one: one[0])
    ]


def _happened(context: RenderContext) -> Iterator[tuple[int, str, str]]:
    catalogue = context.catalogue
    for milestone in context.settings.about.history:
        yield milestone.year, milestone.what, ""
    for area in catalogue.focus_areas:
        for period in area.periods:
            if period.first <= context.today.year:
                what = _("The focus area {title} begins").format(title=area.title)
                yield period.first, what, context.link_to(area)
    for network in catalogue.networks:
        for when, what in (
            (network.decided, _("The network {title} begins")),
            (network.ended, _("The network {title} ends")),
        ):
            if when and when <= context.today:
                yield when.year, what.format(title=network.title), context.link_to(network)
    if catalogue.examples:
        first = catalogue.examples[-1]
        what = _("The first example is published: {title}")
        yield first.review.published.year, what.format(title=first.title), context.link_to(first)
