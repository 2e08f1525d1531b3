"""The page that says how to follow the site, or a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.feeds.files import FORMATS
from generator.model.record import Mailbox
from generator.pages import json_ld
from generator.pages.mail import mail_link
from generator.pages.press import Press
from generator.pages.site import Page
from generator.texts import _

_LOOKS = {"examples": "exempel", "news": "nyhet", "events": "kalender", "focus_areas": "fokus",
          "networks": "natverk"}  # fmt: skip
_SIGNS = {"RSS": "rss", "Atom": "rss", "JSON": "code-json"}


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    about: str
    look: str
    links: list[tuple[str, str, str]] = field(default_factory=list)  # (words, address, sign)


def pages(press: Press) -> Iterator[Page]:
    rows = _rows(press)
    address = press.book.section("subscribe")
    title = _("Subscribe")
    yield press.page(
        "subscribe.html",
        address,
        title,
        description=_("Follow all of it or the part you need, in a reader or in your calendar."),
        section="subscribe",
        head=(json_ld.breadcrumbs(press, (title, address)),),
        whole=[rows[kind, ""] for kind in ("examples", "news", "events")],
        parts=_of_kind(rows, "focus_areas", "networks"),
        places=_of_kind(rows, "municipalities"),
        roles=_of_kind(rows, "roles"),
        letter=_letter(press),
    )


def _rows(press: Press) -> dict[tuple[str, str], Row]:
    """By kind, and by name where the kind has parts: a thing with a feed and a calendar is one."""
    abouts = _abouts()
    rows: dict[tuple[str, str], Row] = {}

    def row(kind: str, name: str, whole: bool) -> Row:
        new = Row(name, abouts.get(kind, ""), _LOOKS.get(kind, "exempel"))
        return rows.setdefault((kind, "" if whole else name), new)

    for channel in press.feeds.channels:
        row(channel.kind, channel.name, channel.whole).links.extend(
            (name, press.href(channel.page + file), _SIGNS[name])
            for name, file, _type, _written in FORMATS
        )
    for calendar in press.feeds.calendars:
        row(calendar.kind, calendar.name, calendar.kind == "events").links.append(
            ("iCal", press.href(calendar.address), "calendar-sync-outline")
        )
    return rows


def _of_kind(rows: dict[tuple[str, str], Row], *kinds: str) -> Iterable[Row]:
    return [row for (kind, _name), row in rows.items() if kind in kinds]


def _abouts() -> dict[str, str]:
    return {
        "examples": _("New and revised examples."),
        "news": _("Collaboration, research and guidance."),
        "events": _("A changed time or place reaches your own calendar."),
        "focus_areas": _("Examples and news in the focus area."),
        "networks": _("Meetings, examples and news from the network."),
    }


def _letter(press: Press) -> str:
    organisation = press.settings.organisation
    if organisation.newsletter:
        address = organisation.newsletter.removeprefix("mailto:")
        if not Mailbox.pattern.fullmatch(address):
            return organisation.newsletter
        return mail_link(address, _("I would like your letter"))
    return mail_link(organisation.email, _("I would like your letter"))
