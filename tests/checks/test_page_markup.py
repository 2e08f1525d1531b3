"""What a page written by hand shows as it is written."""

import pytest

from exempelbank.checks.page_markup import check_page_markup
from exempelbank.documents import document_from
from tests.site.page_markdown.builders import NAMED, what_the_guide_says


def warnings(body: str, *extensions: str) -> list[tuple[int | None, str]]:
    """(line, the extension to add); the front matter takes three lines."""
    page = document_from("content/pages/om.md", f"---\ntitle: Om\n---\n{body}")
    found = [*check_page_markup(page, extensions)]
    return [(one.location.line, one.fix.partition("”- ")[2].partition("”")[0]) for one in found]


@pytest.mark.parametrize(
    ("body", "extension"),
    [
        ("a\n\n!!! note\n\n    b\n\n!!! tip\n\n    c", "admonition"),
        ("a\n\n??? note\n\n    b", "pymdownx.details"),
        ('a\n\n=== "A"\n\n    b', "pymdownx.tabbed"),
        ("a[^1]\n\n[^1]: b", "footnotes"),
        ("a\n\n*[LSS]: b", "abbr"),
        ("a\n\n- [x] b", "pymdownx.tasklist"),
        ("a\n\n[a](/b/){ .md-button }", "attr_list"),
        ("a\n\n:material-heart: b", "pymdownx.emoji"),
        ('a\n\n<div class="grid cards" markdown>', "md_in_html"),
    ],
)
def test_what_needs_an_extension_is_told_once_with_the_extension(body, extension):
    assert warnings(body) == [(6, extension)]
    assert warnings(body, extension) == []


def test_an_extension_may_be_named_in_full_or_in_a_bundle():
    assert warnings("a[^1]\n\n[^1]: b", "markdown.extensions.footnotes") == []
    assert warnings("a[^1]\n\n[^1]: b", "pymdownx.extra") == []


@pytest.mark.parametrize(
    "body",
    [
        "```\n!!! note\n```",
        "Skriv `{ .md-button }` och `:material-heart:`.",
        "Bra jobbat!!! Eller ??? Nej [a] {b} 9:30:15",
        "A\n===\n",
        "- [länk](/a/)",
    ],
)
def test_what_is_code_or_plain_text_is_left_in_peace(body):
    assert warnings(body) == []


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ('a\n\n--8<-- "b.md"\n\n--8<-- "c.md"', "--8<--"),
        ("a\n\n``` mermaid\ngraph LR\n```", "mermaid"),
        ("a\n\nSå: $$a^2$$", "$$"),
        ("a\n\n:material-hart: :material-heart: :material-hart:", ":material-hart:"),
    ],
)
def test_what_no_extension_helps_is_told_once(body, sign):
    page = document_from("content/pages/om.md", f"---\ntitle: Om\n---\n{body}")

    (warning,) = check_page_markup(page, NAMED)

    assert warning.location.line == 6 and f"”{sign}”" in warning.says
    assert warning.fix and ("heart" in warning.fix) == ("hart" in sign)


def test_what_stands_in_code_is_meant_to_be_read():
    body = "````markdown\n```mermaid\n```\n--8<-- a\n$$\n````\n`$$` `:material-hart:` :smile:"

    assert warnings(body, *NAMED) == []


def test_with_the_extensions_from_the_beginning_all_that_the_guide_says_is_known():
    assert warnings(what_the_guide_says(), *NAMED) == []
