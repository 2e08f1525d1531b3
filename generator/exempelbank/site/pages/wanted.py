"""What examples are missing: what is asked for, and what no example tells of yet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.i18n import _, pgettext
from exempelbank.site.components import json_ld
from exempelbank.site.components.gaps import gaps_of
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("wanted"),
        _("Examples we lack"),
        _("Do you know something of this? Tell us, or tell us whom to ask."),
        pgettext("what readers call a page", "needs, gaps, missing, wanted"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "wanted", partial(_page, context, own))


def _page(context: RenderContext, own: OwnPage) -> Page:
    gaps = gaps_of(context)
    return context.page(
        "wanted.html",
        own.address,
        own.title,
        description=own.description,
        section="wanted",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        lead=own.description,
        wanted=context.settings.wanted,
        everywhere=gaps.everywhere,
        areas=[(one, context.link_to(one.area)) for one in gaps.areas],
        any_at_all=bool(context.catalogue.examples),
    )
