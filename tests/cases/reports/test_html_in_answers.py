"""HTML in an answer came in as it was, would have been published so, and nobody said a word.

Source: columns of rich text in SharePoint's lists (pnp/List-Formatting 88, 239 and 676;
SharePoint/sp-dev-docs 3075) and fields of rich text in plomino/Plomino (803).
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.text.html_words import is_html, loses_content, words_from_html
from tests.intake.builders import a_csv, a_mapping, a_project, fields, imported

SHAREPOINT = (
    '<div class="ExternalClass9F2"><p>Vi b&ouml;rjade &amp; fortsatte.</p>'
    "<ul><li>Ett</li><li>Två</li></ul></div>"
)


def test_html_becomes_its_words_with_their_paragraphs_and_lists(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": SHAREPOINT}))

    assert fields(plan)["how"] == "Vi började & fortsatte.\n\n- Ett\n- Två"
    assert plan and "HTML" in plan.planned[0].response.warnings[0]


def test_so_it_does_in_titles_lists_and_links(tmp_path: Path) -> None:
    more = {
        "lessons": {"column": "Lärdomar", "split": "lines"},
        "links": {"column": "Länkar", "split": "lines"},
    }
    answers = {
        "Rubrik": "<p>Bildst&ouml;d</p>",
        "Kommun": "Sollentuna&nbsp;<br>",
        "Lärdomar": "<ul><li>Börja smått</li><li>Fråga alla</li></ul>",
        "Länkar": '<p>Se <a href="https://a.example/x?a=1&amp;b=2">filmen</a>.</p>',
    }

    found = fields(imported(a_project(tmp_path, a_mapping(more)), a_csv(answers)))

    assert [found["title"], found["municipality"]] == ["Bildstöd", "sollentuna"]
    assert found["lessons"] == ["Börja smått", "Fråga alla"]
    assert found["links"] == [{"title": "Se filmen", "url": "https://a.example/x?a=1&b=2"}]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Rad ett<br>Rad två<br /><br/>Ny del", "Rad ett\nRad två\n\nNy del"),
        ("<div>Ett</div><div>Två</div><div><br></div><div>Ny</div>", "Ett\nTvå\n\nNy"),
        ("<ol><li>Ett<ul><li>a</li></ul></li><li><p>Två</p></li></ol>", "1. Ett\n   - a\n2. Två"),
        ("<h2>Rubrik</h2>Text<p>&nbsp;</p><p>Mer\ntext</p>", "Rubrik\n\nText\n\nMer text"),
        ("Rad ett\nRad&nbsp;<strong>två</strong>", "Rad ett\nRad två"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 | 2\n3"),
        ("Vi b&ouml;rjade &amp; slutade", "Vi började & slutade"),
        ("&lt;p&gt;Hej &amp;amp; hå&lt;/p&gt;", "Hej & hå"),
        ("<p>Skriv &lt;br&gt; f&#246;r ny rad</p>", "Skriv <br> för ny rad"),
        ('<a href="https://a.example/f_(x)">Film</a>', "[Film](https://a.example/f_%28x%29)"),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ('<a href="javascript:x()">Film</a>', "Film"),
        ("<!--[if mso]><style>p</style><![endif]--><p class=M>Hej<o:p></o:p></p>", "Hej"),
        ('<a href="/sites/plan.pdf">Planen</a>', "Planen (/sites/plan.pdf)"),
        ("<P>Skriv till <bo@kommun.example> om 2 < 3 <3</P>",
         "Skriv till <bo@kommun.example> om 2 < 3 <3"),
    ],
)  # fmt: skip
def test_each_element_becomes_what_it_looks_like(html: str, words: str) -> None:
    assert is_html(html) and words_from_html(html).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    "text",
    [
        "a < b och b > c", "Vi gillar det <3", "x<y>z", "a<b>c", "<bo@kommun.example>", "R&D; AT&T",
        "https://a.example/?a=1&copy=2&notify=3", "Skriv in <namn> här",
        "Vi skrev <script> i rutan", "<!-- inte klart",
    ],
)  # fmt: skip
def test_text_with_the_same_signs_stays_as_it_is(text: str) -> None:
    assert words_from_html(text) == text and not is_html(text)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Hej</p><script>alert(1)</script><p>du</p>", "Hej\n\ndu"),
        ('<p>Se <img src="x.jpg" alt="två kort">.</p>', "Se två kort."),
        ('<div><iframe src="https://a.example">x</iframe></div>', ""),
    ],
)
def test_what_no_words_can_be_made_of_is_taken_away_and_that_is_said(
    tmp_path: Path, html: str, words: str
) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": html}))

    assert plan and len(plan.planned[0].response.warnings) == 2
    assert words_from_html(html) == words and loses_content(html)


@pytest.mark.parametrize("text", ["Vi valde <b>själva</b>", "<script>x()</script>", "<IMG SRC=x>"])
def test_tags_without_paragraphs_may_be_written_by_hand_and_are_told_of(
    tmp_path: Path, text: str
) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": text}))

    assert fields(plan)["how"] == text
    assert plan and "HTML" in plan.planned[0].response.warnings[0]


def test_a_personal_number_divided_by_elements_is_found(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": "<p>811<b>228</b>-98<i>74</i></p>"}))

    assert plan and plan.planned[0].action == "held"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab <>&;/!-=\"'\n", max_size=30))
def test_no_word_is_lost_whatever_stands_around_it(text: str) -> None:
    html = f"<p>{escape(text)}</p>"

    assert words_from_html(html).split() == text.split()
