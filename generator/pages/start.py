"""The start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.pages.press import Press
from generator.pages.site import Page
from generator.pages.views import event_rows, example_cards, news_rows
from generator.texts import ngettext


def pages(press: Press) -> Iterator[Page]:
    catalogue, today = press.catalogue, press.today
    areas = catalogue.focus_areas_on(today)
    yield press.page(
        "start.html",
        "",
        press.settings.organisation.site_name,
        description=press.settings.organisation.description,
        newest=example_cards(press, catalogue.examples[:4]),
        ways_in=_ways_in(press),
        areas=areas.current or areas.earlier[:1],
        area_is_current=bool(areas.current),
        events=event_rows(press, [e for e in catalogue.events_from(today) if not e.cancelled][:3]),
        news=news_rows(press, catalogue.news_on(today)[:3]),
    )


def _ways_in(press: Press) -> list[tuple[str, str]]:
    """The areas of work with most examples, and all of them."""
    total = len(press.catalogue.examples)
    held = Counter(area for example in press.catalogue.examples for area in example.work_areas)
    order = [term.id for term in press.settings.vocabulary("work_areas")]
    fullest = sorted(held, key=lambda area: (-held[area], order.index(area)))[:3]
    return [
        *(
            (
                press.settings.label("work_areas", area),
                press.section("examples", press.book.inner.work_area, area),
            )
            for area in fullest
        ),
        (
            ngettext("The {n} example", "All {n} examples", total).format(n=total),
            press.section("examples"),
        ),
    ]
