"""A site that has just begun: nothing yet, or one of each."""

import pytest

from exempelbank.site.pages import (
    events,
    example_sheet,
    examples,
    focus_areas,
    follow_up,
    start,
)
from exempelbank.site.pages import example as example_page
from tests.feeds.builders import a_catalogue, an_example, event
from tests.site.pages.builders import Read, pages_of


def pages_with(*records):
    return pages_of(start, examples, events, focus_areas, follow_up, of=a_catalogue(*records))


@pytest.fixture(scope="module")
def nothing():
    return pages_with()


@pytest.fixture(scope="module")
def one():
    return pages_with(an_example(), event("traff"))


@pytest.mark.parametrize("address", ["", "larande-exempel/", "kalendarium/", "fokusomraden/"])
def test_nothing_is_counted_ordered_or_filtered_where_there_is_nothing(nothing, address):
    html = nothing[address].html

    assert "0 exempel" not in Read(nothing[address]).text
    assert "0 aktiviteter" not in Read(nothing[address]).text
    assert "<select" not in html
    assert "eb-facets" not in html
    assert "eb-notice" in html


def test_figures_of_nothing_are_said_to_be_none(nothing):
    assert "<table" not in nothing["uppfoljning/"].html
    assert "Det finns inget att räkna än" in Read(nothing["uppfoljning/"]).text


def test_one_example_is_told_of_as_one(one):
    page = one["larande-exempel/"]

    assert "1 exempel från 1 kommun. Två personer har granskat det." in Read(page).text
    assert "<select" not in page.html
    assert "example-filter.js" not in "".join(page.head)


def test_one_activity_has_no_filter(one):
    assert "1 aktivitet" in Read(one["kalendarium/"]).text
    assert "eb-facets" not in one["kalendarium/"].html


def test_the_start_page_offers_no_choice_of_one(one):
    assert "/larande-exempel/bildstod/" in Read(one[""]).links
    assert "eb-hero" in one[""].html and "eb-tags" not in one[""].html.split("eb-hero__art")[0]


def test_what_an_organisation_does_not_ask_for_leaves_no_empty_part():
    unasked = dict.fromkeys(("work_areas", "target_groups", "roles", "evidence", "lessons"), ())
    example = an_example(kind="", stage="", sections={}, **unasked)
    pages = pages_of(example_page, example_sheet, of=a_catalogue(example)).values()

    assert len(pages) == 2
    for page in pages:
        assert "Huddinge" in page.html and " · Huddinge" not in page.html
        assert "eb-lessons" not in page.html
