"""A page follows a link however it is written, if it can; otherwise the page shows the words alone,
and `check` says on which line, and how to write it. The same with other things that a text may
hold and a page may not.

Source: reports of news lists and training pages where links written from the folder of the file
came out dead, or as words in the colour of a link.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exempelbank.catalogue.text_links import TextLinks
from exempelbank.checks import check_record
from exempelbank.checks.texts import check_texts
from exempelbank.i18n import _
from exempelbank.model.example import Section
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.rules.page_names import PageSource
from exempelbank.text.links import is_internal
from exempelbank.text.markdown import html_from
from exempelbank.text.markdown_reading import links_in
from tests.builders import WHOLE, a_published
from tests.feeds.builders import a_catalogue, a_hidden, an_example, news
from tests.site.pages.builders import the_settings

ITEM = news("lankprov")
CATALOGUE = a_catalogue(
    an_example("tandborstning", id="FC-2026-001"),
    a_hidden("pausad", id="FC-2026-002", review={"state": "paused"}),
    news("annan-nyhet"),
    ITEM,
)
BY_HAND = (
    PageSource("om/", "content/pages/om/index.md"),
    PageSource("om/kontakt/", "content/pages/om/kontakt.md"),
)
LINKS = TextLinks(replace(CATALOGUE, pages_by_hand=BY_HAND), the_settings()).of(ITEM)


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
        ("/nyheter/annan-nyhet.md", "/nyheter/annan-nyhet/"),
        ("/om/index.md", "/om/"),
        ("../pages/om/kontakt.md", "/om/kontakt/"),
        ("../../om/kontakt", "/om/kontakt/"),
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Obs]: viktigt", "<p>[Obs]: viktigt</p>\n"),
        (
            "Ett.\n\n[Källa]: https://example.se",
            "<p>Ett.</p>\n<p>[Källa]: https://example.se</p>\n",
        ),
        ("- [Kontakt]:\n  kansliet", "<ul>\n<li>[Kontakt]:\nkansliet</li>\n</ul>\n"),
        ("    [a]: kod", "<pre><code>[a]: kod\n</code></pre>\n"),
    ],
)
def test_what_defines_a_link_that_nobody_wrote_is_shown(text, shown):
    assert html_from(text) == shown


def test_of_two_definitions_of_a_link_the_second_is_shown():
    html = html_from("[se][A]\n\n[a]: /nyheter/\n[A]: /natverk/", LINKS)

    assert 'href="/nyheter/"' in html
    assert "<p>[A]: /natverk/</p>" in html


# ---- What check says ----


def told_of(text):
    """(line, what is said, what to do) of a news item with this text."""
    record = ITEM.model_copy(update={"text": text})
    document = document_of(record, "content/news/lankprov.md")
    return [
        (one.location.line - document.body_line - 1, one.says, one.fix)
        for one in check_texts(document, record, the_settings())
    ]


NOT_FOLLOWED = "the link to {address} is not followed: only its words are shown"


def test_a_link_that_no_page_follows_is_told_of_on_its_line_with_how_to_write_it():
    ((line, says, fix),) = told_of("Först.\n\nLäs\n[mer](http://example.se/a).")

    assert line == 3
    assert says == _(NOT_FOLLOWED).format(address="http://example.se/a")
    assert "https://example.se/a" in fix


@pytest.mark.parametrize(
    ("text", "words", "remedy"),
    [
        ("[x](www.example.se/a)", NOT_FOLLOWED, "https://www.example.se/a"),
        ("[x](//example.se)", NOT_FOLLOWED, "https://example.se"),
        ("<http://example.se/>", NOT_FOLLOWED, "https://example.se/"),
        ("[x][y]\n\n[y]: http://example.se/", NOT_FOLLOWED, "https://example.se/"),
        ("[x](javascript:alert)", NOT_FOLLOWED, "/larande-exempel/"),
        ("[x](ftp://example.se)", NOT_FOLLOWED, "mailto:"),
        ("[x](https://localhost/)", NOT_FOLLOWED, "/larande-exempel/"),
        ("[x](C:/Users/a.docx)", NOT_FOLLOWED, "/larande-exempel/"),
        ("[x](eva.ek@example.se)", NOT_FOLLOWED, "mailto:"),
        ("[x]()", "a link has no address: only its words are shown", "("),
        (
            '[x](https://a.example "mer")',
            "the words in quotation marks after the address of a link are not shown",
            "",
        ),
        ("![x](y.png)", "the picture {file} is not shown, only its description", "image:"),
        ("en <b>fet</b> rad", "<{tag}> is shown as it is written", "**"),
        ("<br>", "<{tag}> is shown as it is written", "**"),
        ("<!-- kom ihåg -->", "what stands between <!-- and --> is shown to readers", ""),
    ],
)
def test_so_is_whatever_a_page_does_not_show_as_it_was_meant(text, words, remedy):
    ((line, says, fix),) = told_of(f"Först.\n\n- {text}".replace("\n\n[y]", "\n\n  [y]"))

    assert line == 2
    assert says.startswith(_(words).partition("{")[0])
    assert remedy in fix


@pytest.mark.parametrize(
    "text",
    [
        "5 % < 10 %, C# <namn> & `<b>` \\<i>",
        "    <b>kod</b>",
        "https://example.se och www.example.se och namn@example.se",
        "[x](https://example.se) <https://example.se> <kansli@example.se> [y](tel:+46846500400)",
        "[inom](annan-nyhet) [a](/nyheter/) [b](#c)",
        "[ ] uppgift och [hakparentes]",
    ],
)
def test_of_the_rest_nothing_is_said(text):
    assert told_of(text) == []


def test_the_sections_of_an_example_are_looked_at_too_but_not_of_a_hidden_one():
    sections = {**WHOLE["sections"], Section.RESULTS: "Ett.\n\n![x](y.png)"}
    shown = a_published(sections=sections)
    withdrawn = a_published(sections=sections, review={"state": "withdrawn"})
    document = document_of(shown, "content/examples/x.md")
    of_shown, of_withdrawn = Problems(), Problems()
    check_record(document, shown, the_settings(), of_shown)
    check_record(document, withdrawn, the_settings(), of_withdrawn)

    (problem,) = of_shown
    assert document.text.splitlines()[problem.location.line - 1] == "![x](y.png)"
    assert problem.location.label == Section.RESULTS.heading
    assert not of_withdrawn.found


def test_a_message_shows_nobody():
    said = str(told_of("[x](eva.ek@example.se) [y](http://x.example/19121212-1212)"))

    assert not any(sign in said for sign in ("eva", "1212"))


# ---- Whatever is written ----

_ADDRESSES = st.one_of(
    st.sampled_from(
        ["/", "//", "/nyheter/", "../", "./", "#", "?", "https://", "http://", "mailto:", "www.",
         "annan-nyhet", "FC-2026-001", ".md", "@", ".se", "javascript:", "%5c", "%2f", "å", ":80"]
    ),
    st.text(max_size=4),
)  # fmt: skip


@example("https://www.%5c", "", True)  # a host that no cleaner of HTML takes
@given(st.lists(_ADDRESSES, max_size=6).map("".join), st.text(max_size=5), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_link_without_an_address_whatever_is_written(address, words, headings):
    for text in (f"[{words}](<{address}>)", f"[{words}]({address})", f"<{address}>"):
        html = html_from(text, LINKS, headings=headings)
        followed = re.findall(r'<a href="(?:/(?!/)|https://|mailto:|tel:)[^"]*"', html)

        assert len(followed) == html.count("<a") == html.count("</a>")
        for link in links_in(text):
            looked_up = is_internal(link.address)  # see test_dead_links
            assert followed or link.is_picture or looked_up or told_of(text)
