"""The news: newest first in pages, by kind, by year, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import N_, _
from exempelbank.model.content import NewsItem
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import lowered, news_rows, render_card
from exempelbank.site.components.follow import follow
from exempelbank.site.components.page_title import page_title
from exempelbank.site.components.pagination import ListPage, paginate
from exempelbank.site.components.search_document import (
    OwnPage,
    SearchKind,
    search_facets,
    search_labels,
    searchable_text,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.site.rendering.environment import capitalised, day, month
from exempelbank.site.site import LazyPage, Page

SEARCH_KIND = SearchKind("news", "nyhet", "", N_("search", "News item"), N_("search", "News"))

ON_ONE_PAGE = 20
MOST_OTHERS = 3


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("news"),
        _("News"),
        _("On collaboration, new research and guidance."),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    news, inner = context.news, context.urls.inner
    for own in own_pages(context):
        yield from _list(context, own.address, own.title, own.description, news)
    for kind in context.settings.vocabulary("news_kinds"):
        chosen = [item for item in news if item.kind == kind.id]
        address = context.urls.section("news", inner.kind, kind.id)
        title = _("News: {kind}").format(kind=lowered(kind.label))
        yield from _list(context, address, title, kind.about, chosen, kind.label)
    for year in _years(news):
        chosen = [item for item in news if str(item.published.year) == year]
        title = _("News from {year}").format(year=year)
        address = context.urls.section("news", inner.archive, year)
        yield from _list(context, address, title, "", chosen, year=year)
    for item in news:
        others = [one for one in news[: MOST_OTHERS + 1] if one.id != item.id][:MOST_OTHERS]
        example = context.catalogue.example(item.example) if item.example else None
        yield LazyPage(
            context.urls.of(item),
            page_title(context, item),
            "news",
            partial(_page, context, item, example, others),
            item.updated or item.published,
        )


def _years(news: Sequence[NewsItem]) -> list[str]:
    return sorted({str(item.published.year) for item in news}, reverse=True)


def _list(
    context: RenderContext,
    first: str,
    title: str,
    lead: str,
    news: Sequence[NewsItem],
    heading: str = "",
    year: str = "",
) -> Iterator[LazyPage]:
    section = context.urls.section("news")
    above = () if first == section else ((_("News"), section),)
    here = heading or title

    def page(list_page: ListPage[NewsItem]) -> Page:
        rows = news_rows(context, list_page.items)
        return context.page(
            "news.html",
            list_page.address,
            list_page.title(title),
            description=lead,
            section="news",
            head=(json_ld.breadcrumbs(context, *above, (here, first)),),
            indexed=bool(news),
            heading=here,
            lead=lead,
            breadcrumbs=[(name, context.href(address)) for name, address in above],
            months=[
                (capitalised(name), list(group))
                for name, group in groupby(rows, key=lambda row: month(row.when))
            ],
            kinds=_kinds(context, first) if context.news else [],
            years=[(*link, link[0] == year) for link in _year_links(context)] if year else [],
            earlier=[] if year else _year_links(context),
            pages=list_page.addresses,
            number=list_page.number,
            follow=follow(context, "news"),
        )

    for list_page in paginate(news, first, context.urls.inner.page, ON_ONE_PAGE):
        yield LazyPage(
            list_page.address,
            list_page.title(title),
            "news",
            partial(page, list_page),
            indexed=bool(news),
        )


def _kinds(context: RenderContext, here: str) -> list[tuple[str, str, bool]]:
    section, inner = context.urls.section("news"), context.urls.inner
    kinds = [
        (kind.label, context.urls.section("news", inner.kind, kind.id))
        for kind in context.settings.vocabulary("news_kinds")
    ]
    return [(name, context.href(to), to == here) for name, to in [(_("All"), section), *kinds]]


@memoized
def _year_links(context: RenderContext) -> list[tuple[str, str]]:
    years = _years(context.news)
    return [(year, context.section_url("news", context.urls.inner.archive, year)) for year in years]


def _page(
    context: RenderContext,
    item: NewsItem,
    example: LearningExample | None,
    others: Sequence[NewsItem],
) -> Page:
    address = context.urls.of(item)
    label = context.settings.label
    about = [
        (record.title, context.link_to(record), _("Focus area"))
        for record in context.catalogue.focus_areas
        if record.id in item.focus_areas
    ] + [
        (record.title, context.link_to(record), _("Network"))
        for record in context.catalogue.networks
        if record.id in item.networks
    ]
    return context.page(
        "news-item.html",
        address,
        page_title(context, item),
        description=item.summary,
        section="news",
        head=(
            json_ld.article(context, item),
            json_ld.breadcrumbs(
                context, (_("News"), context.urls.section("news")), (item.title, address)
            ),
        ),
        updated=item.updated or item.published,
        item=item,
        kind=label("news_kinds", item.kind),
        breadcrumbs=[(_("News"), context.section_url("news"))],
        card=render_card(context, example) if example else None,
        about=about,
        places=[
            (place.label, context.link_to(place))
            for place in context.settings.municipalities
            if place.id in item.municipalities
        ],
        roles=[label("roles", id) for id in item.roles],
        others=news_rows(context, others),
    )


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for item in context.news:
        yield _search_document(context, item)


def _search_document(context: RenderContext, item: NewsItem) -> SearchDocument:
    return SearchDocument(
        item.id,
        context.urls.of(item),
        SEARCH_KIND.name,
        item.title,
        item.summary,
        labels=search_labels(context, item, ("focus_areas", "networks", "roles", "municipalities")),
        body=searchable_text(item.text),
        note=day(item.published),
        facets=search_facets(context, item),
    )
