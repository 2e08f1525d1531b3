"""The networks and exchanges: those one can join, and what was learnt by those that ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.catalogue import ENDED
from exempelbank.model.content import Event, Network, NewsItem
from exempelbank.pages import json_ld
from exempelbank.pages.mail import mail_link
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.templating import day
from exempelbank.pages.views import event_rows, lowered, news_rows, printed_cards
from exempelbank.texts import _

MOST_PAST, MOST_NEWS = 6, 3

Facts = list[tuple[str, str]]


def pages(press: Press) -> Iterator[PlannedPage]:
    title, section = _("Networks"), press.book.section("networks")
    networks = sorted(press.catalogue.networks, key=lambda one: (one.form != "natverk", one.title))
    yield PlannedPage(section, title, "networks", partial(_all, press, title, section, networks))
    for network in networks:
        make = partial(_page, press, network)
        yield PlannedPage(press.book.of(network), network.title, "networks", make)


def _all(press: Press, title: str, section: str, networks: Sequence[Network]) -> Page:
    return press.page(
        "networks.html",
        section,
        title,
        description=_("Meet others in the same role. The networks are open and cost nothing."),
        section="networks",
        head=(json_ld.breadcrumbs(press, (title, section)),),
        going_on=[_row(press, network) for network in networks if network.status != ENDED],
        ended=[_row(press, network) for network in networks if network.status == ENDED],
        proposal=_proposal(press),
    )


def _row(press: Press, network: Network) -> dict[str, object]:
    meeting = press.catalogue.network_meets_next(network, press.today)
    return {
        "network": network,
        "address": press.link_to(network),
        "eyebrow": _eyebrow(press, network),
        "meets": _("Meets next on {day}").format(day=day(meeting.next_from(press.today).starts))
        if meeting
        else "",
    }


def _eyebrow(press: Press, network: Network) -> str:
    label = press.settings.label
    words = [label("network_forms", network.form), lowered(label("network_runs", network.run))]
    if network.status != "pagar":
        words.append(lowered(label("network_statuses", network.status)))
    return " · ".join(words)


def _proposal(press: Press) -> str:
    return mail_link(
        press.settings.organisation.email,
        _("Proposal for a network"),
        "\n\n".join((_("For whom:"), _("What need:"), _("How we would like to meet:"))),
    )


class _Theirs(NamedTuple):
    """What belongs to one network, as far as its page shows it."""

    meetings: Sequence[Event]
    past: Sequence[Event]
    news: Sequence[NewsItem]
    examples: Sequence[LearningExample]


def _theirs(press: Press, network: Network) -> _Theirs:
    catalogue, today = press.catalogue, press.today
    past = (event for event in catalogue.events_before(today) if network.id in event.networks)
    news = (item for item in press.news if network.id in item.networks)
    return _Theirs(
        catalogue.meetings_of(network, today),
        tuple(islice(past, MOST_PAST)),
        tuple(islice(news, MOST_NEWS)),
        catalogue.examples_of(network),
    )


def _page(press: Press, network: Network) -> Page:
    address, theirs = press.book.of(network), _theirs(press, network)
    return press.page(
        "network.html",
        address,
        network.title,
        description=network.summary,
        section="networks",
        head=(
            json_ld.breadcrumbs(
                press,
                (_("Networks"), press.book.section("networks")),
                (network.title, address),
            ),
        ),
        network=network,
        ended=network.status == ENDED,
        eyebrow=_eyebrow(press, network),
        way=[(_("Networks"), press.section("networks"))],
        facts=_facts(press, network),
        meetings=event_rows(press, theirs.meetings, signs=True),
        past=event_rows(press, theirs.past),
        news=news_rows(press, theirs.news),
        cards=printed_cards(press, theirs.examples),
        others=[
            (other.title, press.link_to(other))
            for other in press.catalogue.networks
            if other.id != network.id and other.status != ENDED
        ],
        contact=network.contact_email or press.settings.organisation.email,
        proposal=_proposal(press),
    )


def _facts(press: Press, network: Network) -> Facts:
    label = press.settings.label
    facts = [
        (_("For"), network.for_whom or ", ".join(label("roles", id) for id in network.roles)),
        (_("How it is run"), label("network_runs", network.run)),
        (_("Status"), label("network_statuses", network.status)),
        (_("Decided"), _decided(network)),
        (_("Ended"), day(network.ended) if network.ended else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _decided(network: Network) -> str:
    return ", ".join(
        filter(None, (day(network.decided) if network.decided else "", network.decided_by))
    )
