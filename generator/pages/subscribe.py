"""What there is to follow, and how: feeds, calendars, or a letter from one's own CKA."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.feeds.calendar import EventCalendar, calendars_of
from generator.feeds.channels import Channel, channels_of
from generator.feeds.files import FORMATS
from generator.pages import json_ld
from generator.pages.mail import mail_link
from generator.pages.press import Press
from generator.pages.site import Page
from generator.texts import _

KINDS = {
    "examples": "exempel",
    "news": "nyhet",
    "events": "kalender",
    "focus_areas": "fokus",
    "networks": "natverk",
    "municipalities": "exempel",
    "roles": "natverk",
}


@dataclass(frozen=True, slots=True)
class Following:
    """One row: something to follow, with a link for each way to do it."""

    kind: str  # whose colour and leaf it wears
    name: str
    page: str
    ways: tuple[tuple[str, str, str], ...]  # (name, icon, link)


def pages(press: Press) -> Iterator[Page]:
    address = press.book.section("subscribe")
    channels = channels_of(press.catalogue, press.settings, press.today)
    calendars = calendars_of(press.catalogue, press.settings, press.today)

    def following(*kinds: str) -> list[Following]:
        return _following(press, channels, calendars, kinds)

    yield press.page(
        "subscribe.html",
        address,
        _("Subscribe"),
        description=_("Follow what is new, without an account and without leaving your address."),
        section="subscribe",
        head=(json_ld.breadcrumbs(press, (_("Subscribe"), address)),),
        everything=following("examples", "news", "events"),
        parts=following("focus_areas", "networks"),
        folded=[
            (_("Your municipality"), following("municipalities")),
            (_("Your role"), following("roles")),
        ],
        letter=mail_link(
            press.settings.organisation.email,
            _("I want the monthly letter"),
            "\n".join((_("Municipality:"), _("Role:"))),
        ),
    )


def _following(
    press: Press,
    channels: Sequence[Channel],
    calendars: Sequence[EventCalendar],
    kinds: tuple[str, ...],
) -> list[Following]:
    """A feed and a calendar of the same page share a row."""
    rows: dict[str, Following] = {}
    for channel in channels:
        if channel.kind in kinds:
            ways = tuple(
                (name, "code-json" if name == "JSON" else "rss", press.href(channel.page + file))
                for name, file, _type, _written in FORMATS
            )
            rows[channel.page] = Following(
                KINDS[channel.kind], channel.name, press.href(channel.page), ways
            )
    for calendar in calendars:
        if calendar.kind in kinds:
            page = calendar.address.rpartition("/")[0] + "/"
            way = (_("Calendar"), "calendar-sync-outline", press.href(calendar.address))
            row = rows.get(page) or Following(
                KINDS[calendar.kind], calendar.name, press.href(page), ()
            )
            rows[page] = Following(row.kind, row.name, row.page, (*row.ways, way))
    return list(rows.values())
