"""The municipalities: what is counted where, and what is never guessed."""

from dataclasses import replace

import pytest

from exempelbank.settings import Municipality
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import about, municipalities
from exempelbank.site.search_documents import search_documents
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example, event
from tests.site.pages.builders import Read, pages_of, the_settings


def pages_with(*records, **given):
    """The sample's pages, with Salem as given."""
    settings = the_settings()
    places = tuple(
        Municipality(id="salem", label="Salem", code="0128", **given)
        if place.id == "salem"
        else place
        for place in settings.municipalities
    )
    settings = replace(settings, municipalities=places)
    return pages_of(municipalities, about, of=a_catalogue(*records), settings=settings)


def test_the_list_has_a_row_for_every_municipality_and_the_map_no_other_links():
    page = pages_with(an_example(municipality="salem"))["kommuner/"]

    links = [link for link in Read(page).links if link.count("/") == 3 and "/kommuner/" in link]

    assert len(set(links)) == 26
    assert page.html.count('tabindex="-1"') == 26
    assert 'aria-hidden="true"' in page.html.split("eb-county")[1].split(">")[0]


def test_an_example_counts_at_home_and_where_others_took_part():
    example = an_example(municipality="salem", other_municipalities=("nacka",))
    pages = pages_with(example)

    for home in ("salem", "nacka"):
        assert "/larande-exempel/bildstod/" in Read(pages[f"kommuner/{home}/"]).links
    assert pages["kommuner/"].html.count('<text class="eb-county__number"') == 1


def test_a_municipality_without_examples_is_invited():
    links = Read(pages_with()["kommuner/salem/"]).links

    assert {"/lamna-exempel/", "/tipsa/"} <= set(links)


@pytest.mark.parametrize(
    ("member", "says"), [("yes", "Medlem i"), ("no", "Inte medlem i"), ("unknown", None)]
)
def test_membership_is_said_only_when_it_is_known(member, says):
    text = Read(pages_with(member=member)["kommuner/salem/"]).text

    assert says in text if says else "edlem i" not in text


def test_only_confirmed_members_are_listed():
    pages = pages_with(member="unknown")

    assert "/kommuner/salem/" not in Read(pages["om/organisation/"]).links


def test_colleagues_answer_where_there_is_an_address_and_else_the_office():
    with_address = pages_with(contact_email="lss@salem.example")["kommuner/salem/"].html

    assert "mailto:lss@salem.example" in with_address
    assert "mailto:exempel@forumcarpe.example" in pages_with()["kommuner/salem/"].html


def test_what_meets_in_a_municipality_stands_on_its_page_unless_cancelled():
    there = event("traff", municipality="salem")
    cancelled = event("inte", municipality="salem", cancelled=True)

    links = Read(pages_with(there, cancelled)["kommuner/salem/"]).links

    assert "/kalendarium/traff/" in links
    assert "/kalendarium/inte/" not in links


def test_stockholm_counts_its_districts():
    example = an_example(municipality="stockholm", district="farsta")

    links = Read(pages_with(example)["kommuner/stockholm/"]).links

    assert "/larande-exempel/stadsdel/farsta/" in links
    assert "/larande-exempel/stadsdel/bromma/" not in links


def test_without_a_map_the_table_stands_alone():
    settings = the_settings()
    bare = replace(settings, map=type(settings.map)())

    shared = a_catalogue(an_example(municipality="salem"))
    page = pages_of(municipalities, of=shared, settings=bare)["kommuner/"]

    assert "<svg" not in page.html.split("</h1>")[1].split("<table")[0]
    assert "/kommuner/salem/" in Read(page).links


@pytest.mark.parametrize(
    ("shared_by", "says"),
    [
        ((), "Ingen kommun har lämnat något exempel än."),
        (("salem",), "1 av 26 kommuner har lämnat exempel."),
    ],
)
def test_the_page_says_how_many_have_shared(shared_by, says):
    examples = (an_example(slug=place, municipality=place) for place in shared_by)

    assert says in Read(pages_with(*examples)["kommuner/"]).text


def test_a_map_of_nothing_is_not_drawn():
    assert "eb-county" not in pages_with()["kommuner/"].html


def test_search_finds_every_municipality_by_name_and_tells_whom_to_ask():
    context = RenderContext(a_catalogue(), the_settings(), TODAY)
    found = {document.id: document for document in search_documents(context)}

    assert {place.id for place in the_settings().municipalities} <= set(found)
    assert found["huddinge"].note == "cka@huddinge.example"
    assert found["huddinge"].address == "kommuner/huddinge/"
