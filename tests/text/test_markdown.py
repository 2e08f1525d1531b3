"""What strangers send, and what ordinary people send, through the one door to HTML."""

from __future__ import annotations

import re
import time
from html import escape
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exempelbank.i18n import speech_kept, use_language
from exempelbank.text import markdown
from exempelbank.text.characters import REFUSED
from exempelbank.text.links import safe_address
from exempelbank.text.markdown import html_from


def text_of(html: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", html)).strip()


# ---- What ordinary people write ----


@pytest.mark.parametrize(
    "text",
    [
        "5 % < 10 % och 10 > 5",
        "C# och F#",
        "@home på torsdag",
        "A & B & C",
        "Hon sa ”nu vet jag”, och 'så blev det'",
        "🙂 Ärligt talat: éàü ß æ ø",
        "funktionsnedsättningskonsulentutbildning",
        "{{ 7*7 }} {% include 'x' %} ${{ secrets }}",
        "(a) [b] 2 * 3 * 4 = 24",
        "snake_case_ord och 50 %_20",
        "www.example.se och namn@example.se",
    ],
)
def test_ordinary_text_comes_out_as_it_went_in(text):
    assert text_of(html_from(text, headings=False)) == text


def test_code_comes_out_as_it_went_in():
    html = html_from("`<b> & #` och\n\n```\n# rubrik\n---\n<script>\n```", headings=False)

    assert "<code>&lt;b&gt; &amp; #</code>" in html
    assert "<pre><code># rubrik\n---\n&lt;script&gt;\n</code></pre>" in html


def test_lists_quotes_emphasis_and_tables_are_kept():
    html = html_from(
        "- ett\n- två\n\n3. tre\n\n> citat\n\n**fet** *lutad*\n\n|a|b|\n|-|:-:|\n|1|2|"
    )

    for element in (
        "<ul>",
        "<li>ett</li>",
        '<ol start="3">',
        "<blockquote>",
        "<strong>fet</strong>",
        "<em>lutad</em>",
        "<th>a</th>",
        "<td>2</td>",
    ):
        assert element in html


def test_lines_stay_lines_when_asked():
    assert "ett<br>\ntvå" in html_from("ett\ntvå", line_breaks=True)
    assert "<br>" not in html_from("ett\ntvå")


# ---- An answer can't divide the page ----


@pytest.mark.parametrize(
    "line",
    [
        "# Ett",
        "## Resultat",
        "###### sex",
        "#",
        "---",
        "***",
        "___",
        "- - -",
        "===",
        "  ## Resultat",
        "> # i citat",
        "- # i lista",
    ],
)
def test_a_line_that_looks_like_a_divider_stays_text(line):
    html = html_from(f"före\n\n{line}\n\nefter", headings=False)

    assert not re.search(r"<(h\d|hr)", html)
    assert line.strip(" >").removeprefix("- #").strip() in text_of(html)


@pytest.mark.parametrize("line", ["===", "---", "======"])
def test_a_line_below_a_text_does_not_make_it_a_heading(line):
    html = html_from(f"en rad\n{line}", headings=False)

    assert "<h" not in html
    assert text_of(html) == f"en rad\n{line}"


def test_a_fence_that_never_ends_hides_nothing():
    html = html_from("```\n# a\n\n## b", headings=False)

    assert "# a" in html
    assert "## b" in html


def test_our_own_pages_have_headings_below_the_title():
    assert html_from("# Ett\n\n## Två") == "<h2>Ett</h2>\n<h2>Två</h2>\n"


# ---- What strangers send ----

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <svg/onload=alert(1)> text",
    "<style>*{display:none}</style>",
    '<form action="https://x.example"><input name=q><button>',
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "</section></main></body><h1>Övertaget",
    "<!-- dolt --><b onmouseover=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/)",
    "[x](http://example.se/)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](https://evil.example/pixel.gif)",
    '[x](https://a.example "onmouseover=alert(1)")',
    "{: onclick=alert(1) }",
    '--8<-- "mkdocs.yml"',
    "[TOC]\n\n!!! note\n    x",
    "- [ ] uppgift\n- [x] klar",
    "[^1]\n\n[^1]: fot",
]


@pytest.mark.parametrize("headings", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_harmless_elements_comes_through(text, headings):
    html = html_from(text, headings=headings)

    elements = set(re.findall(r"</?([a-z0-9]+)", html))
    attributes = set(re.findall(r"\s([a-z-]+)=", " ".join(re.findall(r"<[^>]*>", html))))
    assert elements <= {"p", "a", "b", "em", "strong", "code", "pre", "ul", "ol", "li", "h2", "br"}
    assert attributes <= {"href", "rel"}
    assert "javascript:" not in " ".join(re.findall(r'href="[^"]*"', html)).lower()


def test_raw_html_comes_out_as_the_text_it_was():
    assert text_of(html_from("en <b>fet</b> rad", headings=False)) == "en <b>fet</b> rad"


@pytest.mark.parametrize("written", ["&#x202e;", "&#8238;", "&#27;", "&#X9B;", "&#xfffe;"])
def test_a_hidden_character_written_as_a_reference_does_not_come_through(written):
    markdown_text = (
        f"a{written}b [c{written}](https://a.example/ 'd{written}') `{written}` &#229; &zwj;"
    )

    html = html_from(markdown_text)

    assert not REFUSED.search(html)
    assert "ab" in html
    assert f"<code>{escape(written)}</code>" in html, "code tells what was written"
    assert "å \u200d" in html, "and what may be written may be written so"


def test_a_picture_becomes_its_alt_text():
    html = html_from('före ![en <katt> & "hund"](https://x.example/p.gif) efter')

    assert "<img" not in html
    assert text_of(html) == 'före en <katt> & "hund" efter'


def test_a_link_says_that_a_stranger_wrote_it():
    html = html_from("[läs](https://example.se/a?b=1&c=2)", headings=False)

    assert (
        html
        == '<p><a href="https://example.se/a?b=1&amp;c=2" rel="nofollow ugc noopener">läs</a></p>\n'
    )


@pytest.mark.parametrize("headings", [True, False])
def test_a_text_may_link_within_the_site(headings):
    assert 'href="/kalendarium/"' in html_from("[x](/kalendarium/)", headings=headings)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.se/",
        "https://example.se:8443/a/b?c=d&e=%C3%A5#f",
        "https://example.se//a",
        "mailto:namn@example.se",
        "tel:+46846500400",
    ],
)
def test_good_addresses_come_out_as_they_went_in(address):
    assert safe_address(address) == address


def test_an_address_is_written_out_so_that_every_letter_shows():
    assert safe_address("https://exämple.se/hälsa x") == "https://xn--exmple-cua.se/h%C3%A4lsa%20x"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.se/",
        "javascript:alert(1)",
        "java\nscript:x",
        "data:text/html,x",
        "//example.se",
        "https://user:pass@example.se/",
        "https://user@example.se/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.8:80/",
        "https://router.local/",
        "https://ex\u202eample.se/",
        "https://example.se\\@evil.example/",
        "https://",
        "https:/x",
        "https://example.se:port/",
        "mailto:",
        "x",
        "",
        " ",
        "https://\x00example.se/",
    ],
)
def test_other_addresses_are_refused(address):
    assert safe_address(address) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "- ",
        "> ",
        "- a\n",
        "[",
        "![",
        "[a](",
        "*",
        "_a",
        "`",
        "<",
        "&",
        "|",
        "#",
        "~",
        "\\",
        "a_*",
        "](",
        "<!--",
        "[a]: x\n",
        "1) ",
        "* > ",
    ],
)
def test_no_text_takes_longer_than_its_length(pattern):
    text = pattern * (60_000 // len(pattern)) + "x"
    began = time.process_time()
    html_from(text, headings=False)

    assert time.process_time() - began < 1


_PIECES = (
    "ord ", "\n", "\n\n", "- ", "3. ", "1) ", "> ", "    ", "`", "```\n", "*", "**", "_", "__",
    "# ", "---", "<", ">", "&", "&amp;", "&nbsp;", "&#0;", '"', "'", "\\", "\t", "\r", "\0", "\xa0",
    "\ufeff", "\x0c", "\x85", "|a|b|\n|-|-|\n|1|2|", "[x](https://a.se)", "![x](y)", "<b>", "</p>",
    "<pre>", "<br />", "<!--", "  \n",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)), st.booleans(), st.booleans())
def test_the_sanitiser_would_change_nothing_in_what_it_is_spared(pieces, line_breaks, headings):
    text = "".join(pieces)
    with patch.object(markdown, "_is_plain", lambda _html: False):
        sanitised = html_from(text, line_breaks=line_breaks, headings=headings)

    assert html_from(text, line_breaks=line_breaks, headings=headings) == sanitised


def test_what_an_organisation_calls_a_table_stays_in_its_attribute():
    with speech_kept():
        use_language("sv", own_texts={("", "Table"): 'Vår "tabell" onfocus="x'})
        html = markdown.with_scrollable_tables("<table></table>")

    assert 'aria-label="Vår &quot;tabell&quot; onfocus=&quot;x">' in html
