"""HTML that a page may show -> the same as CommonMark: nothing is lost, and no text comes alive."""

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from exempelbank.markdown_export.commonmark import commonmark_from
from exempelbank.text.markdown import html_from


def as_written(html):
    return commonmark_from(html, lambda address: address)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Ett <em>viktigt</em> <strong>ord</strong></p>", "Ett *viktigt* **ord**"),
        ("<p>Ett<strong> ord </strong>till</p>", "Ett **ord** till"),
        ("<h2>Så gjorde vi</h2><p>Vi provade.</p>", "## Så gjorde vi\n\nVi provade."),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ('<ol start="3"><li><p>a</p><p>b</p></li></ol>', "3. a\n\n   b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<p>en rad<br>\nen till</p>", "en rad\\\nen till"),
        ("<pre><code>x = `1`\n</code></pre>", "```\nx = `1`\n```"),
        ('<p><a href="/om/a (b)/">om</a></p>', "[om](/om/a%20%28b%29/)"),
        ('<p><img src="/a.jpg" alt="en bild"></p>', "![en bild](/a.jpg)"),
        (
            "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td>1|2</td><td></td></tr></tbody></table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 |  |",
        ),
        ('<div class="admonition"><p>Obs</p><p>Läs</p></div>', "Obs\n\nLäs"),
        ("<p>a</p><p hidden>b</p><svg><path/></svg>", "a"),
        ("<hr>", "***"),
        ("", ""),
    ],
)
def test_what_a_page_shows_is_written_as_commonmark(html, markdown):
    assert as_written(html).removesuffix("\n") == markdown


def test_a_link_that_leads_nowhere_is_its_words():
    assert commonmark_from('<a href="FC-2026-001">ett annat</a>', lambda _: "") == "ett annat\n"


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "{{< readfile x >}}", "{{ site.title }}", "{% include x %}"],
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<p><code>{}</code></p>", "<pre>{}</pre>"])
def test_no_text_is_run_by_what_reads_it(text, around):
    written = as_written(around.format(escape(text)))

    assert not re.search(r"\{[{%]", written)
    assert not re.search(r"(?<!\\)<", re.sub(r"`[^`]+`", "", written))


def words_in(html):
    return " ".join(unescape(re.sub(r"<br ?/?>", " ", re.sub(r"</?p>", " ", html))).split())


@given(st.text(st.sampled_from("ab1 .)#*_-+=>`~[]()!<&|{%\\:\"'åé"), max_size=40))
@hypothesis_settings(max_examples=150, deadline=None)
def test_any_text_is_the_same_text_when_it_is_read_again(text):
    written = as_written(f"<p>{escape(text)}</p>")

    assert words_in(html_from(written)) == " ".join(text.split())
