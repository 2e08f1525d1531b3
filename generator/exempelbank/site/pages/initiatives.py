"""Initiatives: what is done together for a time, to what purpose, and how one will know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import Funding, Initiative
from exempelbank.rules.places import places_title, places_with
from exempelbank.rules.terms import has_ended
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import render_cards
from exempelbank.site.components.indicators import overview, series_of, updated_on
from exempelbank.site.components.links import to_focus_areas, to_networks, to_places
from exempelbank.site.components.search_document import (
    OwnPage,
    SearchKind,
    search_facets,
    search_labels,
    searchable_text,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.environment import month, number
from exempelbank.site.site import LazyPage, Page

SEARCH_KIND = SearchKind(
    "initiative",
    "natverk",
    "handshake-outline",
    N_("search", "Initiative"),
    N_("search", "Initiatives"),
)


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("initiatives"),
        _("Initiatives"),
        _("What we do together for a time, to what purpose and how it goes."),
        pgettext("what readers call a page", "initiatives, projects"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "initiatives", partial(_all, context, own))
    for one in context.catalogue.initiatives:
        make = partial(_page, context, one)
        yield LazyPage(context.urls.of(one), one.title, "initiatives", make, updated_on(one))


def _all(context: RenderContext, own: OwnPage) -> Page:
    initiatives = sorted(context.catalogue.initiatives, key=_newest_first)
    return context.page(
        "initiatives.html",
        own.address,
        own.title,
        description=own.description,
        section="initiatives",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        going_on=[
            _row(context, one) for one in initiatives if not has_ended(one, context.settings)
        ],
        ended=[_row(context, one) for one in initiatives if has_ended(one, context.settings)],
    )


def _newest_first(initiative: Initiative) -> tuple[int, str]:
    return -(initiative.starts.toordinal() if initiative.starts else 0), initiative.title


def _row(context: RenderContext, initiative: Initiative) -> tuple[Initiative, str, str]:
    return initiative, context.link_to(initiative), _eyebrow(context, initiative)


def _eyebrow(context: RenderContext, initiative: Initiative) -> str:
    status = context.settings.label("initiative_statuses", initiative.status)
    return " · ".join(filter(None, (status, _period(initiative))))


def _period(initiative: Initiative) -> str:
    """ "januari–december 2026", as far as it is known."""
    starts, ends = (month(when) if when else "" for when in (initiative.starts, initiative.ends))
    if starts and starts == ends:
        return starts
    if initiative.starts and initiative.ends:
        year = f" {initiative.starts.year}"
        if ends.endswith(year):
            return f"{starts.removesuffix(year)}–{ends}"
        return f"{starts} – {ends}"
    if starts:
        return _("from {month}").format(month=starts)
    return _("until {month}").format(month=ends) if ends else ""


def _page(context: RenderContext, initiative: Initiative) -> Page:
    title, address = _("Initiatives"), context.urls.of(initiative)
    series = [*series_of(initiative)]
    return context.page(
        "initiative.html",
        address,
        initiative.title,
        description=initiative.summary,
        section="initiatives",
        head=(
            json_ld.breadcrumbs(
                context, (title, context.urls.section("initiatives")), (initiative.title, address)
            ),
            *([context.style_tag("chart.css")] if series else []),
        ),
        updated=updated_on(initiative),
        initiative=initiative,
        breadcrumbs=[(title, context.section_url("initiatives"))],
        eyebrow=_eyebrow(context, initiative),
        indicators=overview(initiative),
        series=series,
        facts=[(name, value) for name, value in _facts(context, initiative) if value],
        cards=render_cards(context, context.catalogue.examples_named(initiative.examples)),
    )


def _facts(context: RenderContext, initiative: Initiative) -> Iterator[tuple[str, str]]:
    label = context.settings.label
    yield _("Status"), label("initiative_statuses", initiative.status)
    yield _("Level"), label("initiative_levels", initiative.level) if initiative.level else ""
    yield _("Period"), _period(initiative)
    yield _("Project owner"), initiative.owner
    places = initiative.municipalities
    yield places_title(places_with(context.settings, places)), to_places(context, places)
    yield (
        _("Organisations"),
        ", ".join(label("organisations", id) for id in initiative.organisations),
    )
    yield _("For whom"), initiative.for_whom
    yield (
        _("Target group"),
        ", ".join(label("target_groups", id) for id in initiative.target_groups),
    )
    yield _("Funding"), Markup("<br>").join(map(_funding, initiative.funding))
    yield _("Network"), to_networks(context, initiative.networks)
    yield _("Focus area"), to_focus_areas(context, initiative.focus_areas)


def _funding(one: Funding) -> str:
    """ "Samordningsförbundet, 1 250 000 kronor, 2026–2027", as far as it is known."""
    amount = _("{amount} kronor").format(amount=number(one.amount)) if one.amount else ""
    years = "–".join(str(year) for year in dict.fromkeys((one.first, one.last)) if year)
    return ", ".join(filter(None, (one.source, amount, years)))


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for initiative in context.catalogue.initiatives:
        yield _search_document(context, initiative)


def _search_document(context: RenderContext, initiative: Initiative) -> SearchDocument:
    return SearchDocument(
        initiative.id,
        context.urls.of(initiative),
        SEARCH_KIND.name,
        initiative.title,
        initiative.summary,
        labels=search_labels(context, initiative, ("focus_areas", "networks", "municipalities")),
        body=searchable_text(
            "\n".join((initiative.purpose, initiative.for_whom, initiative.owner, initiative.text))
        ),
        note=context.settings.label("initiative_statuses", initiative.status),
        facets=search_facets(context, initiative),
    )
