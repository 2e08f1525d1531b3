"""Nothing that a stranger wrote can be more than text, in the comment or on the page."""

import re
import unicodedata
from dataclasses import replace
from functools import cache

import comrak
import html5lib
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from exempelbank.model.example import Link, Section
from exempelbank.model.review import Check, LogEntry, Review, ReviewState
from exempelbank.report.markdown import LONGEST, as_comment
from exempelbank.report.page import as_page
from exempelbank.report.report import EarlierVersion
from exempelbank.report.visible_text import visible
from tests.builders import a_published, a_submission, moment
from tests.report.builders import a_report, sections_with
from tests.report.hostile import HOSTILE, ORDINARY

HARMLESS = "Ett vanligt svar"
WARNED_OF = "Ett svar <br>"  # by check, so that its report has one heading more, of our own
EVERY = {**HOSTILE, **ORDINARY}
INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
HTML = "{http://www.w3.org/1999/xhtml}"


@cache
def report_with(text):
    """A report with the text wherever someone else's words can end up."""
    line = " ".join(text.split())
    example = a_submission(
        title=text,
        summary=f"{text} AKK",
        unit=line,
        kind=line,
        keywords=(text,),
        lessons=(text, f"avseende {text} samt"),
        links=(Link(title=text, url="https://x.example"),),
        sections=sections_with(Section.HOW, f"Vi börjar. {text} {'ord ' * 30} klicka här {text}"),
        review=Review(
            state=ReviewState.IN_REVIEW,
            checklist={"privacy": Check(answer="no", comment=text)},
            log=(LogEntry(at=moment("2026-03-02 08:00"), by=text, did=text, note=text),),
        ),
    )
    before = a_published(
        sections=sections_with(Section.HOW, f"{text} Så var det förut."), unit=text
    )
    other = a_published(id="FC-2025-011", title=text, unit=line)
    return a_report(
        example, earlier=EarlierVersion(before, text), others=[("content/examples/x.md", other)]
    )


# ---- The page ----


def page_tree(reports):
    return html5lib.HTMLParser(strict=True).parse(as_page(reports))


@cache
def page_of(text):
    return page_tree([report_with(text)])


def elements(tree):
    """Every element with its attributes, values left out where they may differ."""
    return {
        (element.tag.removeprefix(HTML), *sorted(element.attrib))
        for element in tree.iter()
        if isinstance(element.tag, str)
    }


def text_of(tree):
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_on_the_page_nothing_but_text_comes_of_it(text):
    tree = page_of(text)

    assert elements(tree) <= elements(page_of(HARMLESS))
    assert all(isinstance(element.tag, str) for element in tree.iter())


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_on_the_page_it_can_be_read_as_it_was_sent(text):
    assert " ".join(visible(text).split()) in text_of(page_of(text))


def test_the_page_asks_for_nothing():
    page = as_page([report_with(HOSTILE["html beacon"])])

    assert not re.search(r'\b(?:src|href|action|srcset)="(?!#)', page)
    assert "<script" not in page
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page


# ---- The comment ----


EXTENSIONS = """alerts autolink description_lists footnotes math_code math_dollars
multiline_block_quotes shortcodes spoiler strikethrough superscript table tasklist underline
wikilinks_title_after_pipe"""


def read_markdown(markdown):
    """As the most that any forge makes of it: every extension, and raw HTML let through."""
    extensions = comrak.ExtensionOptions()
    for name in EXTENSIONS.split():
        setattr(extensions, name, True)
    rendering = comrak.RenderOptions()
    rendering.unsafe_ = True
    html = comrak.render_markdown(markdown, extensions, comrak.ParseOptions(), rendering)
    return html5lib.parse(f"<!doctype html><title>x</title>{html}")


@cache
def comment_tree(text):
    return read_markdown(as_comment([report_with(text)]))


def headings(tree):
    """Without the numbers in them, which may differ."""
    return {
        re.sub(r"\d+ \w+", "", "".join(element.itertext()))
        for element in tree.iter()
        if re.fullmatch(rf"{HTML}h[1-6]", str(element.tag))
    }


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_in_the_comment_nothing_but_text_comes_of_it(text):
    expected = comment_tree(HARMLESS)
    tree = comment_tree(text)

    assert elements(tree) <= elements(expected)
    assert headings(tree) <= headings(expected) | headings(comment_tree(WARNED_OF))


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_in_the_comment_it_can_be_read_as_it_was_sent(text):
    read = text_of(comment_tree(text)).replace("\u2060", "")

    assert " ".join(visible(text).split()) in read


# What forges look for in the text once the Markdown is read.
LIVELY = re.compile(
    r"""@\w | [\#!&~%$]\d | \bGH-\d | :[\w+-]+: | https?:// | www\. | \w@\w | [0-9a-f]{7}
        """,
    re.VERBOSE | re.IGNORECASE,
)


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_in_the_comment_no_one_is_called_and_nothing_is_closed(text):
    read = "\n".join(comment_tree(text).itertext())

    assert not LIVELY.search(read)


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_in_the_comment_no_line_is_a_command_to_the_forge(text):
    comment = as_comment([report_with(text)])

    assert not re.search(r"^\s*(?:/|::|##\[)", comment, re.MULTILINE)
    assert not [sign for sign in ("[skip ci]", "${{", "![") if sign in comment]


# What the workflow that posts a report makes harmless, whoever wrote it.
FORGED = re.compile(r"<(?!/?(?:strong|del|ins)>) | !\[ | @(?!\u2060) | \#(?=[0-9])", re.VERBOSE)


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY)
def test_in_the_comment_the_workflow_finds_nothing_to_make_harmless(text):
    assert not FORGED.search(as_comment([report_with(text)]))


@given(st.text(max_size=120))
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_at_all_stays_text(text):
    harmless, given = (
        replace(report_with(HARMLESS), title=each, compared_with=each, handler=each)
        for each in (HARMLESS, text)
    )
    tree = read_markdown(as_comment([given]))

    assert elements(tree) <= elements(read_markdown(as_comment([harmless])))
    assert not LIVELY.search("\n".join(tree.itertext()))
    assert elements(page_tree([given])) <= elements(page_of(HARMLESS))


# ---- Both ----


@pytest.mark.parametrize("write", [as_comment, as_page])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_hides(write, text):
    written = write([report_with(text)])
    unseen = {c for c in written if unicodedata.category(c) in INVISIBLE} - {"\n", "\t", "\u2060"}

    assert not unseen


def test_a_comment_is_never_longer_than_a_forge_takes():
    comment = as_comment([report_with("å\n" * 20_000)] * 3)

    assert len(comment) <= LONGEST


def test_a_long_comment_ends_whole_and_says_that_there_is_more():
    comment = as_comment([report_with(HARMLESS)] * 60)

    assert len(comment) <= LONGEST
    assert elements(read_markdown(comment)) - {("em",)} == elements(comment_tree(HARMLESS))
    assert comment.rstrip().endswith("*")
