"""Records and pages written by hand -> SearchDocument: what search knows of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.facets import FACETS
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.search import SearchDocument
from exempelbank.settings import Municipality
from exempelbank.site.components.formatting import format_place, format_venue
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.environment import day

# What is no words for a reader, by a sign of it. Other marks of Markdown are no letters, and
# nothing to search.
_NOT_WORDS = {
    "](": re.compile(r"\]\([^)]*\)"),
    "<": re.compile(r"<[^>]*>"),
    "://": re.compile(r"https?://\S+"),
    "@": re.compile(r"\S+@\S+"),
}


def search_documents(
    context: RenderContext, markdown_pages: Iterable[MarkdownPage] = ()
) -> Iterator[SearchDocument]:
    """Each kind together: examples first, archived ones among them."""
    catalogue, today = context.catalogue, context.today
    for example in (*catalogue.examples, *catalogue.archived):
        yield _example(context, example)
    for item in context.news:
        yield _news_item(context, item)
    for event in (*catalogue.events_from(today), *catalogue.events_before(today)):
        yield _event(context, event)
    for network in catalogue.networks:
        yield _network(context, network)
    for area in catalogue.focus_areas:
        yield _focus_area(context, area)
    for tip in catalogue.tips:
        yield _tip(context, tip)
    for initiative in catalogue.initiatives:
        yield _initiative(context, initiative)
    for municipality in context.settings.municipalities:
        yield _municipality(context, municipality)
    for page in markdown_pages:
        if page.front_matter.indexed:
            yield _page(page)


def _example(context: RenderContext, example: LearningExample) -> SearchDocument:
    return SearchDocument(
        example.id,
        context.urls.of(example),
        "example",
        example.title,
        example.summary,
        labels=(
            *_labels(context, example, ("work_areas", "support", "target_groups", "roles",
                                        "focus_areas", "networks")),
            format_place(example, context.settings),
            *example.keywords,
            example.unit,
        ),
        body=_plain("\n".join((*example.lessons, *example.sections.values()))),
        archived=not example.listed,
        note=format_place(example, context.settings),
        facets={
            str(getattr(context.urls.inner, facet.name)): facet.values_of(example)
            for facet in FACETS
        },
    )  # fmt: skip


def _news_item(context: RenderContext, item: NewsItem) -> SearchDocument:
    return SearchDocument(
        item.id,
        context.urls.of(item),
        "news",
        item.title,
        item.summary,
        labels=_labels(context, item, ("focus_areas", "networks", "roles", "municipalities")),
        body=_plain(item.text),
        note=day(item.published),
        facets=_facets(context, item),
    )


def _event(context: RenderContext, event: Event) -> SearchDocument:
    return SearchDocument(
        event.id,
        context.urls.of(event),
        "event",
        event.title,
        event.summary,
        labels=(
            context.settings.label("event_kinds", event.kind),
            format_venue(event, context.settings),
            *_labels(context, event, ("focus_areas", "networks", "roles")),
        ),
        body=_plain(event.text),
        note=day(event.next_from(context.today).starts),
        facets=_facets(context, event),
    )


def _network(context: RenderContext, network: Network) -> SearchDocument:
    return SearchDocument(
        network.id,
        context.urls.of(network),
        "network",
        network.title,
        network.summary,
        labels=(*network.aliases, *_labels(context, network, ("focus_areas", "roles"))),
        body=_plain(
            "\n".join(
                (network.for_whom, network.need, network.function, network.learnt, network.text)
            )
        ),
        facets=_facets(context, network),
    )


def _focus_area(context: RenderContext, area: FocusArea) -> SearchDocument:
    body = _plain("\n".join((*area.questions, area.text)))
    address = context.urls.of(area)
    return SearchDocument(
        area.id, address, "focus_area", area.title, area.summary, area.aliases, body
    )


def _tip(context: RenderContext, tip: Tip) -> SearchDocument:
    return SearchDocument(
        tip.id,
        context.urls.of(tip),
        "tip",
        tip.title,
        tip.summary,
        labels=_labels(context, tip, ("focus_areas", "roles")),
        body=_plain("\n".join((tip.goal, *tip.before, *tip.during, *tip.after, tip.text))),
        note=tip.time,
        facets=_facets(context, tip),
    )


def _initiative(context: RenderContext, initiative: Initiative) -> SearchDocument:
    return SearchDocument(
        initiative.id,
        context.urls.of(initiative),
        "initiative",
        initiative.title,
        initiative.summary,
        labels=_labels(context, initiative, ("focus_areas", "networks", "municipalities")),
        body=_plain("\n".join((initiative.purpose, initiative.text))),
        note=context.settings.label("initiative_statuses", initiative.status),
        facets=_facets(context, initiative),
    )


def _municipality(context: RenderContext, municipality: Municipality) -> SearchDocument:
    """Found by its name alone: words that all of them share would drown the answers to others."""
    return SearchDocument(
        municipality.id,
        context.urls.of(municipality),
        "municipality",
        municipality.label,
        labels=(*municipality.aliases, *(district.label for district in municipality.districts)),
        note=municipality.contact_email,
        facets={str(context.urls.inner.municipality): (municipality.id,)},
    )


def _page(page: MarkdownPage) -> SearchDocument:
    return SearchDocument(
        page.address, page.address, "page", page.front_matter.title, page.front_matter.description,
        body=_plain(page.markdown),
    )  # fmt: skip


def _labels(context: RenderContext, record: object, fields: Iterable[str]) -> tuple[str, ...]:
    """The words for the terms in these fields, each named as its vocabulary."""
    return tuple(
        context.settings.label(field, id) for field in fields for id in getattr(record, field)
    )


def _facets(context: RenderContext, record: object) -> Mapping[str, tuple[str, ...]]:
    """The same choices as among the examples, of what other records have in common with them."""
    facets: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        for field in (facet.vocabulary, facet.name):
            value = getattr(record, field, None)
            if value and facet.vocabulary and field != "kind":
                values = (value,) if isinstance(value, str) else tuple(value)
                facets[str(getattr(context.urls.inner, facet.name))] = values
    return facets


def _plain(markdown: str) -> str:
    # Most texts have none of these, and to look for a few letters is quicker than for a pattern.
    for sign, pattern in _NOT_WORDS.items():
        if sign in markdown:
            markdown = pattern.sub(" ", markdown)
    return markdown
