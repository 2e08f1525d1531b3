"""Notes, tabs, lists of tasks, footnotes and code on pages written by hand."""

import pytest

from tests.site.builders import Reading
from tests.site.page_markdown.builders import a_page, elements, prose


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("!!! note", "Obs"),
        ("!!! tip inline end", "Tips"),
        ("??? warning", "Varning"),
        ("???+ danger", "Fara"),
        ('!!! note "Note till dig"', "Note till dig"),
        ('!!! note "Anmärkning"', "Anmärkning"),
    ],
)
def test_a_note_without_a_title_gets_one_in_the_language_of_the_site(opening, title):
    html = prose(f"{opening}\n\n    Text.\n")

    assert f">{title}</" in html
    assert "<p>Text.</p>" in html


def test_a_note_with_an_empty_title_has_none():
    assert "admonition-title" not in prose('!!! note ""\n\n    Text.\n')


TABS = '=== "Ett & två"\n\n    A\n\n=== "Tre"\n\n    B\n\n    === "Inre"\n\n        C\n'


def test_tabs_are_the_choices_of_a_group_each_with_its_label():
    page = elements(TABS)

    labelled = {one["for"] for one in page.all("label")}
    assert {one["id"] for one in page.all("input")} == labelled
    assert [one["type"] for one in page.all("input")] == ["radio"] * 3
    assert page.all("div")[0]["role"] == "group"
    assert page.all("div")[0]["aria-label"]


def test_each_tab_carries_its_label_to_paper():
    labels = [one.get("data-label") for one in elements(TABS).all("div")]

    assert [label for label in labels if label] == ["Ett & två", "Tre", "Inre"]


def test_the_words_beside_a_box_are_its_label():
    html = prose("- [x] Klart *nu*\n    - [ ] Under\n- [ ] Sedan\n\n    Mer\n")

    assert html.count("<label>") == html.count("<input") == 3
    assert "> Klart <em>nu</em></label><ul" in html
    assert "> Sedan</label></p>\n<p>Mer</p>" in html


def test_a_footnote_says_in_the_language_of_the_site_where_it_leads_back_to():
    html = prose("Ord[^1].\n\n[^1]: Förklaring.\n")

    assert 'aria-label="Tillbaka till där fotnot 1 nämns"' in html


def test_keys_are_called_as_on_a_keyboard_of_the_language():
    assert ">Skift</kbd><span>+</span><kbd" in prose("++shift+tab++")


def test_code_has_its_title_numbers_and_marked_lines_and_can_be_scrolled_by_keyboard():
    html = prose('``` python title="a.py" linenums="1" hl_lines="2"\na = 1\nb = 2\n```\n')

    assert '<span class="filename">a.py</span><pre tabindex="0">' in html
    assert 'data-linenos="2 "' in html
    assert 'class="hll"' in html


def test_links_to_lines_of_code_have_no_words_and_are_met_by_the_pointer_alone():
    text = '``` python linenums="1"\na = 1\n```\n'
    page = Reading(a_page(text, **{"pymdownx.highlight": {"anchor_linenums": True}}).html)

    links = [one for one in page.all("a") if "codelineno" in str(one.get("href"))]
    assert links
    assert all(one["tabindex"] == "-1" and one["aria-hidden"] == "true" for one in links)


def test_what_is_written_in_code_is_shown_as_it_is():
    assert "&lt;script&gt;" in prose("```\n<script>\n```\n")


@pytest.mark.parametrize(
    ("extension", "options"),
    [
        ("pymdownx.tabbed", {"alternate_style": False}),
        ("pymdownx.tasklist", {"custom_checkbox": True}),
        ("pymdownx.emoji", {"alt": "short"}),
    ],
)
def test_options_that_the_sheet_does_not_know_change_nothing(extension, options):
    text = f"{TABS}\n\n- [ ] a :smile: :material-heart:\n"

    assert a_page(text, **{extension: options}) == a_page(text)


def test_an_option_of_the_projects_own_holds():
    text = "Ord[^1].\n\n[^1]: Förklaring.\n"
    page = a_page(text, footnotes={"BACKLINK_TITLE": "Upp till {}"})

    assert 'aria-label="Upp till 1"' in page.html


@pytest.mark.parametrize(
    "text",
    ["- a\n{: .task-list-item }", '<div class="tabbed-alternate" markdown>a</div>', "!!! note\n"],
)
def test_classes_of_extensions_written_by_hand_break_nothing(text):
    assert prose(text)
