"""The search page, and the index that its script and that of the header's box fetch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.rules.places import are_municipalities
from exempelbank.search import Synonyms, build_index_files
from exempelbank.settings import Settings
from exempelbank.site.components import json_ld
from exempelbank.site.components.facet_links import facet_links
from exempelbank.site.components.search_document import PAGE, SearchKind
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import SEARCHED_MODULES, municipalities
from exempelbank.site.search_documents import search_documents
from exempelbank.site.site import LazyPage, Page

SEARCH_KINDS = (
    *(module.SEARCH_KIND for module in SEARCHED_MODULES),
    SearchKind(
        PAGE,
        "nyhet",
        "information-outline",
        N_("search", "Page"),
        N_("search", "Pages"),
    ),
)


def search_kinds(settings: Settings) -> tuple[SearchKind, ...]:
    if are_municipalities(settings.municipalities):
        return SEARCH_KINDS
    named = {municipalities.SEARCH_KIND: municipalities.SEARCH_KIND_OF_PARTIES}
    return tuple(named.get(kind, kind) for kind in SEARCH_KINDS)


def search_page(context: RenderContext) -> LazyPage:
    return LazyPage(context.urls.section("search"), _("Search"), "", partial(_page, context))


def _page(context: RenderContext) -> Page:
    title, address = _("Search"), context.urls.section("search")
    return context.page(
        "search.html",
        address,
        title,
        description=_("Search examples, news, the calendar, networks and everything else."),
        head=(
            context.preload_tags("search/page.js"),
            json_ld.breadcrumbs(context, (title, address)),
        ),
        kinds=[
            (kind.name, kind.colour, kind.icon_name, pgettext("search", kind.plural))
            for kind in search_kinds(context.settings)
        ],
        ways=[
            (name, context.href(address))
            for name, address in _links_without_answers(context)["other"]
        ],
        other_ways=_other_ways(context),
        facets=[choices for _facet, choices in facet_links(context).worth_choosing],
    )


def _other_ways(context: RenderContext) -> list[tuple[str, str]]:
    """Names and links of the sections that hold something."""
    catalogue, inner, section = context.catalogue, context.urls.inner, context.section_url
    ways = [
        (catalogue.examples, _("All examples"), section("examples")),
        (
            catalogue.examples,
            _("All examples by name"),
            section("examples", inner.order, inner.name),
        ),
        (catalogue.focus_areas, _("The focus areas"), section("focus_areas")),
        (catalogue.networks, _("The networks"), section("networks")),
        (catalogue.events, _("The calendar"), section("events")),
        (catalogue.news, _("The news"), section("news")),
    ]
    found = [(name, link) for records, name, link in ways if records and link]
    return found or [(_("Share an example"), section("contribute"))]


def search_index_files(
    context: RenderContext, synonyms: Synonyms, markdown_pages: Iterable[MarkdownPage]
) -> Mapping[str, bytes]:
    """By path below the folder of the index. Pages written by hand are found too."""
    documents = search_documents(context, markdown_pages)
    return build_index_files(documents, synonyms, _ui_strings(context))


def _links_without_answers(context: RenderContext) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Where nothing answers: names and addresses, by what the question looks like."""
    may_have = context.settings.may_have
    networks = _("Ask in a network"), context.urls.section("networks")
    all_municipalities = are_municipalities(context.settings.municipalities)
    see_places = _("See the municipalities") if all_municipalities else _("See the parties")
    places = see_places, context.urls.section("municipalities")
    examples = _("See all examples"), context.urls.section("examples")
    order, name = context.urls.inner.order, context.urls.inner.name
    by_name = _("See all examples by name"), context.urls.section("examples", order, name)
    tell = _("Tell how you do it"), context.urls.section("contribute")
    catalogue = context.catalogue
    empty = [
        *(() if catalogue.networks else (networks,)),
        *(() if catalogue.examples else (examples, by_name)),
    ]
    ways = {"person": (networks, places), "id": (by_name,), "other": (networks, examples, tell)}
    return {
        kind: [link for link in found if may_have(link[1]) and link not in empty]
        for kind, found in ways.items()
    }


def _ui_strings(context: RenderContext) -> Mapping[str, Any]:
    return {
        "kinds": {
            kind.name: {
                "one": pgettext("search", kind.singular),
                "many": pgettext("search", kind.plural),
            }
            for kind in search_kinds(context.settings)
        },
        "answers": _("Answers"),
        "one": ngettext("{n} answer to “{asked}”", "{n} answers to “{asked}”", 1),
        "many": ngettext("{n} answer to “{asked}”", "{n} answers to “{asked}”", 2),
        "near": _("Nothing about “{asked}”. Close to it:"),
        "none": _("Nothing here answers “{asked}”"),
        "title": _("Search: {asked}"),
        "seeOne": ngettext("See the answer on the search page", "See all {n} answers", 1),
        "seeMany": ngettext("See the answer on the search page", "See all {n} answers", 2),
        "more": _("Show {n} more"),
        "meant": _("The word “{word}” stands nowhere here. Did you mean {like}?"),
        "mended": _("The word “{word}” stands nowhere here, and was read as {like}."),
        "ways": _links_without_answers(context),
        "elsewhere": _("See other ways to find it"),
        "recent": _("You asked this before"),
        "forget": _("Forget them, and keep no more"),
        "forgotten": _("Your searches are forgotten"),
        "archived": _("Archived"),
    }
