"""What there is to follow, and how: feeds, calendars, or a letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from exempelbank.feeds.files import FORMATS
from exempelbank.i18n import _
from exempelbank.model.record import Email
from exempelbank.site.components import json_ld
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page

VARIANTS = {
    "examples": "exempel",
    "news": "nyhet",
    "events": "kalender",
    "focus_areas": "fokus",
    "networks": "natverk",
    "municipalities": "exempel",
    "roles": "natverk",
}
Formats = tuple[tuple[str, str, str], ...]  # (name, icon, link)


class Following(NamedTuple):
    """One row: something to follow, with a link for each way to do it."""

    variant: str  # whose colour and leaf it wears
    name: str
    about: str
    page: str
    formats: Formats


def pages(context: RenderContext) -> Iterator[LazyPage]:
    address, title = context.urls.section("subscribe"), _("Subscribe")
    yield LazyPage(address, title, "subscribe", partial(_page, context, address, title))


def _page(context: RenderContext, address: str, title: str) -> Page:
    return context.page(
        "subscribe.html",
        address,
        title,
        description=_("Follow what is new, without an account and without leaving your address."),
        section="subscribe",
        head=(json_ld.breadcrumbs(context, (title, address)),),
        everything=_following(context, "examples", "news", "events"),
        parts=_following(context, "focus_areas", "networks"),
        folded=[
            (_("Your municipality"), _following(context, "municipalities")),
            (_("Your role"), _following(context, "roles")),
        ],
        letter=_letter(context),
    )


def _following(context: RenderContext, *kinds: str) -> list[Following]:
    """A feed and a calendar of the same page share a row."""
    rows: dict[str, Following] = {}

    def add(kind: str, name: str, page: str, formats: Formats) -> None:
        before = rows[page].formats if page in rows else ()
        about = _about(kind)
        rows[page] = Following(VARIANTS[kind], name, about, context.href(page), (*before, *formats))

    for kind in kinds:
        for channel in context.feeds.channels:
            if channel.kind == kind:
                formats = tuple(
                    (name, _ICONS[name], context.href(channel.page + file))
                    for name, file, _type, _written in FORMATS
                )
                add(kind, channel.name, channel.page, formats)
        for calendar in context.feeds.calendars:
            if calendar.kind == kind:
                breadcrumbs = (
                    _("Calendar"),
                    "calendar-sync-outline",
                    context.href(calendar.address),
                )
                add(kind, calendar.name, calendar.page, (breadcrumbs,))
    return list(rows.values())


_ICONS = {"RSS": "rss", "Atom": "rss", "JSON": "code-json"}


def _about(kind: str) -> str:
    """What a row carries, where its name does not say it."""
    return {
        "examples": _("New and revised examples."),
        "news": _("Collaboration, research and guidance."),
        "events": _("A changed time or place reaches your own calendar."),
        "focus_areas": _("Examples and news in the focus area."),
        "networks": _("Meetings, examples and news from the network."),
    }.get(kind, "")


def _letter(context: RenderContext) -> str:
    """Where one asks for it: what the organisation has set up, or else a letter to the office."""
    organisation = context.settings.organisation
    asked_at = organisation.newsletter or f"mailto:{organisation.email}"
    mailbox = asked_at.removeprefix("mailto:")
    if not Email.pattern.fullmatch(mailbox):
        return asked_at
    fields = "\n".join((_("Municipality:"), _("Role:")))
    return mail_link(mailbox, _("I would like your letter"), fields)
