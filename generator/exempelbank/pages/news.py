"""The news: newest first in pages, by kind, by year, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from exempelbank.catalogue import LearningExample
from exempelbank.feeds import rss
from exempelbank.model.content import NewsItem
from exempelbank.pages import json_ld
from exempelbank.pages.numbered import Part, numbered
from exempelbank.pages.once import once
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import capitalised, month
from exempelbank.pages.views import news_rows, printed_card
from exempelbank.texts import _

ON_ONE_PAGE = 20
MOST_OTHERS = 3


def pages(press: Press) -> Iterator[PlannedPage]:
    news = press.news
    inner, section = press.book.inner, press.book.section("news")
    lead = _("On collaboration between the municipalities, new research and guidance.")
    yield from _list(press, section, _("News"), lead, news)
    for kind in press.settings.vocabulary("news_kinds"):
        chosen = [item for item in news if item.kind == kind.id]
        address = press.book.section("news", inner.kind, kind.id)
        yield from _list(press, address, kind.label, kind.about, chosen)
    for year in _years(news):
        chosen = [item for item in news if str(item.published.year) == year]
        title = _("News from {year}").format(year=year)
        yield from _list(press, press.book.section("news", inner.archive, year), title, "", chosen)
    for item in news:
        others = [one for one in news[: MOST_OTHERS + 1] if one.id != item.id][:MOST_OTHERS]
        example = press.catalogue.example(item.example) if item.example else None
        yield PlannedPage(
            press.book.of(item),
            item.title,
            "news",
            partial(_page, press, item, example, others),
            item.updated or item.published,
        )


def _years(news: Sequence[NewsItem]) -> list[str]:
    return sorted({str(item.published.year) for item in news}, reverse=True)


def _list(
    press: Press, first: str, title: str, lead: str, news: Sequence[NewsItem]
) -> Iterator[PlannedPage]:
    section = press.book.section("news")
    above = () if first == section else ((_("News"), section),)

    def page(part: Part[NewsItem]) -> Page:
        rows = news_rows(press, part.items)
        return press.page(
            "news.html",
            part.address,
            part.title(title),
            description=lead,
            section="news",
            head=(json_ld.breadcrumbs(press, *above, (title, first)),),
            indexed=bool(news),
            heading=title,
            lead=lead,
            way=[(name, press.href(address)) for name, address in above],
            months=[
                (capitalised(name), list(group))
                for name, group in groupby(rows, key=lambda row: month(row.when))
            ],
            kinds=_kinds(press, first),
            years=_year_links(press),
            pages=part.addresses,
            number=part.number,
            feed=press.section("news") + rss.FILE,
        )

    for part in numbered(news, first, press.book.inner.page, ON_ONE_PAGE):
        yield PlannedPage(
            part.address,
            part.title(title),
            "news",
            partial(page, part),
            indexed=bool(news),
        )


def _kinds(press: Press, here: str) -> list[tuple[str, str, bool]]:
    section, inner = press.book.section("news"), press.book.inner
    kinds = [
        (kind.label, press.book.section("news", inner.kind, kind.id))
        for kind in press.settings.vocabulary("news_kinds")
    ]
    return [(name, press.href(to), to == here) for name, to in [(_("All"), section), *kinds]]


@once
def _year_links(press: Press) -> list[tuple[str, str]]:
    years = _years(press.news)
    return [(year, press.section("news", press.book.inner.archive, year)) for year in years]


def _page(
    press: Press, item: NewsItem, example: LearningExample | None, others: Sequence[NewsItem]
) -> Page:
    address = press.book.of(item)
    label = press.settings.label
    about = [
        (record.title, press.link_to(record), _("Focus area"))
        for record in press.catalogue.focus_areas
        if record.id in item.focus_areas
    ] + [
        (record.title, press.link_to(record), _("Network"))
        for record in press.catalogue.networks
        if record.id in item.networks
    ]
    return press.page(
        "news-item.html",
        address,
        item.title,
        description=item.summary,
        section="news",
        head=(
            json_ld.article(press, item),
            json_ld.breadcrumbs(
                press, (_("News"), press.book.section("news")), (item.title, address)
            ),
        ),
        updated=item.updated or item.published,
        item=item,
        kind=label("news_kinds", item.kind),
        way=[(_("News"), press.section("news"))],
        card=printed_card(press, example) if example else None,
        about=about,
        places=[
            (place.label, press.link_to(place))
            for place in press.settings.municipalities
            if place.id in item.municipalities
        ],
        roles=[label("roles", id) for id in item.roles],
        others=news_rows(press, others),
    )
