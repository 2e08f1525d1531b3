"""Mail first: from the page of a topic to a letter that is ready to be sent."""

import re
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest

from exempelbank.model.content import Network
from exempelbank.site.pages import (
    events,
    examples,
    focus_areas,
    month_view,
    municipalities,
    networks,
    news,
    past_events,
    start,
    subscribe,
)
from tests.feeds.builders import a_catalogue, an_example, event, occasion
from tests.feeds.builders import news as a_news_item
from tests.site.pages.builders import Read, pages_of, the_settings

ENDED = Network(id="slut", title="Slut", form="natverk", run="planerat", status="avslutat")
CATALOGUE = a_catalogue(
    an_example(roles=("stodpedagog",), networks=("ips",)),
    a_news_item(),
    event(networks=("ips",)),
    event("forut", occasion("2025-11-12 13:00", "2025-11-12 15:00")),
    ENDED,
)
LETTERS = {  # address of a page -> what one gets mail about from there
    "larande-exempel/": "Få mejl om nya exempel",
    "larande-exempel/kommun/huddinge/": "Få mejl om Huddinge",
    "larande-exempel/yrkesroll/stodpedagog/": "Få mejl för yrkesrollen Stödpedagog",
    "larande-exempel/ordning/namn/": "Få mejl om nya exempel",
    "larande-exempel/ar/2026/": "Få mejl om nya exempel",
    "nyheter/": "Få mejl om nyheterna",
    "nyheter/slag/forskning/": "Få mejl om nyheterna",
    "kalendarium/": "Få mejl om kalendariet",
    "kalendarium/manad/2026-04/": "Få mejl om kalendariet",
    "kalendarium/arkiv/2025/": "Få mejl om kalendariet",
    "kalendarium/natverk/ips/": "Få mejl om nätverket IPS",
    "kommuner/huddinge/": "Få mejl om Huddinge",
    "natverk/ips/": "Få mejl om nätverket IPS",
    "fokusomraden/psykisk-halsa/": "Få mejl om fokusområdet Psykisk hälsa",
}
WAYS = ("Fler sätt att följa", "Följ i din egen kalender")
MODULES = (
    events,
    examples,
    focus_areas,
    month_view,
    municipalities,
    networks,
    news,
    past_events,
    start,
)


@cache
def pages(newsletter=None):
    settings = the_settings()
    if newsletter is not None:
        organisation = settings.organisation.model_copy(update={"newsletter": newsletter})
        settings = replace(settings, organisation=organisation)
    return pages_of(*MODULES, subscribe, of=CATALOGUE, settings=settings)


def links_in(html):
    """(address, the words that a screen reader says)"""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    words = ((at, re.sub(r"<[^>]*>", "", inner)) for at, inner in found)
    return [(at.replace("&amp;", "&"), " ".join(text.split())) for at, text in words]


def letter_on(page):
    found = [(at, text) for at, text in links_in(page.html) if text.startswith("Få mejl")]
    (letter,) = found
    return letter


@pytest.mark.parametrize(("address", "text"), LETTERS.items())
def test_a_topics_page_leads_straight_to_a_letter_that_tells_of_the_topic_alone(address, text):
    link, says = letter_on(pages()[address])
    letter = urlsplit(link)

    assert says == text
    assert (letter.scheme, letter.path) == ("mailto", the_settings().organisation.email)
    assert parse_qs(letter.query) == {
        "subject": [text],
        "body": ["Skicka gärna brevet till den här adressen."],
    }


@pytest.mark.parametrize("address", LETTERS)
def test_its_other_ways_stand_where_the_page_of_all_of_them_remembers_it(address):
    (ways,) = [at for at, text in links_in(pages()[address].html) if text in WAYS]
    page, _hash, place = ways.partition("#")

    assert page == "/prenumerera/"
    assert place in Read(pages()["prenumerera/"]).ids


def test_the_page_of_all_has_a_letter_for_each_with_a_name_of_its_own():
    letters = [one for one in links_in(pages()["prenumerera/"].html) if "?subject=" in one[0]]

    assert len(letters) == len({text for _at, text in letters}) > 40
    for at, text in letters:
        assert parse_qs(urlsplit(at).query)["subject"] == [text]
    assert {*LETTERS.values()} <= {text for _at, text in letters}


def test_a_network_leads_to_its_own_calendar_and_what_has_none_to_the_whole_one():
    assert "/prenumerera/#kalender-ips" in Read(pages()["natverk/ips/"]).links
    assert "/prenumerera/#kalender-ips" in Read(pages()["kalendarium/natverk/ips/"]).links
    assert "/prenumerera/#kalender-kalendarium" in Read(pages()["kalendarium/"]).links


def test_what_is_shown_of_a_chosen_topic_leads_to_its_calendar_and_its_feeds():
    page = Read(pages()["prenumerera/"])
    within = [link[1:] for link in page.links if link.startswith("#")]

    assert {"kalender-ips", "flode-ips", "flode-huddinge"} <= {*within}
    assert {*within} <= {*page.ids}


def test_a_network_that_has_ended_sends_no_more_letters():
    assert "Få mejl" not in pages()["natverk/slut/"].html
    assert "om-slut" not in Read(pages()["prenumerera/"]).ids


def test_two_clicks_lead_from_the_start_page_to_a_letter():
    second = links_in(pages()["prenumerera/"].html)

    assert "/prenumerera/" in Read(pages()[""]).links
    assert [text for at, text in second if "om%20Huddinge" in at] == ["Få mejl om Huddinge"]


def test_no_page_but_that_one_leads_people_to_a_file_for_programs():
    leading = {
        address
        for address, page in pages().items()
        if re.search(r'<a [^>]*href="[^"]*\.(xml|json)"', page.html)
    }

    assert leading == {"prenumerera/"}


def test_a_service_is_told_the_topics_word():
    found = pages("https://brev.example/ny?om={topic}&kanal=webb")

    assert letter_on(found["kommuner/huddinge/"]) == (
        "https://brev.example/ny?om=huddinge&kanal=webb",
        "Få mejl om Huddinge",
    )
    assert "brev.example" in Read(found["prenumerera/"]).text


def test_a_service_that_takes_no_topic_is_promised_none():
    found = pages("https://brev.example/")

    for address in ("kommuner/huddinge/", "prenumerera/"):
        assert letter_on(found[address]) == ("https://brev.example/", "Få mejl")
    assert "/prenumerera/#flode-huddinge" in Read(found["kommuner/huddinge/"]).links
    assert "flode-huddinge" in Read(found["prenumerera/"]).ids


def test_without_an_address_of_its_own_the_letter_goes_to_the_office():
    assert letter_on(pages("")["kommuner/huddinge/"]) == letter_on(pages()["kommuner/huddinge/"])
