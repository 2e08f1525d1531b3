"""What is shown when someone shares a page."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from PIL import Image, ImageColor

from exempelbank.problems import Problems
from exempelbank.settings import Look, load_settings
from exempelbank.site.site import Page
from exempelbank.site.social_card import Inks, plan_social_cards
from tests.builders import PROJECT

PAGES = [
    Page("", "Exempelbanken", ""),
    Page("larande-exempel/", "Lärande exempel", ""),
    Page("larande-exempel/bildstod/", "Bildstöd", ""),
    Page("larande-exempel/bildstod/apt/", "Ta med till arbetsplatsträffen", ""),
    Page("fokusomraden/", "Fokusområden", ""),
    Page("fokusomraden/psykisk-halsa/", "Psykisk hälsa", ""),
    Page("personuppgifter/", "Personuppgifter", ""),
]


def cards(wanted="sections", pages=PAGES):
    settings = load_settings(PROJECT, Problems())
    organisation = settings.organisation.model_copy(update={"picture_cards": wanted})
    return plan_social_cards(pages, replace(settings, organisation=organisation))


def test_sections_and_focus_areas_have_a_picture_each():
    assert set(cards().shown) == {
        "",
        "larande-exempel/",
        "fokusomraden/",
        "fokusomraden/psykisk-halsa/",
    }


def test_examples_have_their_own_when_asked_for():
    assert "larande-exempel/bildstod/" in cards("examples").shown
    assert "larande-exempel/bildstod/apt/" not in cards("examples").shown


def test_a_picture_says_how_large_it_is_and_what_can_be_read_in_it():
    head = cards(pages=[Page("", "Start", ""), Page("natverk/", "Nätverk & träffar", "")])
    said = dict(re.findall(r'"og:image([:a-z]*)" content="([^"]*)"', head.head("natverk/ips/")))

    assert said.pop("").endswith(head.shown["natverk/"].address)
    assert said == {
        ":width": "1200",
        ":height": "630",
        ":alt": "Nätverk &amp; träffar – Exempelbanken · Forum Carpe i Stockholms län",
    }


def test_a_picture_shows_all_colours_of_the_leaves_and_weighs_little():
    (make,) = cards(
        pages=[Page("", "Bildstöd i morgonmötet gav en lugnare start på dagen", "")]
    ).files.values()
    raw = make()
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    common = {colour for count, colour in picture.getcolors(10_000) if count > 3_000}

    inks = Inks.of(Look())
    assert {ImageColor.getrgb(one) for one in (inks.ground, inks.title, *inks.leaves)} <= common
    assert len(raw) < 50_000


def test_none_are_made_when_none_are_wanted():
    none = cards("none")

    assert none.files == {}
    assert none.head("larande-exempel/") == ""


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("larande-exempel/bildstod/apt/", "larande-exempel/"),
        ("personuppgifter/", ""),
        ("404.html", ""),
    ],
)
def test_a_page_without_one_shows_that_of_the_page_above(address, above):
    made = cards()

    assert made.head(address) == made.head(above) != ""


def test_a_picture_has_the_size_that_is_asked_for_and_takes_any_title():
    long = " ".join(["Delaktighetsmodellskonferensutvärdering"] * 8)
    made = cards(pages=[Page("", long, ""), Page("natverk/", "", "")])

    for make in made.files.values():
        assert Image.open(io.BytesIO(make())).size == (1200, 630)


def test_the_same_title_gives_the_same_bytes_under_the_same_name():
    first, again = cards().files, cards().files

    assert first.keys() == again.keys()
    assert [make() for make in first.values()] == [make() for make in again.values()]


def test_another_title_gives_another_name():
    assert cards(pages=[Page("", "Ett", "")]).shown != cards(pages=[Page("", "Annat", "")]).shown
