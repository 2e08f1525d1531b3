"""The focus areas by period, and all that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from exempelbank.catalogue import LearningExample
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.pages import json_ld
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.pages.views import event_rows, news_rows, printed_cards
from exempelbank.pages.words import PERSPECTIVE_SIGNS, years_of
from exempelbank.texts import N_, _, pgettext

MOST = 6  # of each sort; the rest is a link away

_TIMES = {
    "current": N_("focus areas", "Now"),
    "coming": N_("focus areas", "Coming"),
    "earlier": N_("focus areas", "Earlier"),
}


class Perspective(NamedTuple):
    label: str
    sign: str
    address: str
    examples: tuple[LearningExample, ...]


def pages(press: Press) -> Iterator[PlannedPage]:
    title, section = _("Focus areas"), press.book.section("focus_areas")
    yield PlannedPage(section, title, "focus_areas", partial(_all, press, title, section))
    for area in press.catalogue.focus_areas:
        make = partial(_page, press, area)
        yield PlannedPage(press.book.of(area), area.title, "focus_areas", make)


def _all(press: Press, title: str, section: str) -> Page:
    areas = press.catalogue.focus_areas_on(press.today)
    return press.page(
        "focus-areas.html",
        section,
        title,
        description=_("What the municipalities look into together, two years at a time."),
        section="focus_areas",
        head=(json_ld.breadcrumbs(press, (title, section)),),
        times=[
            (
                pgettext("focus areas", _TIMES[time]),
                [(area, years_of(area), len(press.catalogue.examples_in(area))) for area in found],
            )
            for time in ("current", "coming", "earlier")
            if (found := getattr(areas, time))
        ],
        none_now=not areas.current,
    )


class _Theirs(NamedTuple):
    """What belongs to one focus area, as far as its page shows it."""

    over: bool
    examples: Sequence[LearningExample]
    news: Sequence[NewsItem]
    coming: Sequence[Event]
    past: Sequence[Event]
    more: Sequence[Tip | Network | Initiative]


def _theirs(press: Press, area: FocusArea) -> _Theirs:
    catalogue, today = press.catalogue, press.today
    news = (item for item in press.news if area.id in item.focus_areas)
    coming = (event for event in catalogue.events_from(today) if area.id in event.focus_areas)
    past = (event for event in catalogue.events_before(today) if area.id in event.focus_areas)
    return _Theirs(
        area in catalogue.focus_areas_on(today).earlier,
        catalogue.examples_in(area),
        tuple(islice(news, MOST)),
        tuple(islice(coming, MOST)),
        tuple(islice(past, MOST)),
        [
            record
            for records in (catalogue.tips, catalogue.networks, catalogue.initiatives)
            for record in records
            if area.id in record.focus_areas
        ],
    )


def _page(press: Press, area: FocusArea) -> Page:
    address, theirs = press.book.of(area), _theirs(press, area)
    return press.page(
        "focus-area.html",
        address,
        area.title,
        description=area.summary,
        section="focus_areas",
        head=(
            json_ld.breadcrumbs(
                press,
                (_("Focus areas"), press.book.section("focus_areas")),
                (area.title, address),
            ),
        ),
        area=area,
        years=years_of(area),
        over=theirs.over,
        way=[(_("Focus areas"), press.section("focus_areas"))],
        perspectives=_perspectives(press, theirs.examples),
        cards=printed_cards(press, theirs.examples[:MOST]),
        total=len(theirs.examples),
        all_examples=press.section("examples", press.book.inner.focus_area, area.id),
        coming=event_rows(press, theirs.coming),
        past=event_rows(press, theirs.past),
        news=news_rows(press, theirs.news),
        more=[(record.title, press.link_to(record), record.summary) for record in theirs.more],
        places=_places(press, theirs.examples),
    )


def _perspectives(press: Press, examples: Sequence[LearningExample]) -> list[Perspective]:
    """Those that are missing too: a gap is worth seeing."""
    return [
        Perspective(
            term.label,
            PERSPECTIVE_SIGNS.get(term.id, "account-voice"),
            press.section("examples", press.book.inner.perspective, term.id),
            tuple(example for example in examples if term.id in example.perspectives),
        )
        for term in press.settings.vocabulary("perspectives")
    ]


def _places(press: Press, examples: Sequence[LearningExample]) -> list[tuple[str, str, int, date]]:
    """(name, link, number of examples, latest) of each municipality that has one, most first."""
    updated: dict[str, list[date]] = {}
    for example in examples:
        updated.setdefault(example.municipality, []).append(example.review.updated)
    found = [
        (place.label, press.link_to(place), len(days), max(days))
        for place in press.settings.municipalities
        if (days := updated.get(place.id))
    ]
    return sorted(found, key=lambda row: -row[2])
