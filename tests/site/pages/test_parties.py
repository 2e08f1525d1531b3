"""Parties that are no municipalities: on every page they are told of as the others, truly."""

import pytest

from exempelbank.model.content import Initiative
from exempelbank.site.build import build_site
from exempelbank.site.pages import municipalities
from exempelbank.site.pages.search import search_kinds
from tests.builders import TODAY, sample_settings
from tests.feeds.builders import a_catalogue, an_example, event, news
from tests.parties import settings_with_parties
from tests.site.pages.builders import Read, pages_of

PARTY = "forsakringskassan"


@pytest.fixture(scope="module")
def site():
    records = (
        an_example(municipality=PARTY, district="fk-karlstad", other_municipalities=("karlstad",)),
        an_example("andra", id="FC-2026-015", municipality="grums"),
        event("traff", municipality=PARTY),
        news("nytt", municipalities=(PARTY,)),
        Initiative(
            id="stegen",
            title="Stegen",
            status="pagar",
            municipalities=(PARTY, "karlstad"),
            summary="Vi prövar.",
        ),
    )
    return build_site(a_catalogue(*records), settings_with_parties(), TODAY)


def text_of(site, address):
    return Read(site.pages[address].html).text


def test_the_page_of_a_party_holds_all_that_is_from_there(site):
    page = Read(site.pages[f"kommuner/{PARTY}/"])

    assert {
        "/larande-exempel/bildstod/",
        "/kalendarium/traff/",
        "/nyheter/nytt/",
        "/insatser/stegen/",
        "/larande-exempel/stadsdel/fk-karlstad/",
    } <= set(page.links)
    assert "Myndighet" in page.text
    assert "samverkan@fk.example" in page.text
    assert "Öppna för alla parter" in page.text


def test_the_list_counts_municipalities_and_other_parties(site):
    page = Read(site.pages["kommuner/"])

    assert site.pages["kommuner/"].title == "Parter"
    assert "4 kommuner och 3 andra parter. 2 av 7 parter har lämnat exempel." in page.text
    assert site.pages["kommuner/"].html.count("<table") == 2


def test_those_without_a_shape_stand_beside_the_map(site):
    for address in ("kommuner/", ""):
        county = site.pages[address].html.split('<svg class="eb-county"')[1]
        drawn, beside = county.split("</svg>", 1)

        assert "/kommuner/grums/" in drawn
        assert f"/kommuner/{PARTY}/" not in drawn
        assert f"/kommuner/{PARTY}/" in beside.split("</ul></div>")[1]


def test_one_can_follow_a_party_and_choose_its_examples(site):
    assert f"kommuner/{PARTY}/rss.xml" in site.files
    assert f"larande-exempel/kommun/{PARTY}/" in site.pages
    assert "Där du arbetar" in text_of(site, "prenumerera/")
    assert "<summary>Part</summary>" in site.pages["larande-exempel/"].html


def test_the_facts_of_one_record_say_what_its_own_places_are(site):
    assert "PartFörsäkringskassan (Kontoret i Karlstad), Karlstad" in text_of(
        site, "larande-exempel/bildstod/"
    )
    assert "KommunGrums" in text_of(site, "larande-exempel/andra/")
    assert "ParterFörsäkringskassan, Karlstad" in text_of(site, "insatser/stegen/")


def test_the_lead_of_all_examples_says_whence_they_come(site):
    assert "2 exempel från 1 kommun och 1 annan part." in text_of(site, "larande-exempel/")


def test_statistics_count_parties(site):
    text = text_of(site, "uppfoljning/")

    assert "Exempel per part" in text
    assert "Fokusområden och parter" in text


@pytest.mark.parametrize(
    ("shared_by", "says"),
    [
        ((), "Ingen av dem har lämnat något exempel än."),
        (("grums",), "1 av 7 parter har lämnat exempel. De andra väntar"),
        (("grums", PARTY), "2 av 7 parter har lämnat exempel."),
    ],
)
def test_the_list_says_how_many_parties_have_shared(shared_by, says):
    examples = (an_example(slug=place, municipality=place) for place in shared_by)
    pages = pages_of(municipalities, of=a_catalogue(*examples), settings=settings_with_parties())

    assert says in Read(pages["kommuner/"]).text


def test_search_calls_them_parties_where_some_are_no_municipalities():
    def words(settings):
        return {kind.name: kind.plural for kind in search_kinds(settings)}["municipality"]

    assert words(settings_with_parties()) == "Parties"
    assert words(sample_settings()) == "Municipalities"
