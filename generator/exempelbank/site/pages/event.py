"""A page for each event: what it is, when and where, and how to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from exempelbank.catalogue.facets import EVENT_FACETS
from exempelbank.i18n import N_, _
from exempelbank.model.content import Event
from exempelbank.rules.participants import participants_text
from exempelbank.rules.places import place_title, places_with
from exempelbank.search import SearchDocument
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import (
    event_rows,
    format_part_of_series,
    lowered,
    may_sign_up,
    own_calendar_link,
)
from exempelbank.site.components.event_chain import chain_parts
from exempelbank.site.components.example_facts import Fact
from exempelbank.site.components.formatting import (
    calendar_title,
    format_days,
    format_hours,
    format_times,
    format_venue,
    format_weekday_and_days,
)
from exempelbank.site.components.links import linked, to_focus_areas, to_networks, to_places
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.components.page_title import page_title
from exempelbank.site.components.search_document import (
    SearchKind,
    search_facets,
    search_labels,
    searchable_text,
)
from exempelbank.site.context import RenderContext
from exempelbank.site.pages.events import facet_address
from exempelbank.site.rendering.environment import day
from exempelbank.site.site import LazyPage, Page
from exempelbank.text.links import safe_address

SEARCH_KIND = SearchKind(
    "event", "kalender", "", N_("search", "In the calendar"), N_("search", "In the calendar")
)

MOST_OTHERS = 3


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for event in context.catalogue.events:
        make = partial(_page, context, event)
        yield LazyPage(
            context.urls.of(event), page_title(context, event), "events", make, event.updated
        )


def _page(context: RenderContext, event: Event) -> Page:
    address = context.urls.of(event)
    kind = context.settings.label("event_kinds", event.kind)
    over = event.last_day < context.today
    return context.page(
        "event.html",
        address,
        page_title(context, event),
        description=event.summary,
        section="events",
        head=(
            json_ld.event(context, event),
            json_ld.breadcrumbs(
                context, (calendar_title(), context.urls.section("events")), (event.title, address)
            ),
        ),
        updated=event.updated,
        event=event,
        eyebrow=f"{kind}, {event.credits}" if event.credits else kind,
        over=over,
        breadcrumbs=[(calendar_title(), context.section_url("events"))],
        meta=_meta(context, event),
        occasions=[
            (
                one.starts,
                format_weekday_and_days(one),
                format_hours(one),
                one.last_day < context.today,
            )
            for one in event.occasions
        ],
        facts=[fact for fact in _facts(context, event) if fact[1]],
        sign_up=safe_address(event.sign_up) if may_sign_up(event, context.today) else "",
        closed=_closed(context, event),
        save=own_calendar_link(context, event),
        chain=list(chain_parts(context, event)),
        contact=_contact(context, event),
        others=event_rows(context, _others(context, event)),
    )


def _meta(context: RenderContext, event: Event) -> list[tuple[str, str]]:
    occasion = event.next_from(context.today)
    when = format_weekday_and_days(occasion)
    if len(event.occasions) > 1 and occasion is not event.occasions[0]:
        when = _("Next: {day}").format(day=when)
    where = format_venue(event, context.settings)
    meta = [("calendar-blank-outline", when)]
    if len(event.occasions) > 1 or not occasion.whole_days:
        meta.append(("clock-outline", format_times(event)))
    if where:
        meta.append(("laptop" if event.digital else "map-marker-outline", where))
    return meta


class Contact(NamedTuple):
    """Whom to ask about an event."""

    answers: str  # who that is, in a sentence
    email: str
    link: str  # opens a letter about the event
    phone: str = ""


def _contact(context: RenderContext, event: Event) -> Contact:
    """The event's own, that of its network, or the office."""
    organisation = context.settings.organisation
    network = next(
        (
            one
            for one in context.catalogue.networks
            if one.id in event.networks and one.contact_email
        ),
        None,
    )
    about = _("A question about {event}").format(event=page_title(context, event))
    if event.contact_email:
        answers, email = _("Those who arrange the activity answer:"), event.contact_email
    elif network:
        answers, email = _("The contact of the network answers:"), network.contact_email
    else:
        office = organisation.email
        answers = _("{organisation} answers:").format(organisation=organisation.called)
        return Contact(answers, office, mail_link(office, about), organisation.phone)
    return Contact(answers, email, mail_link(email, about))


def _closed(context: RenderContext, event: Event) -> date | None:
    """The day the list was closed, of one that is still to come."""
    if not event.sign_up or event.cancelled or event.last_day < context.today:
        return None
    return None if may_sign_up(event, context.today) else event.sign_up_by or event.first_day


def _facts(context: RenderContext, event: Event) -> Iterator[Fact]:
    if event.last_day < context.today and not event.cancelled:
        yield _("Participants"), participants_text(event)
    yield _("Place"), event.place
    yield _("Address"), event.address
    over = event.last_day < context.today
    yield _("Online"), _("You can take part online.") if event.digital and not over else ""
    here = (event.municipality,)
    yield place_title(places_with(context.settings, here)), to_places(context, here)
    yield _("Last day to sign up"), day(event.sign_up_by) if event.sign_up_by else ""
    yield _("Cost"), event.cost
    yield _("Credits"), event.credits
    yield _("Especially for"), _for_whom(context, event)
    part = format_part_of_series(context, event)
    yield _("Series"), ", ".join(filter(None, (event.series, lowered(part))))
    yield _("Network"), to_networks(context, event.networks)
    yield _("Focus area"), to_focus_areas(context, event.focus_areas)


def _for_whom(context: RenderContext, event: Event) -> Markup:
    """Links to what else the calendar holds for them."""
    role = next(facet for facet in EVENT_FACETS if facet.name == "role")
    return linked(
        (context.settings.label("roles", id), context.href(facet_address(context, role, id)))
        for id in event.roles
    )


def _others(context: RenderContext, event: Event) -> list[Event]:
    """Of what is to come: the same networks first, then the same matters, then the same roles.
    What it hangs together with stands above already.
    """

    def distance(other: Event) -> tuple[bool, bool, bool]:
        return (
            not set(other.networks) & set(event.networks),
            not set(other.focus_areas) & set(event.focus_areas),
            not set(other.roles) & set(event.roles),
        )

    coming = context.catalogue.events_from(context.today)
    shown = {event.id, *(one.id for one in context.catalogue.chain_of(event).others(event))}
    found = [other for other in coming if other.id not in shown and not other.cancelled]
    nearest = sorted(found, key=distance)[:MOST_OTHERS]
    return [other for other in coming if other in nearest]


# ---- What search knows ----


def search_documents(context: RenderContext) -> Iterator[SearchDocument]:
    catalogue, today = context.catalogue, context.today
    for event in (*catalogue.events_from(today), *catalogue.events_before(today)):
        yield _search_document(context, event)


def _search_document(context: RenderContext, event: Event) -> SearchDocument:
    return SearchDocument(
        event.id,
        context.urls.of(event),
        SEARCH_KIND.name,
        event.title,
        event.summary,
        labels=(
            context.settings.label("event_kinds", event.kind),
            format_venue(event, context.settings),
            event.series,
            *search_labels(context, event, ("focus_areas", "networks", "roles")),
        ),
        body=searchable_text(event.text),
        note=format_days(event.next_from(context.today)),
        facets=search_facets(context, event),
    )
