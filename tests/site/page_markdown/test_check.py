"""What `exempelbank check` says of pages that hold Material's Markdown."""

from __future__ import annotations

import pytest

from exempelbank.markdown_pages import load_markdown_pages
from exempelbank.problems import Problems
from exempelbank.review.project_checks.project import check_project
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.page_markdown.conversion import page_html
from exempelbank.site.planned_site import plan_site
from tests.builders import sample_settings
from tests.cases.reports.test_dead_links import TODAY
from tests.review.builders import a_project
from tests.site.builders import write
from tests.site.page_markdown.builders import NAMED, what_the_guide_says

WITH_OURS = MkDocsFile({"markdown_extensions": [{name: NAMED[name]} for name in NAMED]})


def found_on(folder, text: str) -> list[tuple[int | None, str]]:
    """(line, what) of a page whose text begins on line 4."""
    root = a_project(folder)
    extensions = "".join(f"- {name}\n" for name in NAMED)
    write(root, "mkdocs.yml", f"site_name: x\nmarkdown_extensions:\n{extensions}")
    write(root, "content/pages/sida.md", f"---\ntitle: Om\n---\n{text}")
    settings, problems = sample_settings(root), Problems()
    check_project(root, settings, TODAY, problems, lambda: plan_site(root, settings, TODAY))
    return [
        (one.location.line, one.says)
        for one in problems
        if one.location.path == "content/pages/sida.md"
    ]


def test_of_all_that_the_guide_shows_nothing_is_said_but_of_the_picture_that_is_not_there(tmp_path):
    text = what_the_guide_says()
    for address in ("/om/kontakt/", "/lamna-exempel/"):
        text = text.replace(f"({address})", "(/om/)")

    says = [says for _line, says in found_on(tmp_path, text)]
    assert [one for one in says if "mote.jpg" not in one] == []


@pytest.mark.parametrize(
    "block",
    [
        "!!! note\n\n    [x]({})",
        '=== "A"\n\n    ??? tip\n\n        [x]({})',
        "a[^1]\n\n[^1]: [x]({})",
        "Ord\n\n:   [x]({})",
        "- a\n\n    !!! note\n        [x]({})",
        "<div markdown>\n[x]({})",
    ],
)
def test_a_dead_link_within_a_block_is_told_with_its_line(tmp_path, block):
    text = block.format("/finns-inte/")

    ((line, says),) = found_on(tmp_path, text)
    assert line == 4 + text.count("\n")
    assert "/finns-inte/" in says


@pytest.mark.parametrize("word", ["hide", "tags", "status"])
def test_a_word_of_materials_in_the_front_matter_is_told_of_and_the_page_stays(tmp_path, word):
    root, problems = a_project(tmp_path), Problems()
    write(root, "content/pages/sida.md", f"---\ntitle: Om\n{word}: [toc]\n---\n")

    pages = load_markdown_pages(root, (), sample_settings(), problems)

    assert "Om" in [page.front_matter.title for page in pages.values()]
    assert [str(one.location) for one in problems.warnings] == [f"content/pages/sida.md:3 ({word})"]
    assert not problems.errors


def test_a_page_without_front_matter_is_told_how_to_begin(tmp_path):
    root, problems = a_project(tmp_path), Problems()
    write(root, "content/pages/sida.md", "# Om\n")

    load_markdown_pages(root, (), sample_settings(), problems)

    assert "title:" in problems.errors[0].fix


def test_a_footnote_of_one_word_is_no_address(tmp_path):
    assert found_on(tmp_path, "Ord[^1].\n\n[^1]: Förklaring\n") == []


def test_places_that_extensions_make_are_known(tmp_path):
    text = "# Rubrik {#egen}\n\nOrd[^1] [x](#egen) [x](#fn:1) [x](#nej)\n\n[^1]: Förklaring\n"

    ((line, says),) = found_on(tmp_path, text)
    assert line == 6
    assert "#nej" in says


def test_a_page_is_converted_as_mkdocs_would_convert_it():
    html = page_html("!!! note\n\n    a[^1]\n\n[^1]: b\n", WITH_OURS)

    assert html
    assert "Obs" in html
    assert 'id="fn:1"' in html


@pytest.mark.parametrize(
    "values",
    [
        {"markdown_extensions": ["egen.modul"]},
        {"markdown_extensions": ["egen"]},
        {"markdown_extensions": [{"toc": {"slugify": None}}]},
        {"markdown_extensions": [{"toc": {"finns_inte": 1}}]},
        {"markdown_extensions": [], "hooks": ["a.py"]},
    ],
)
def test_what_more_than_the_program_decides_is_not_known(values):
    """Above all: no module of the project is run by a check."""
    assert page_html("# a", MkDocsFile(values)) is None


@pytest.mark.parametrize("value", [None, "x", 3, {"toc": None}, [None], [["toc"]], [{}]])
def test_whatever_stands_there_is_no_fault_of_the_check(value):
    html = page_html("# a", MkDocsFile({"markdown_extensions": value}))

    assert html in (None, '<h1 id="a">a</h1>')
