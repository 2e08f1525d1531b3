"""A page follows a link however it is written, if it can; otherwise the page shows the words alone,
and `check` says on which line, and how to write it. The same with other things that a text may
hold and a page may not.

Source: reports of news lists and training pages where links written from the folder of the file
came out dead, or as words in the colour of a link.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.catalogue.text_links import TextLinks
from exempelbank.text.markdown import html_from
from tests.feeds.builders import a_catalogue, a_hidden, an_example, news
from tests.site.pages.builders import the_settings

ITEM = news("lankprov")
LINKS = TextLinks(
    a_catalogue(
        an_example("tandborstning", id="FC-2026-001"),
        a_hidden("pausad", id="FC-2026-002", review={"state": "paused"}),
        news("annan-nyhet"),
        ITEM,
    ),
    the_settings(),
).of(ITEM)


def led_to(written):
    """Where a link of the news item leads; None when only its words are shown."""
    html = html_from(f"[ord]({written})", LINKS)
    found = re.fullmatch(r'<p>(?:<a href="([^"]+)"[^>]*>ord</a>|ord)</p>\n', html)
    assert found, html
    return found[1]


def test_a_link_from_the_folder_of_the_file_leads_to_the_example():
    assert led_to("../larande-exempel/tandborstning/") == "/larande-exempel/tandborstning/"
    assert led_to("bildstod") is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        # as a browser reads it, from the address of the page
        ("../annan-nyhet/", "/nyheter/annan-nyhet/"),
        ("../../larande-exempel/tandborstning", "/larande-exempel/tandborstning/"),
        ("../?ar=2026", "/nyheter/?ar=2026"),
        ("#lista", "/nyheter/lankprov/#lista"),
        # from the folder of the page
        ("annan-nyhet", "/nyheter/annan-nyhet/"),
        ("./annan-nyhet/#mer", "/nyheter/annan-nyhet/#mer"),
        # from the root, without the first stroke
        ("larande-exempel/tandborstning/", "/larande-exempel/tandborstning/"),
        ("kommuner/huddinge", "/kommuner/huddinge/"),
        # by the name of the file
        ("annan-nyhet.md", "/nyheter/annan-nyhet/"),
        ("../examples/tandborstning.md", "/larande-exempel/tandborstning/"),
        ("content/networks/ips.md", "/natverk/ips/"),
        ("annan-nyhet.html", "/nyheter/annan-nyhet/"),
        ("../annan-nyhet/index.html", "/nyheter/annan-nyhet/"),
        # by the id of an example, also of one that is paused: its address answers
        ("FC-2026-001", "/larande-exempel/tandborstning/"),
        ("fc-2026-001.md", "/larande-exempel/tandborstning/"),
        ("../../submissions/FC-2026-002.md", "/larande-exempel/pausad/"),
        # from the root
        ("/nyheter/annan-nyhet/index.html", "/nyheter/annan-nyhet/"),
        ("</nyheter/annan nyhet/>", "/nyheter/annan%20nyhet/"),
        # out of the site
        ("https://example.se/a b", None),
        ("<https://example.se/a b>", "https://example.se/a%20b"),
        ("mailto:kansli@example.se", "mailto:kansli@example.se"),
        ("tel:+46846500400", "tel:+46846500400"),
    ],
)
def test_a_link_that_can_be_followed_is(written, address):
    if address is None:
        assert html_from(f"[ord]({written})", LINKS) == f"<p>[ord]({written})</p>\n"
    else:
        assert led_to(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "finns-inte",
        "../finns-inte/",
        "finns-inte.md",
        "FC-2026-999",
        "www.example.se",
        "//example.se/x",
        "///example.se/x",
        "http://example.se/",
        "ftp://example.se/",
        "javascript:alert",
        "data:text/html,x",
        "kansli@example.se",
        "https://user@example.se/",
        "https://localhost/",
        "C:/Users/x.docx",
        "",
    ],
)
def test_of_a_link_that_is_not_followed_only_the_words_are_shown(written):
    assert led_to(written) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[läs][a]\n\n[a]: annan-nyhet", "läs"),
        ("[a]\n\n[a]: annan-nyhet 'titel'", "a"),
        ("<https://example.se/>", "https://example.se/"),
        ("[![en katt](katt.png)](annan-nyhet)", "en katt"),
        ("[**fet** och `kod`](annan-nyhet)", "<strong>fet</strong> och <code>kod</code>"),
        ("[](annan-nyhet)", "annan-nyhet"),
        ("[två\nrader](annan-nyhet)", "två\nrader"),
    ],
)
def test_a_link_is_followed_whatever_its_form_and_its_words(text, shown):
    assert re.search(rf'<a href="[^"]+" rel="[^"]*">{re.escape(shown)}</a>', html_from(text, LINKS))


@pytest.mark.parametrize("headings", [True, False])
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_a_heading_of_any_level_stands_by_itself(level, headings):
    html = html_from(f"före\n\n{'#' * level} Rubrik\n\nefter", headings=headings)

    assert re.search(r"<(h[234]|p)>(#+ )?Rubrik</\1>", html)


_ADDRESSES = st.one_of(
    st.sampled_from(
        ["/", "//", "/nyheter/", "../", "./", "#", "?", "https://", "http://", "mailto:", "www.",
         "annan-nyhet", "FC-2026-001", ".md", "@", ".se", "javascript:", "%5c", "%2f", "å", ":80"]
    ),
    st.text(max_size=4),
)  # fmt: skip


@given(st.lists(_ADDRESSES, max_size=6).map("".join), st.text(max_size=5), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_link_without_an_address_whatever_is_written(address, words, headings):
    for text in (f"[{words}](<{address}>)", f"[{words}]({address})", f"<{address}>"):
        html = html_from(text, LINKS, headings=headings)
        followed = re.findall(r'<a href="(?:/(?!/)|https://|mailto:|tel:)[^"]*"', html)

        assert len(followed) == html.count("<a") == html.count("</a>")
