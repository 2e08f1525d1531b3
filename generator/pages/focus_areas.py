"""The focus areas by period, and all that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import LearningExample
from generator.model.content import FocusArea
from generator.pages import json_ld
from generator.pages.press import Press
from generator.pages.site import Page
from generator.pages.views import event_rows, news_rows, printed_cards
from generator.pages.words import PERSPECTIVE_SIGNS, years_of
from generator.texts import N_, _, pgettext

MOST = 6  # of each sort; the rest is a link away

_TIMES = {
    "current": N_("focus areas", "Now"),
    "coming": N_("focus areas", "Coming"),
    "earlier": N_("focus areas", "Earlier"),
}


@dataclass(frozen=True, slots=True)
class Perspective:
    label: str
    sign: str
    address: str
    examples: tuple[LearningExample, ...]


def pages(press: Press) -> Iterator[Page]:
    areas = press.catalogue.focus_areas_on(press.today)
    section = press.book.section("focus_areas")
    yield press.page(
        "focus-areas.html",
        section,
        _("Focus areas"),
        description=_("What the municipalities look into together, two years at a time."),
        section="focus_areas",
        head=(json_ld.breadcrumbs(press, (_("Focus areas"), section)),),
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
    for area in press.catalogue.focus_areas:
        yield _page(press, area)


def _page(press: Press, area: FocusArea) -> Page:
    catalogue, today = press.catalogue, press.today
    address = press.book.of(area)
    examples = catalogue.examples_in(area)
    news = [item for item in press.news if area.id in item.focus_areas]
    coming = [event for event in catalogue.events_from(today) if area.id in event.focus_areas]
    past = [event for event in catalogue.events_before(today) if area.id in event.focus_areas]
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
        over=area in catalogue.focus_areas_on(today).earlier,
        way=[(_("Focus areas"), press.section("focus_areas"))],
        perspectives=_perspectives(press, examples),
        cards=printed_cards(press, examples[:MOST]),
        total=len(examples),
        all_examples=press.section("examples", press.book.inner.focus_area, area.id),
        coming=event_rows(press, coming[:MOST]),
        past=event_rows(press, past[:MOST]),
        news=news_rows(press, news[:MOST]),
        more=[
            (record.title, press.link_to(record), record.summary)
            for records in (catalogue.tips, catalogue.networks, catalogue.initiatives)
            for record in records
            if area.id in record.focus_areas
        ],
        places=_places(press, examples),
    )


def _perspectives(press: Press, examples: tuple[LearningExample, ...]) -> list[Perspective]:
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


def _places(
    press: Press, examples: tuple[LearningExample, ...]
) -> list[tuple[str, str, int, date]]:
    """(name, link, number of examples, latest) of each municipality that has one, most first."""
    found = []
    for place in press.settings.municipalities:
        own = [example for example in examples if example.municipality == place.id]
        if own:
            latest = max(example.review.updated for example in own)
            found.append((place.label, press.link_to(place), len(own), latest))
    return sorted(found, key=lambda row: -row[2])
