"""The kind: a list with nothing in it leads to itself, or keeps a column for what is not there.

Source: a research infrastructure's list of events, all of them in the past: “see the whole
calendar” stood on the whole calendar.
"""

import re
from functools import cache

import pytest

from exempelbank.model.content import Initiative, Tip
from tests.feeds.builders import a_catalogue, an_example, event, news, occasion
from tests.site.pages.builders import Read, a_site

PAST = event("i-fjol", occasion("2025-11-12 13:00", "2025-11-12 15:00"), kind="kurs")
CONTENTS = {
    "nothing": (),
    "what has been": (PAST,),
    "with little to say": (
        event("snart", digital=False),
        news(text=""),
        news("for-roller", text="", roles=("enhetschef",)),
        Tip(id="tips", title="Ett tips"),
        Initiative(id="insats", title="En insats", status="pagar"),
    ),
    "other kinds": (PAST, event("snart"), an_example(), news(published=PAST.last_day)),
}


@cache
def pages(contents):
    """Rendered once: a site renders a page each time it is asked for."""
    return dict(a_site(a_catalogue(*CONTENTS[contents])).pages)


def page(address, contents="nothing"):
    return pages(contents)[address]


def leads_to_itself(address, html):
    """A link that is shown, and is not the chosen one of several, to the page it stands on."""
    shown = re.sub(r'<div data-part="none" hidden>.*?</div></div></div>', "", html, flags=re.DOTALL)
    links = re.findall(r"<a ([^>]*)>", shown)
    return any(
        f'href="/{address}"' in link and "aria-current" not in link and " hidden" not in link
        for link in links
    )


# ---- As reported ----


@pytest.mark.parametrize("contents", ["nothing", "what has been"])
def test_a_calendar_with_nothing_to_come_says_so_over_the_whole_width(contents):
    calendar = page("kalendarium/", contents)

    assert "Inget är planerat just nu" in Read(calendar).text
    assert "/prenumerera/#kalender-kalendarium" in Read(calendar).links
    assert not leads_to_itself("kalendarium/", calendar.html)
    assert "eb-split" not in calendar.html and "calendar.js" not in calendar.head


def test_earlier_activities_stand_there_as_before():
    links = Read(page("kalendarium/", "what has been")).links

    assert "/kalendarium/arkiv/2025/" in links


# ---- Others of the kind ----


@pytest.mark.parametrize("contents", CONTENTS)
def test_no_page_leads_to_itself(contents):
    found = {at for at, page in pages(contents).items() if leads_to_itself(at, page.html)}

    assert found == set()


def test_a_kind_with_nothing_to_come_leads_to_what_does_come():
    of_the_kind = page("kalendarium/slag/kurs/", "other kinds")

    assert "Inget sådant är planerat just nu" in Read(of_the_kind).text
    assert "/kalendarium/" in Read(of_the_kind).links
    assert "eb-split--facets" not in of_the_kind.html  # of one thing there is nothing to choose


def test_a_kind_with_nothing_to_come_does_not_lead_to_a_calendar_without_anything():
    of_the_kind = page("kalendarium/slag/kurs/", "what has been")

    assert "Inget är planerat just nu" in Read(of_the_kind).text
    assert "Se hela kalendariet" not in Read(of_the_kind).text


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("larande-exempel/", "Det finns inga exempel ännu"),
        ("larande-exempel/kommun/nacka/", "Det finns inga exempel ännu"),
        ("nyheter/", "Inga nyheter ännu"),
    ],
)
def test_a_list_without_anything_says_so_and_offers_no_choices(address, says):
    empty = page(address)

    assert says in Read(empty).text
    assert not re.search(r"eb-facets|eb-split--facets|eb-choices|<ul[^>]*>\s*</ul>", empty.html)


HIDDEN = re.compile(r"<template.*?</template>|<div [^>]* hidden>.*?</div>", re.DOTALL)
HOLLOW = re.compile(r"<(ul|ol|dl|aside|nav|article)[^>]*>\s*</\1>|<div class=.eb-st[^>]*>\s*</div>")


@pytest.mark.parametrize("contents", CONTENTS)
def test_no_list_or_column_stands_empty(contents):
    found = {
        (at, match[0])
        for at, page in pages(contents).items()
        for match in HOLLOW.finditer(HIDDEN.sub("", page.html))
    }

    assert found == set()
