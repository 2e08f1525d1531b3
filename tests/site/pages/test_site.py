"""The site as a value: what addresses there are, and that nothing but the content decides them."""

from dataclasses import replace
from itertools import pairwise

import pytest

from exempelbank.catalogue import Catalogue, load_catalogue
from exempelbank.problems import Problems
from exempelbank.site.build import build_site
from tests.builders import PROJECT, TODAY
from tests.feeds.builders import a_catalogue, a_hidden, an_example, event, news, occasion
from tests.site.pages.builders import Read, a_site, everything_in, the_settings, titles


@pytest.fixture(scope="module")
def small():
    return a_catalogue(
        an_example("bildstod", networks=("ips",), focus_areas=("psykisk-halsa",)),
        a_hidden("pausad", id="FC-2026-015", review={"state": "paused"}),
        news("nytt"),
        event("traff", networks=("ips",)),
    )


@pytest.fixture(scope="module")
def sample():
    catalogue = load_catalogue(PROJECT, the_settings(), Problems())
    return build_site(catalogue, the_settings(), TODAY)


def test_a_small_collection_has_these_pages_of_its_own(small):
    pages = titles(a_site(small).pages.values())

    own = {
        "": "Exempelbanken",
        "larande-exempel/": "Lärande exempel",
        "larande-exempel/ordning/namn/": "Lärande exempel i bokstavsordning",
        "larande-exempel/kommun/huddinge/": "Exempel från Huddinge",
        "larande-exempel/kommun/nacka/": "Exempel från Nacka",
        "larande-exempel/yrkesroll/stodpedagog/": "Exempel för yrkesrollen stödpedagog",
        "larande-exempel/ar/2026/": "Exempel från 2026",
        "larande-exempel/typ/arbetssatt/": "Exempel av typen arbetssätt",
        "larande-exempel/underlag/enkat/": "Exempel, underlag: Enkät",
        "larande-exempel/fokusomrade/inget/": "Exempel utanför fokusområdena",
        "larande-exempel/bildstod/": "Bildstöd i morgonmötet",
        "larande-exempel/bildstod/apt/": "Ta med till arbetsplatsträffen: Bildstöd i morgonmötet",
        "larande-exempel/pausad/": "Exemplet är pausat",
        "fokusomraden/": "Fokusområden",
        "fokusomraden/psykisk-halsa/": "Psykisk hälsa",
        "natverk/": "Nätverk",
        "natverk/ips/": "IPS",
        "nyheter/": "Nyheter",
        "nyheter/nytt/": "Något nytt",
        "nyheter/slag/forskning/": "Nyheter: forskning",
        "nyheter/arkiv/2026/": "Nyheter från 2026",
        "prenumerera/": "Få mejl",
    }
    assert own.items() <= pages.items()


def test_records_that_are_called_the_same_have_pages_with_titles_of_their_own():
    same = {"title": "Bildstöd"}
    twins = a_catalogue(
        an_example("bildstod", **same),
        an_example("bildstod-2", id="FC-2026-002", municipality="solna", **same),
        news("bildstod", **same),
        news("nytt"),
        event("traff", **same),
        event("traff-2", occasion("2026-05-14 13:00", "2026-05-14 15:00"), **same),
    )
    site = a_site(twins)
    found = [page.title for page in site.pages.values() if page.indexed]

    assert len(found) == len(set(found))
    assert {
        "Bildstöd, Solna", "Bildstöd, 2 mars 2026", "Något nytt", "Bildstöd, 14 maj 2026"
    } <= {*found}  # fmt: skip
    assert all("<h1>Bildstöd</h1>" in site.pages[f"larande-exempel/{slug}/"].html
               for slug in ("bildstod", "bildstod-2"))  # fmt: skip


def test_the_same_content_gives_the_same_site_in_whatever_order_it_was_read(small):
    turned = replace(
        small,
        public_examples=small.public_examples[::-1],
        content=small.content[::-1],
    )

    assert everything_in(a_site(turned)) == everything_in(a_site(small))


def test_an_empty_collection_has_a_whole_site():
    site = a_site(Catalogue())

    assert {"", "larande-exempel/", "fokusomraden/", "natverk/", "nyheter/"} <= site.pages.keys()


def test_two_pages_never_want_one_address(small):
    twins = replace(small, content=(news("nytt"), news("nytt")))

    with pytest.raises(ValueError, match="nyheter/nytt/"):
        a_site(twins)


def test_every_page_has_one_first_heading_and_skips_no_level(sample):
    for address, page in sample.pages.items():
        headings = Read(page).headings

        assert headings.count(1) == 1 and headings[0] == 1, address
        assert all(b - a <= 1 for a, b in pairwise(headings)), address


def test_no_id_stands_twice_on_a_page(sample):
    for address, page in sample.pages.items():
        ids = Read(page).ids

        assert len(ids) == len(set(ids)), (address, sorted(ids))


def test_a_site_in_a_folder_keeps_its_links_there(small):
    settings = the_settings()
    organisation = settings.organisation.model_copy(update={"url": "https://host.example/banken/"})
    site = build_site(small, replace(settings, organisation=organisation), TODAY)

    links = {link for page in site.pages.values() for link in Read(page).links}

    assert not [link for link in links if link.startswith("/") and not link.startswith("/banken/")]


def test_a_long_list_is_divided_into_pages():
    many = a_catalogue(*(an_example(f"ex-{n}", id=f"FC-2026-{n:03}") for n in range(30)))
    site = a_site(many)

    first, second = (Read(site.pages[f"larande-exempel/{p}"]) for p in ("", "sida/2/"))

    assert sum("/larande-exempel/ex-" in link for link in first.links) == 24
    assert sum("/larande-exempel/ex-" in link for link in second.links) == 6
    assert "/larande-exempel/sida/2/" in first.links and "/larande-exempel/" in second.links
