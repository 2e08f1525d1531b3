"""What someone wrote for a link, bold words or a heading, and no page reads as such, is shown with
its marks: `check` says so, with the line and how to write it. In texts, in facts, in the settings
and on pages written by hand.

Source: a link to an address with a space in it stood on a page with its brackets, and nobody was
told.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.checks.page import check_page_text
from exempelbank.checks.texts import check_texts
from exempelbank.documents import document_from
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.review.project_checks.texts_outside_records import check_texts_outside_records
from exempelbank.text.markdown import html_from
from exempelbank.text.unread_marks import unread_links_in
from tests.builders import sample_settings
from tests.feeds.builders import news
from tests.review.builders import write

NO_LINK = "brackets that make no link are shown as they are written"
NO_HEADING = "## with no space after it is shown as it is written"
AS_WRITTEN = "{marks} is shown as it is written here"


def said_of(**given):
    """(field or line of the text, what is said) of a news item."""
    record = news("nytt", **given)
    document = document_of(record, "content/news/nytt.md")
    return [
        (one.location.label or one.location.line - document.body_line - 1, one.says)
        for one in check_texts(document, record, sample_settings())
    ]


@pytest.mark.parametrize(
    "written",
    [
        "[x](a b)",
        "[blanketten](/om/ny blankett.pdf)",
        "[rapporten](https://example.se/a b), sidan 2",
        "[se] (/nyheter/)",
        "[se sidan]  (https://example.se)",
        "(se sidan)[/nyheter/]",
        "[se](/nyheter/",
        "**[se](/ny sida/)**",
    ],
)
def test_a_link_that_is_none_is_told_of_on_its_line(written):
    assert said_of(text=f"Först.\n\nLäs\n{written}.") == [(3, _(NO_LINK))]
    assert "<a" not in html_from(written)


@pytest.mark.parametrize("written", ["##Rubrik", "Ett.\n\n###Så gick det"])
def test_so_is_a_heading_that_is_none(written):
    assert said_of(text=written) == [(written.count("\n"), _(NO_HEADING))]


@pytest.mark.parametrize(
    ("facts", "field", "marks"),
    [
        ({"summary": "Läs [mer](/nyheter/)."}, "summary", "[…](…)"),
        ({"title": "En **stor** nyhet"}, "title", "**…**"),
        ({"summary": "Läs <b>mer</b>."}, "summary", "<…>"),
        ({"links": [{"title": "<em>Se</em>", "url": "https://x.example"}]}, "links.1.title", "<…>"),
    ],
)
def test_so_are_marks_in_facts_that_are_shown_as_they_are_written(facts, field, marks):
    assert said_of(**facts) == [(field, _(AS_WRITTEN).format(marks=marks))]


def test_and_in_the_settings(tmp_path):
    write(tmp_path, "site_config/about.yml", "roles:\n- name: X\n  about: Se [a](/nyheter/).\n")
    found = Problems()
    check_texts_outside_records(tmp_path, found)

    (problem,) = found
    assert problem.location.line == 3
    assert problem.says == _(AS_WRITTEN).format(marks="[…](…)")


def test_on_a_page_by_hand_an_address_may_hold_a_space_but_not_stand_apart():
    spaces = "[a](Ny sida.md) [b](<Ny sida.md>) [pdf](plan (1).pdf)"
    text = f"{spaces}\n\n[c] (ny.md)\n\n    [d] (annan.md)\n"
    page = document_from("content/pages/x.md", f"---\ntitle: X\ndescription: a **b**\n---\n{text}")

    assert [(one.location.line, one.says) for one in check_page_text(page)] == [
        (7, _(NO_LINK)),
        (3, _(AS_WRITTEN).format(marks="**…**")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](/a/) [y](</a b/>) [v][w]\n\n[w]: /a/",
        "[Obs] (viktigt) (se ovan)[1] [1] (s. 3) f(x)[0] [ ] (kanske) [1] (https://a.example)",
        "\\[x](a b) och `[x](a b)`",
        "```\n[x](a b)\n##x\n```",
        "#kunskap och #stöd\n#lss",
        "## Rubrik\n\n### 2024\n\n##\n\nA ##B",
        "5 * 3 ** 2, <namn>, 3 < 4 > 2",
    ],
)
def test_of_ordinary_text_nothing_is_said(text):
    assert said_of(text=text) == []
    assert said_of(summary="5 * 3 ** 2, <namn>, [1] (s. 3) och 3 < 4 > 2") == []


@given(st.lists(st.sampled_from([*"[]()`\\\nx ", "/a/"]), max_size=12).map("".join))
@settings(max_examples=50, deadline=None)
def test_what_is_told_of_is_shown(text):
    if list(unread_links_in(text)):
        assert re.search(r"[\])] *[\[(]", html_from(text))
