"""The start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model.content import FocusArea
from generator.pages.municipalities import areas_of
from generator.pages.press import Press
from generator.pages.site import Page
from generator.pages.templating import day
from generator.pages.views import event_rows, example_card, news_rows, printed_cards
from generator.pages.words import place_of, years_of
from generator.texts import ngettext, pgettext


def pages(press: Press) -> Iterator[Page]:
    catalogue, today = press.catalogue, press.today
    areas = catalogue.focus_areas_on(today)
    area = next(iter((*areas.current, *areas.earlier)), None)
    yield press.page(
        "start.html",
        "",
        press.settings.organisation.site_name,
        description=press.settings.organisation.description,
        newest=example_card(press, catalogue.examples[0]) if catalogue.examples else None,
        after_it=printed_cards(press, catalogue.examples[1:4]),
        ways_in=_ways_in(press),
        area=area,
        area_is_current=area in areas.current,
        years=years_of(area) if area else "",
        in_area=_in_area(press, area) if area else [],
        events=event_rows(press, [e for e in catalogue.events_from(today) if not e.cancelled][:3]),
        county=areas_of(press),
        news=news_rows(press, press.news[:3]),
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


def _in_area(press: Press, area: FocusArea) -> list[tuple[str, str, str]]:
    """A taste of each sort: an example, a piece of news, a meeting to come."""
    catalogue, label = press.catalogue, press.settings.label
    example = next(iter(catalogue.examples_in(area)), None)
    news = next((n for n in catalogue.news_on(press.today) if area.id in n.focus_areas), None)
    event = next((e for e in catalogue.events_from(press.today) if area.id in e.focus_areas), None)
    found = []
    # The words that search has for each; a text within an f-string is never extracted.
    if example:
        words = f"{pgettext('search', 'Example')} · {place_of(example, press.settings)}"
        found.append((example.title, press.link_to(example), words))
    if news:
        words = f"{pgettext('search', 'News item')} · {label('news_kinds', news.kind)}"
        found.append((news.title, press.link_to(news), words))
    if event:
        starts = event.next_from(press.today).starts
        words = f"{pgettext('search', 'In the calendar')} · {day(starts)}"
        found.append((event.title, press.link_to(event), words))
    return found
