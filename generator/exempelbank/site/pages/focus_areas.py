"""The focus areas by period, and all that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.rules.places import place_title
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_rows, news_rows, render_cards
from exempelbank.site.components.follow import follow
from exempelbank.site.components.formatting import format_years
from exempelbank.site.components.gaps import gaps_of
from exempelbank.site.components.search_document import OwnPage, SearchKind, searchable_text
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.icons import icon_or
from exempelbank.site.site import LazyPage, Page

SEARCH_KIND = SearchKind(
    "focus_area", "fokus", "", N_("search", "Focus area"), N_("search", "Focus areas")
)

MOST = 6  # of each sort; the rest is a link away

_TIMES = {
    "current": N_("focus areas", "Now"),
    "coming": N_("focus areas", "Coming"),
    "earlier": N_("focus areas", "Earlier"),
}


class Perspective(NamedTuple):
    label: str
    icon_name: str
    address: str
    examples: tuple[LearningExample, ...]


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("focus_areas"),
        _("Focus areas"),
        _("What we look into together, for a time."),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "focus_areas", partial(_all, context, own))
    for area in context.catalogue.focus_areas:
        make = partial(_page, context, area)
        yield LazyPage(context.urls.of(area), area.title, "focus_areas", make)


def _all(context: RenderContext, own: OwnPage) -> Page:
    areas = context.catalogue.focus_areas_on(context.today)
    return context.page(
        "focus-areas.html",
        own.address,
        own.title,
        description=own.description,
        section="focus_areas",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        times=[
            (
                pgettext("focus areas", _TIMES[time]),
                [
                    (area, format_years(area), len(context.catalogue.examples_in(area)))
                    for area in found
                ],
            )
            for time in ("current", "coming", "earlier")
            if (found := getattr(areas, time))
        ],
        none_now=not areas.current,
    )


class _RelatedRecords(NamedTuple):
    """What belongs to one focus area, as far as its page shows it."""

    over: bool
    examples: Sequence[LearningExample]
    news: Sequence[NewsItem]
    coming: Sequence[Event]
    past: Sequence[Event]
    more: Sequence[Tip | Network | Initiative]


def _related(context: RenderContext, area: FocusArea) -> _RelatedRecords:
    catalogue, today = context.catalogue, context.today
    news = (item for item in context.news if area.id in item.focus_areas)
    coming = (event for event in catalogue.events_from(today) if area.id in event.focus_areas)
    past = (event for event in catalogue.events_before(today) if area.id in event.focus_areas)
    return _RelatedRecords(
        area in catalogue.focus_areas_on(today).earlier,
        catalogue.examples_in(area),
        tuple(islice(news, MOST)),
        tuple(islice(coming, MOST)),
        tuple(islice(past, MOST)),
        [
            record
            for records in (catalogue.tips, catalogue.networks, catalogue.initiatives)
            for record in records
            if area.id in record.focus_areas
        ],
    )


def _page(context: RenderContext, area: FocusArea) -> Page:
    address, related = context.urls.of(area), _related(context, area)
    return context.page(
        "focus-area.html",
        address,
        area.title,
        description=area.summary,
        section="focus_areas",
        head=(
            json_ld.breadcrumbs(
                context,
                (_("Focus areas"), context.urls.section("focus_areas")),
                (area.title, address),
            ),
        ),
        area=area,
        follow=follow(context, "focus_areas", area.id),
        years=format_years(area),
        over=related.over,
        breadcrumbs=[(_("Focus areas"), context.section_url("focus_areas"))],
        perspectives=_perspectives(context, related.examples),
        cards=render_cards(context, related.examples[:MOST]),
        total=len(related.examples),
        all_examples=context.section_url("examples", context.urls.inner.focus_area, area.id),
        coming=event_rows(context, related.coming),
        past=event_rows(context, related.past),
        news=news_rows(context, related.news),
        more=[(record.title, context.link_to(record), record.summary) for record in related.more],
        places=_places(context, related.examples),
        place_title=place_title(context.settings.municipalities),
        lacking=_lacking(context, area),
    )


def _lacking(context: RenderContext, area: FocusArea) -> str:
    """Where the page of what is missing tells of this area, if it does."""
    if not context.settings.has("wanted") or gaps_of(context).in_area(area) is None:
        return ""
    return f"{context.section_url('wanted')}#omrade-{area.id}"


def _perspectives(context: RenderContext, examples: Sequence[LearningExample]) -> list[Perspective]:
    """Those that are missing too: a gap is worth seeing."""
    return [
        Perspective(
            term.label,
            icon_or(term.icon, "account-voice"),
            context.section_url("examples", context.urls.inner.perspective, term.id),
            tuple(example for example in examples if term.id in example.perspectives),
        )
        for term in context.settings.vocabulary("perspectives")
    ]


def _places(
    context: RenderContext, examples: Sequence[LearningExample]
) -> list[tuple[str, str, int, date]]:
    """(name, link, number of examples, latest) of each municipality that has one, most first."""
    updated: dict[str, list[date]] = {}
    for example in examples:
        updated.setdefault(example.municipality, []).append(example.review.updated)
    found = [
        (place.label, context.link_to(place), len(days), max(days))
        for place in context.settings.municipalities
        if (days := updated.get(place.id))
    ]
    return sorted(found, key=lambda row: -row[2])


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for area in context.catalogue.focus_areas:
        yield _search_document(context, area)


def _search_document(context: RenderContext, area: FocusArea) -> SearchDocument:
    body = searchable_text("\n".join((*area.questions, area.text)))
    address = context.urls.of(area)
    return SearchDocument(
        area.id, address, SEARCH_KIND.name, area.title, area.summary, area.aliases, body
    )
