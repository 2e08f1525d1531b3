"""The municipalities: how far the collection reaches, and what there is from each.

Goes in: the municipalities, their districts and the map, as configured. Comes out: the map beside a
table that says the same, and a page for each municipality.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import Event, Initiative, NewsItem
from exempelbank.rules.places import (
    are_municipalities,
    places_title,
)
from exempelbank.rules.terms import has_ended
from exempelbank.search import SearchDocument
from exempelbank.settings import Municipality
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_rows, news_rows, render_cards
from exempelbank.site.components.coverage import (
    Coverage,
    coverage_in_words,
    coverage_of,
    coverage_of_all,
    map_of,
    meetings_in,
    sharing_in_words,
)
from exempelbank.site.components.follow import follow
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.components.search_document import OwnPage, SearchKind
from exempelbank.site.components.trial_notes import links_to_trials
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page

SEARCH_KIND = SearchKind(
    "municipality",
    "exempel",
    "map-marker-outline",
    N_("search", "Municipality"),
    N_("search", "Municipalities"),
)

SEARCH_KIND_OF_PARTIES = SEARCH_KIND._replace(
    singular=N_("search", "Party"), plural=N_("search", "Parties")
)

MOST_PAST, MOST_NEWS = 5, 3


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("municipalities"),
        places_title(context.settings.municipalities),
        sharing_in_words(coverage_of_all(context)),
        pgettext("what readers call a page", "municipality, map, county"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "municipalities", partial(_all, context, own))
    for place in context.settings.municipalities:
        make = partial(_page, context, place)
        yield LazyPage(context.urls.of(place), place.label, "municipalities", make)


def _all(context: RenderContext, own: OwnPage) -> Page:
    return context.page(
        "municipalities.html",
        own.address,
        own.title,
        description=own.description,
        section="municipalities",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        tables=_tables(context),
        county=map_of(context),
        lead=own.description,
    )


class _Table(NamedTuple):
    caption: str
    place: str  # what its places are called
    rows: Sequence[Coverage]


def _tables(context: RenderContext) -> list[_Table]:
    """The municipalities, and by themselves those that are none."""
    coverage = coverage_of_all(context)
    municipalities = [one for one in coverage if one.place.is_municipality]
    others = [one for one in coverage if not one.place.is_municipality]
    what = _("What there is from each municipality")
    tables = [_Table(what, _("Municipality"), municipalities)] if municipalities else []
    if others:
        what_else = _("What there is from each of the other parties")
        tables.append(
            _Table(
                what_else if municipalities else _("What there is from each party"),
                _("Party"),
                others,
            )
        )
    return tables


class _RelatedRecords(NamedTuple):
    """What there is from one municipality, as far as its page shows it."""

    examples: Sequence[LearningExample]  # its own first
    news: Sequence[NewsItem]
    coming: Sequence[Event]
    past: Sequence[Event]
    initiatives: Sequence[Initiative]


def _related(context: RenderContext, place: Municipality) -> _RelatedRecords:
    catalogue, today = context.catalogue, context.today
    news = (item for item in context.news if place.id in item.municipalities)
    return _RelatedRecords(
        catalogue.examples_from(place.id),
        tuple(islice(news, MOST_NEWS)),
        meetings_in(place, catalogue.events_from(today)),
        meetings_in(place, catalogue.events_before(today))[:MOST_PAST],
        [one for one in catalogue.initiatives if place.id in one.municipalities],
    )


def _page(context: RenderContext, place: Municipality) -> Page:
    title, address = places_title(context.settings.municipalities), context.urls.of(place)
    related = _related(context, place)
    own = [example for example in related.examples if example.origin == place.id]
    return context.page(
        "municipality.html",
        address,
        place.label,
        description=_("Examples and activities from {place}.").format(place=place.label),
        section="municipalities",
        head=(
            json_ld.breadcrumbs(
                context, (title, context.urls.section("municipalities")), (place.label, address)
            ),
        ),
        place=place,
        follow=follow(context, "municipalities", place.id),
        lead=coverage_in_words(coverage_of(context, place)),
        eyebrow=_eyebrow(context, place),
        open_to=_open_to(context),
        breadcrumbs=[(title, context.section_url("municipalities"))],
        own=render_cards(context, own),
        shared=render_cards(context, related.examples[len(own) :]),
        trials=links_to_trials(context, place.id),
        districts=_districts(context, place),
        coming=event_rows(context, related.coming),
        past=event_rows(context, related.past),
        news=news_rows(context, related.news),
        networks=[
            (network.title, context.link_to(network))
            for network in context.catalogue.networks
            if not has_ended(network, context.settings)
        ],
        initiatives=[(one.title, context.link_to(one), one.summary) for one in related.initiatives],
        question=mail_link(
            place.contact_email or context.settings.organisation.email,
            _("A question about {place}").format(place=place.label),
        ),
    )


def _eyebrow(context: RenderContext, place: Municipality) -> str:
    """What a party is, when some of them are no municipalities; and whether it is a member."""
    mixed = not are_municipalities(context.settings.municipalities)
    parts = (place.kind.label if mixed else "", _membership(context, place))
    return " · ".join(filter(None, parts))


def _open_to(context: RenderContext) -> str:
    if are_municipalities(context.settings.municipalities):
        return _("Open to every municipality. Each has its own contact.")
    return _("Open to every party. Each has its own contact.")


def _membership(context: RenderContext, place: Municipality) -> str:
    """Only what has been confirmed: of the unknown nothing is said."""
    organisation = context.settings.organisation.called
    match place.member:
        case "yes":
            return _("Member of {organisation}").format(organisation=organisation)
        case "no":
            return _("Not a member of {organisation}").format(organisation=organisation)
    return ""


def _districts(context: RenderContext, place: Municipality) -> list[tuple[str, str, int]]:
    """(name, link to its examples or none, how many there are)"""
    found = []
    for district in place.districts:
        number = sum(example.district == district.id for example in context.catalogue.examples)
        address = context.section_url("examples", context.urls.inner.district, district.id)
        found.append((district.label, address if number else "", number))
    return found


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for municipality in context.settings.municipalities:
        yield _search_document(context, municipality)


def _search_document(context: RenderContext, municipality: Municipality) -> SearchDocument:
    """Found by its name alone: words that all of them share would drown the answers to others."""
    return SearchDocument(
        municipality.id,
        context.urls.of(municipality),
        SEARCH_KIND.name,
        municipality.label,
        labels=(*municipality.aliases, *(district.label for district in municipality.districts)),
        note=municipality.contact_email,
        facets={str(context.urls.inner.municipality): (municipality.id,)},
    )
