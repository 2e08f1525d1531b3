"""What there is to follow, and how: by mail, in a calendar of one's own, or by feed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from exempelbank.catalogue.topics import Topic
from exempelbank.feeds.files import FORMATS
from exempelbank.i18n import _, pgettext
from exempelbank.rules.places import are_municipalities
from exempelbank.site.components import json_ld
from exempelbank.site.components.follow import (
    OF_CALENDAR,
    OF_FEED,
    anchor_of,
    before_name,
    by_topic,
    has_calendar,
    mail_text,
    mail_to,
    topics,
)
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


class Letter(NamedTuple):
    """Something to get mail about, and the places further down that tell of the same."""

    id: str
    before: str  # what stands before the name, and is only seen once it has been chosen
    name: str
    mail: str
    calendar: str  # the id of its place among the calendars; "" when it has none
    feed: str


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("subscribe"),
        _("Get mail"),
        _(
            "Get mail when something is new, or follow it in your calendar or by feed (RSS). "
            "No account."
        ),
        pgettext(
            "what readers call a page",
            "subscribe, follow, newsletter, mail, letter, feed, RSS, Atom, Outlook",
        ),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "subscribe", partial(_page, context, own))


def _page(context: RenderContext, own: OwnPage) -> Page:
    organisation, any_topic = context.settings.organisation, topics(context)["examples", ""]
    newsletter = organisation.newsletter
    service = urlsplit(newsletter).hostname if newsletter.startswith("https:") else ""
    return context.page(
        "subscribe.html",
        own.address,
        own.title,
        description=own.description,
        section="subscribe",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        letters=[
            (heading, letters)
            for heading, *kinds in (
                (_your_place(context), "municipalities"),
                (_("All of a kind"), "examples", "news", "events"),
                (_("Your network"), "networks"),
                (_("A focus area"), "focus_areas"),
                (_("Your role"), "roles"),
            )
            if (letters := _letters(context, kinds))
        ],
        by_topic=by_topic(context),
        service=service,
        letter=mail_to(context, any_topic),
        mailbox=newsletter.removeprefix("mailto:") or organisation.email,
        calendars=_calendars(context),
        feeds=_feeds(context),
    )


def _your_place(context: RenderContext) -> str:
    if are_municipalities(context.settings.municipalities):
        return _("Your municipality")
    return _("Where you work")


def _letters(context: RenderContext, kinds: list[str]) -> list[Letter]:
    return [
        Letter(
            anchor_of(topic),
            before_name(topic) if topic.id else "",
            topic.name if topic.id else mail_text(topic),
            mail_to(context, topic),
            anchor_of(topic, OF_CALENDAR) if has_calendar(context, topic) else "",
            anchor_of(topic, OF_FEED) if topic.has_feed else "",
        )
        for kind in kinds
        for topic in topics(context).values()
        if topic.kind == kind and not topic.over
    ]


def _by_page(context: RenderContext) -> dict[str, Topic]:
    return {topic.page: topic for topic in topics(context).values()}


def _calendars(context: RenderContext) -> list[tuple[str, str, str]]:
    """(id, name, link)"""
    topic_of = _by_page(context)
    return [
        (
            anchor_of(topic_of[calendar.page], OF_CALENDAR),
            calendar.name,
            context.href(calendar.address),
        )
        for calendar in context.feeds.calendars
    ]


def _feeds(context: RenderContext) -> list[tuple[Markup, ...]]:
    """A row for each: its name, and a link for each format."""
    topic_of = _by_page(context)
    name = Markup('<span id="{}">{}</span>')
    link = Markup('<a href="{}">{}<span class="eb-hidden"> {}</span></a>')
    return [
        (
            name.format(anchor_of(topic_of[channel.page], OF_FEED), channel.name),
            *(
                link.format(
                    context.href(channel.page + file),
                    format_name,
                    _("for {name}").format(name=channel.name),
                )
                for format_name, file, _type, _writer in FORMATS
            ),
        )
        for channel in context.feeds.channels
    ]
