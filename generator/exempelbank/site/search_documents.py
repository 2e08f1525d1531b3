"""Records and pages written by hand -> what search knows of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.facets import FACETS
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.search import SearchText
from exempelbank.settings import Municipality
from exempelbank.site.components.formatting import format_place, format_venue
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.environment import day

# What is no words for a reader. Other marks of Markdown are no letters, and nothing to search.
_NO_WORDS = {
    "](": re.compile(r"\]\([^)]*\)"),
    "<": re.compile(r"<[^>]*>"),
    "://": re.compile(r"https?://\S+"),
    "@": re.compile(r"\S+@\S+"),
}


def search_texts(
    context: RenderContext, written: Iterable[MarkdownPage] = ()
) -> Iterator[SearchText]:
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
    for place in context.settings.municipalities:
        yield _municipality(context, place)
    for page in written:
        if page.front_matter.indexed:
            yield _page(page)


def _example(context: RenderContext, one: LearningExample) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "example",
        one.title,
        one.summary,
        labels=(
            *_labels(context, one, ("work_areas", "support", "target_groups", "roles",
                                  "focus_areas", "networks")),
            format_place(one, context.settings),
            *one.keywords,
            one.unit,
        ),
        body=_plain("\n".join((*one.lessons, *one.sections.values()))),
        archived=not one.listed,
        note=format_place(one, context.settings),
        facets={
            str(getattr(context.urls.inner, facet.name)): facet.values_of(one) for facet in FACETS
        },
    )  # fmt: skip


def _news_item(context: RenderContext, one: NewsItem) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "news",
        one.title,
        one.summary,
        labels=_labels(context, one, ("focus_areas", "networks", "roles", "municipalities")),
        body=_plain(one.text),
        note=day(one.published),
        facets=_facets(context, one),
    )


def _event(context: RenderContext, one: Event) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "event",
        one.title,
        one.summary,
        labels=(
            context.settings.label("event_kinds", one.kind),
            format_venue(one, context.settings),
            *_labels(context, one, ("focus_areas", "networks", "roles")),
        ),
        body=_plain(one.text),
        note=day(one.next_from(context.today).starts),
        facets=_facets(context, one),
    )


def _network(context: RenderContext, one: Network) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "network",
        one.title,
        one.summary,
        labels=(*one.aliases, *_labels(context, one, ("focus_areas", "roles"))),
        body=_plain("\n".join((one.for_whom, one.need, one.function, one.learnt, one.text))),
        facets=_facets(context, one),
    )


def _focus_area(context: RenderContext, one: FocusArea) -> SearchText:
    body = _plain("\n".join((*one.questions, one.text)))
    address = context.urls.of(one)
    return SearchText(one.id, address, "focus_area", one.title, one.summary, one.aliases, body)


def _tip(context: RenderContext, one: Tip) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "tip",
        one.title,
        one.summary,
        labels=_labels(context, one, ("focus_areas", "roles")),
        body=_plain("\n".join((one.goal, *one.before, *one.during, *one.after, one.text))),
        note=one.time,
        facets=_facets(context, one),
    )


def _initiative(context: RenderContext, one: Initiative) -> SearchText:
    return SearchText(
        one.id,
        context.urls.of(one),
        "initiative",
        one.title,
        one.summary,
        labels=_labels(context, one, ("focus_areas", "networks", "municipalities")),
        body=_plain("\n".join((one.purpose, one.text))),
        note=context.settings.label("initiative_statuses", one.status),
        facets=_facets(context, one),
    )


def _municipality(context: RenderContext, one: Municipality) -> SearchText:
    """Found by its name alone: words that all of them share would drown the answers to others."""
    return SearchText(
        one.id,
        context.urls.of(one),
        "municipality",
        one.label,
        labels=(*one.aliases, *(district.label for district in one.districts)),
        note=one.contact_email,
        facets={str(context.urls.inner.municipality): (one.id,)},
    )


def _page(page: MarkdownPage) -> SearchText:
    return SearchText(
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
    found: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        for field in (facet.vocabulary, facet.name):
            value = getattr(record, field, None)
            if value and facet.vocabulary and field != "kind":
                held_values = (value,) if isinstance(value, str) else tuple(value)
                found[str(getattr(context.urls.inner, facet.name))] = held_values
    return found


def _plain(markdown: str) -> str:
    # Most texts have none of these, and to look for a few letters is quicker than for a pattern.
    for sign, pattern in _NO_WORDS.items():
        if sign in markdown:
            markdown = pattern.sub(" ", markdown)
    return markdown
