"""The networks and exchanges: those one can join, and what was learnt by those that ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import Event, Network, NewsItem
from exempelbank.rules.places import are_municipalities
from exempelbank.rules.terms import has_ended, is_ongoing
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import event_rows, lowered, news_rows, render_cards
from exempelbank.site.components.example_facts import Fact
from exempelbank.site.components.follow import follow
from exempelbank.site.components.formatting import format_days
from exempelbank.site.components.search_document import (
    OwnPage,
    SearchKind,
    search_facets,
    search_labels,
    searchable_text,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.rendering.environment import capitalised, day
from exempelbank.site.site import LazyPage, Page

SEARCH_KIND = SearchKind(
    "network", "natverk", "", N_("search", "Network"), N_("search", "Networks")
)

MOST_PAST, MOST_NEWS = 6, 3

Facts = list[Fact]


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("networks"),
        _("Networks"),
        _("Meet others in the same role. The networks are open and cost nothing."),
        pgettext("what readers call a page", "network, exchange, meet others"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    # The first form of the list is what the site is for; the others come after.
    first = next(iter(context.settings.vocabulary("network_forms")), None)
    networks = sorted(
        context.catalogue.networks,
        key=lambda network: (first is None or network.form != first.id, network.title),
    )
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "networks", partial(_all, context, own, networks))
    for network in networks:
        make = partial(_page, context, network)
        yield LazyPage(context.urls.of(network), network.title, "networks", make)


def _all(context: RenderContext, own: OwnPage, networks: Sequence[Network]) -> Page:
    return context.page(
        "networks.html",
        own.address,
        own.title,
        description=own.description,
        lead=f"{own.description} {_invitation(context)}",
        section="networks",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        going_on=[
            _row(context, network)
            for network in networks
            if not has_ended(network, context.settings)
        ],
        ended=[
            _row(context, network) for network in networks if has_ended(network, context.settings)
        ],
        proposal=context.section_url("network_proposal"),
    )


def _invitation(context: RenderContext) -> str:
    if contact := context.settings.organisation.local_contact:
        says = (
            _(
                "{contact} in your municipality sends the invitation, or you write to the contact "
                "of the network."
            )
            if are_municipalities(context.settings.municipalities)
            else _("{contact} sends the invitation, or you write to the contact of the network.")
        )
        return says.format(contact=capitalised(contact))
    return _("Write to the contact of the network, and you get the invitation.")


def _row(context: RenderContext, network: Network) -> dict[str, object]:
    meeting = context.catalogue.network_meets_next(network, context.today)
    return {
        "network": network,
        "address": context.link_to(network),
        "eyebrow": _eyebrow(context, network),
        "meets": _("Meets next on {day}").format(day=format_days(meeting.next_from(context.today)))
        if meeting
        else "",
    }


def _eyebrow(context: RenderContext, network: Network) -> str:
    label = context.settings.label
    words = [label("network_forms", network.form)]
    if not has_ended(network, context.settings):
        words.append(lowered(label("network_runs", network.run)))
    if not is_ongoing(network, context.settings):
        words.append(lowered(label("network_statuses", network.status)))
    return " · ".join(words)


class _RelatedRecords(NamedTuple):
    """What belongs to one network, as far as its page shows it."""

    meetings: Sequence[Event]
    past: Sequence[Event]
    news: Sequence[NewsItem]
    examples: Sequence[LearningExample]


def _related(context: RenderContext, network: Network) -> _RelatedRecords:
    catalogue, today = context.catalogue, context.today
    past = (event for event in catalogue.events_before(today) if network.id in event.networks)
    news = (item for item in context.news if network.id in item.networks)
    return _RelatedRecords(
        catalogue.meetings_of(network, today),
        tuple(islice(past, MOST_PAST)),
        tuple(islice(news, MOST_NEWS)),
        catalogue.examples_of(network),
    )


def _page(context: RenderContext, network: Network) -> Page:
    address, related = context.urls.of(network), _related(context, network)
    return context.page(
        "network.html",
        address,
        network.title,
        description=network.summary,
        section="networks",
        head=(
            json_ld.breadcrumbs(
                context,
                (_("Networks"), context.urls.section("networks")),
                (network.title, address),
            ),
        ),
        network=network,
        follow=follow(context, "networks", network.id),
        ended=has_ended(network, context.settings),
        eyebrow=_eyebrow(context, network),
        breadcrumbs=[(_("Networks"), context.section_url("networks"))],
        facts=_facts(context, network),
        meetings=event_rows(context, related.meetings, with_icons=True),
        past=event_rows(context, related.past),
        news=news_rows(context, related.news),
        cards=render_cards(context, related.examples),
        others=[
            (other.title, context.link_to(other))
            for other in context.catalogue.networks
            if other.id != network.id and not has_ended(other, context.settings)
        ],
        contact=network.contact_email or context.settings.organisation.email,
        proposal=context.section_url("network_proposal"),
    )


def _facts(context: RenderContext, network: Network) -> Facts:
    label = context.settings.label
    facts = [
        (_("For"), network.for_whom or ", ".join(label("roles", id) for id in network.roles)),
        (_("How it is run"), _run(context, network)),
        (_("Status"), label("network_statuses", network.status)),
        (_("Decided"), _decided(network)),
        (_("Ended"), day(network.ended) if network.ended else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _run(context: RenderContext, network: Network) -> str:
    """In a sentence, while it is run at all."""
    if has_ended(network, context.settings):
        return ""
    term = context.settings.vocabulary("network_runs").by_id.get(network.run)
    return (term.about or term.label) if term else network.run


def _decided(network: Network) -> str:
    return ", ".join(
        filter(None, (day(network.decided) if network.decided else "", network.decided_by))
    )


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    for network in context.catalogue.networks:
        yield _search_document(context, network)


def _search_document(context: RenderContext, network: Network) -> SearchDocument:
    return SearchDocument(
        network.id,
        context.urls.of(network),
        SEARCH_KIND.name,
        network.title,
        network.summary,
        labels=(*network.aliases, *search_labels(context, network, ("focus_areas", "roles"))),
        body=searchable_text(
            "\n".join(
                (network.for_whom, network.need, network.function, network.learnt, network.text)
            )
        ),
        facets=search_facets(context, network),
    )
