"""Tips and methods: the list, and a page for each with what to do before, during and after."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.i18n import N_, _
from exempelbank.model.content import Tip
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import render_cards
from exempelbank.site.components.links import to_focus_areas, to_roles
from exempelbank.site.components.search_document import (
    OwnPage,
    SearchKind,
    search_facets,
    search_labels,
    searchable_text,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page
from exempelbank.text.normalization import alphabetical

SEARCH_KIND = SearchKind(
    "tip", "fokus", "lightbulb-outline", N_("search", "Tip"), N_("search", "Tips and methods")
)


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("tips"),
        _("Tips and methods"),
        _("Ways to learn together at work, ready to use: before, during and after."),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "tips", partial(_all, context, own))
    for tip in context.catalogue.tips:
        make = partial(_page, context, tip)
        yield LazyPage(context.urls.of(tip), tip.title, "tips", make, tip.updated)


def _all(context: RenderContext, own: OwnPage) -> Page:
    tips = sorted(context.catalogue.tips, key=lambda tip: alphabetical(tip.title))
    return context.page(
        "tips.html",
        own.address,
        own.title,
        description=own.description,
        section="tips",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        tips=[(tip, context.link_to(tip), _for_whom(context, tip)) for tip in tips],
    )


def _for_whom(context: RenderContext, tip: Tip) -> str:
    return ", ".join(context.settings.label("roles", id) for id in tip.roles)


def _page(context: RenderContext, tip: Tip) -> Page:
    title, address = _("Tips and methods"), context.urls.of(tip)
    facts = (
        (_("Time"), tip.time),
        (_("Roles"), to_roles(context, tip.roles)),
        (_("Focus area"), to_focus_areas(context, tip.focus_areas)),
    )
    return context.page(
        "tip.html",
        address,
        tip.title,
        description=tip.summary,
        section="tips",
        head=(
            json_ld.breadcrumbs(
                context, (title, context.urls.section("tips")), (tip.title, address)
            ),
        ),
        updated=tip.updated,
        tip=tip,
        breadcrumbs=[(title, context.section_url("tips"))],
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
        cards=render_cards(context, context.catalogue.examples_named(tip.examples)),
        others=[
            (other.title, context.link_to(other), other.time)
            for other in context.catalogue.tips
            if other.id != tip.id
        ],
    )


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for tip in context.catalogue.tips:
        yield _search_document(context, tip)


def _search_document(context: RenderContext, tip: Tip) -> SearchDocument:
    return SearchDocument(
        tip.id,
        context.urls.of(tip),
        SEARCH_KIND.name,
        tip.title,
        tip.summary,
        labels=search_labels(context, tip, ("focus_areas", "roles")),
        body=searchable_text("\n".join((tip.goal, *tip.before, *tip.during, *tip.after, tip.text))),
        note=tip.time,
        facets=search_facets(context, tip),
    )
