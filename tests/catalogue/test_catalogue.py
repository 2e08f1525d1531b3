"""The questions one can ask the collection."""

from dataclasses import replace
from datetime import date

import pytest

from exempelbank.catalogue import Catalogue
from exempelbank.model.content import FocusArea, Period
from tests.builders import TODAY
from tests.feeds.builders import (
    AREA,
    NETWORK,
    a_catalogue,
    a_hidden,
    an_example,
    event,
    news,
    occasion,
)


def slugs(examples):
    return [example.slug for example in examples]


def ids(records):
    return [record.id for record in records]


# ---- Examples ----


def test_examples_come_newest_first_and_the_archived_apart():
    old = an_example("gammal", id="FC-2026-001", review={"published": date(2026, 1, 1)})
    new = an_example("ny", id="FC-2026-002", review={"published": date(2026, 2, 1)})
    archived = an_example("arkiverad", id="FC-2026-003", review={"state": "archived"})
    catalogue = a_catalogue(old, archived, new)

    assert slugs(catalogue.examples) == ["ny", "gammal"]
    assert slugs(catalogue.archived) == ["arkiverad"]


def test_a_municipality_has_its_own_examples_and_then_those_it_took_part_in():
    own = an_example("egen", id="FC-2026-001", review={"published": date(2025, 1, 1)})
    shared = an_example(
        "delad", id="FC-2026-002", municipality="nacka", other_municipalities=("huddinge",)
    )
    elsewhere = an_example("annan", id="FC-2026-003", municipality="nacka")

    found = a_catalogue(shared, elsewhere, own).examples_from("huddinge")

    assert slugs(found) == ["egen", "delad"]


def test_a_focus_area_and_a_network_know_their_examples():
    inside = an_example("med", focus_areas=(AREA.id,), networks=(NETWORK.id,))
    outside = an_example("utan", id="FC-2026-002")
    catalogue = a_catalogue(inside, outside)

    assert slugs(catalogue.examples_in(AREA)) == ["med"]
    assert slugs(catalogue.examples_of(NETWORK)) == ["med"]


def test_only_listed_examples_are_given_by_id():
    shown = an_example("med", id="FC-2026-001")
    archived = an_example("arkiverad", id="FC-2026-002", review={"state": "archived"})
    catalogue = a_catalogue(shown, archived, a_hidden(id="FC-2026-003", review={"state": "paused"}))

    assert slugs(catalogue.examples_named(["FC-2026-003", "FC-2026-002", "FC-2026-001"])) == ["med"]


# ---- News ----


def test_news_waits_for_its_day():
    catalogue = a_catalogue(news("nu", TODAY), news("sedan", date(2026, 3, 17)))

    assert ids(catalogue.news_on(TODAY)) == ["nu"]


@pytest.mark.parametrize(
    ("state", "is_shown"),
    [
        ("approved", True),
        ("needs-review", True),
        ("archived", False),
        ("paused", False),
        ("withdrawn", False),
    ],
)
def test_news_of_an_example_goes_with_it(state, is_shown):
    make = a_hidden if state in ("paused", "withdrawn") else an_example
    about = make(id="FC-2026-001", review={"state": state})
    catalogue = a_catalogue(about, news("om-exemplet", example="FC-2026-001"))

    assert bool(catalogue.news_on(TODAY)) == is_shown


def test_news_of_an_example_that_is_not_there_is_not_told():
    assert not a_catalogue(news("om-inget", example="FC-2026-099")).news_on(TODAY)


# ---- Events ----


def test_an_event_is_coming_until_the_day_after_its_last_occasion():
    course = event(
        "kurs",
        occasion("2026-03-10 09:00", "2026-03-10 16:00"),
        occasion("2026-03-16 09:00", "2026-03-16 16:00"),
    )
    catalogue = a_catalogue(course)

    assert ids(catalogue.events_from(TODAY)) == ["kurs"]
    assert not catalogue.events_before(TODAY)
    assert ids(catalogue.events_before(date(2026, 3, 17))) == ["kurs"]


def test_events_come_in_the_order_of_their_next_occasion():
    course = event(
        "kurs",
        occasion("2026-03-01 09:00", "2026-03-01 16:00"),
        occasion("2026-05-01 09:00", "2026-05-01 16:00"),
    )
    catalogue = a_catalogue(course, event("traff"))

    assert ids(catalogue.events_from(TODAY)) == ["traff", "kurs"]


def test_a_network_meets_next_at_the_first_meeting_that_is_not_cancelled():
    cancelled = event(
        "installd",
        occasion("2026-03-20 09:00", "2026-03-20 10:00"),
        networks=(NETWORK.id,),
        cancelled=True,
    )
    catalogue = a_catalogue(event("traff", networks=(NETWORK.id,)), cancelled, event("annan"))

    assert catalogue.network_meets_next(NETWORK, TODAY).id == "traff"
    assert catalogue.network_meets_next(NETWORK, date(2026, 5, 1)) is None


# ---- Focus areas ----


def area(id, *periods):
    return FocusArea(
        id=id, title=id, periods=tuple(Period(first=first, last=last) for first, last in periods)
    )


def test_focus_areas_are_told_apart_by_their_years():
    catalogue = Catalogue(
        content=(
            area("forr", (2022, 2023)),
            area("nu", (2025, 2026)),
            area("sen", (2027, 2028)),
            area("obeslutad"),
        )
    )

    found = catalogue.focus_areas_on(TODAY)

    assert (ids(found.current), ids(found.coming), ids(found.earlier)) == (
        ["nu"],
        ["sen", "obeslutad"],
        ["forr"],
    )


def test_a_year_without_a_focus_area_has_none():
    found = Catalogue(content=(area("forr", (2024, 2025)),)).focus_areas_on(TODAY)

    assert not found.current and ids(found.earlier) == ["forr"]


# ---- Related ----


def test_what_is_shared_says_why_examples_are_related():
    one = an_example("en", id="FC-2026-001", networks=("ips",), keywords=("Bildstöd",))
    other = an_example(
        "annan", id="FC-2026-002", networks=("ips",), keywords=("bildstöd",), roles=("enhetschef",),
        work_areas=("barn-unga",), target_groups=("aldre",),
    )  # fmt: skip

    (related,) = a_catalogue(one, other).related(one)

    assert related.example == other
    assert related.because == (("networks", "ips"), ("keywords", "bildstöd"))


def test_a_shared_role_alone_relates_nobody():
    one = an_example("en", id="FC-2026-001", work_areas=("barn-unga",), target_groups=("autism",))
    other = an_example(
        "annan", id="FC-2026-002", work_areas=("halso-sjukvard",), target_groups=("aldre",)
    )

    assert not a_catalogue(one, other).related(one)


def test_neither_itself_nor_an_archived_example_is_related():
    one = an_example("en", id="FC-2026-001")
    archived = an_example("arkiv", id="FC-2026-002", review={"state": "archived"})

    assert not a_catalogue(one, archived).related(one)


def test_the_answers_do_not_depend_on_the_order_of_the_files():
    catalogue = a_catalogue(
        an_example("en", id="FC-2026-001"),
        an_example("tva", id="FC-2026-002"),
        news("ett"),
        news("annat"),
        event("a"),
        event("b"),
    )
    turned = replace(
        catalogue,
        public_examples=catalogue.public_examples[::-1],
        content=catalogue.content[::-1],
    )

    assert turned.examples == catalogue.examples
    assert turned.news_on(TODAY) == catalogue.news_on(TODAY)
    assert turned.events_from(TODAY) == catalogue.events_from(TODAY)
