"""A link from the root in a text gets the folder that the site lives in, in every kind of record
and in everything that is made of its text.

Source: reports of sites that were moved into a folder, after which links written by hand led out of
them (static site generators and their themes, several of them).
"""

from __future__ import annotations

import re

import pytest

from exempelbank.catalogue.text_links import TextLinks
from exempelbank.markdown_pages import MarkdownPage, PageFrontMatter
from exempelbank.model.content import Initiative, Tip
from exempelbank.model.example import Section
from exempelbank.site.draft import draft_page
from exempelbank.site.markdown_page import page_from_markdown
from exempelbank.site.pages import (
    event,
    example,
    example_sheet,
    focus_areas,
    initiatives,
    networks,
    news,
    tips,
)
from exempelbank.site.rendering.environment import environment
from exempelbank.text.links import Links
from tests.builders import TODAY, WHOLE, a_submission
from tests.feeds import builders as feeds
from tests.feeds.builders import a_catalogue, an_example, feeds_of
from tests.site.pages.builders import pages_of, the_settings

SETTINGS = the_settings().at("https://kommunen.example/exempelbank/")
TEXT = "Läs [exemplet](/larande-exempel/bildstod/)."
LED_TO = '<a href="/exempelbank/larande-exempel/bildstod/" rel="nofollow ugc noopener">exemplet</a>'


def page_of(module, address, *records):
    return pages_of(module, of=a_catalogue(*records), settings=SETTINGS)[address].html


def test_a_news_item_leads_to_an_example_within_the_folder():
    assert LED_TO in page_of(news, "nyheter/nytt/", feeds.news(text=TEXT))


OTHER_KINDS = [
    (event, "kalendarium/traff/", feeds.event(text=TEXT)),
    (focus_areas, "fokusomraden/psykisk-halsa/", feeds.AREA.model_copy(update={"text": TEXT})),
    (networks, "natverk/ips/", feeds.NETWORK.model_copy(update={"text": TEXT})),
    (tips, "tips-och-metoder/prova/", Tip(id="prova", title="Prova", text=TEXT)),
    (
        initiatives,
        "insatser/fler/",
        Initiative(id="fler", title="Fler", status="pagar", text=TEXT),
    ),
]


@pytest.mark.parametrize(("module", "address", "record"), OTHER_KINDS)
def test_so_does_every_kind_of_record(module, address, record):
    catalogue = a_catalogue()
    others = tuple(one for one in catalogue.content if one.id != record.id)
    whole = type(catalogue)(content=(*others, record))

    assert LED_TO in pages_of(module, of=whole, settings=SETTINGS)[address].html


@pytest.mark.parametrize(
    ("module", "address"),
    [(example, "larande-exempel/x/"), (example_sheet, "larande-exempel/x/apt/")],
)
def test_so_do_the_sections_of_an_example_and_its_sheet(module, address):
    sections = {**WHOLE["sections"], Section.ADVICE: TEXT}

    assert LED_TO in page_of(module, address, an_example("x", sections=sections))


@pytest.mark.parametrize("feed", ["rss.xml", "atom.xml", "feed.json"])
def test_a_feed_leads_there_with_the_name_of_the_site(feed):
    files = feeds_of(a_catalogue(feeds.news(text=TEXT)), SETTINGS, TODAY)

    led_to = "https://kommunen.example/exempelbank/larande-exempel/bildstod/"
    assert led_to in files[f"nyheter/{feed}"].decode()


def test_so_does_a_preview_which_lies_outside_the_site():
    sections = {**WHOLE["sections"], Section.ADVICE: f"{TEXT} [Se ovan](#resultat)."}
    html = draft_page(a_submission(sections=sections), a_catalogue(), SETTINGS, TODAY)

    assert 'href="https://kommunen.example/exempelbank/larande-exempel/bildstod/" rel=' in html
    assert 'href="#resultat" rel=' in html
    assert not re.search(r"<a\b(?![^>]* href=)", html)


@pytest.mark.parametrize(
    ("written", "as_printed"),
    [
        ('<a href="/nyheter/">x</a>', '<a href="/exempelbank/nyheter/">x</a>'),
        ("<a class='b' href='/om/'>x</a>", '<a class="b" href="/exempelbank/om/">x</a>'),
        ("<a href=/om/>x</a>", '<a href="/exempelbank/om/">x</a>'),
        ('<a href="">x</a>', "x"),
        ("<video poster='/om/b.png'>", '<video poster="/exempelbank/om/b.png"></video>'),
        ('<a href="../larande-exempel/x">x</a>', '<a href="/exempelbank/larande-exempel/x/">x</a>'),
        ('<a href="../bilaga.pdf">x</a>', '<a href="../bilaga.pdf">x</a>'),
        ('<a href="finns-inte/">x</a>', "x"),
        ('<a href="#mer">x</a>', '<a href="#mer">x</a>'),
        ('<a href="http://example.se/">x</a>', '<a href="http://example.se/">x</a>'),
        ('<a href="javascript:x()"><b>x</b></a>', "<b>x</b>"),
        ('<a id="mer"></a>', '<a id="mer"></a>'),
        ('<img src="/om/karta.png" alt="">', '<img src="/exempelbank/om/karta.png" alt="">'),
    ],
)
def test_so_does_a_page_written_by_hand(written, as_printed):
    page = MarkdownPage("om/", PageFrontMatter(title="Om"), "", "content/pages/om/index.md")
    names = TextLinks(a_catalogue(an_example("x")), SETTINGS).names
    links = Links("/exempelbank/", "om/", "content/pages/om", lambda: names)
    html = page_from_markdown(page, written, links, {}, environment(SETTINGS)).html

    assert f'<div class="eb-prose md-typeset">\n{as_printed}\n' in html


@pytest.mark.parametrize(
    ("written", "led_to"),
    [
        ("/", "/exempelbank/"),
        ("/nyheter", "/exempelbank/nyheter/"),
        (
            "/larande-exempel/?kommun=huddinge#lista",
            "/exempelbank/larande-exempel/?kommun=huddinge#lista",
        ),
        ("/data/exempel.csv", "/exempelbank/data/exempel.csv"),
        ("/../../nyheter/", "/exempelbank/nyheter/"),
        ("/larande-exempel/h%C3%A4lsa/", "/exempelbank/larande-exempel/h%C3%A4lsa/"),
    ],
)
def test_whatever_it_leads_to_is_within_the_folder(written, led_to):
    html = page_of(news, "nyheter/nytt/", feeds.news(text=f"[dit]({written})"))

    assert f'<a href="{led_to}" rel="nofollow ugc noopener">dit</a>' in html
