"""Icons on pages written by hand."""

import pytest

from tests.site.page_markdown.builders import a_page, elements, prose


@pytest.mark.parametrize(
    "name",
    ["material-heart", "material-clock-fast", "fontawesome-brands-github", "octicons-heart-16"],
)
def test_an_icon_of_any_of_materials_sets_stands_in_the_page_itself(name):
    page = elements(f"a :{name}: b")

    assert page.all("path")
    assert page.all("svg")[0]["aria-hidden"] == "true"
    assert not page.all("img")


def test_an_icon_of_the_projects_own_may_have_any_shape(tmp_path):
    (tmp_path / "forum").mkdir()
    icon = '<svg viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    (tmp_path / "forum" / "ett-lov.svg").write_text(icon)
    options = {"options": {"custom_icons": [str(tmp_path), str(tmp_path / "finns-inte")]}}

    page = a_page(":forum-ett-lov: :material-heart:", **{"pymdownx.emoji": options})
    assert '<circle cx="4"' in page.html
    assert '<path d="' in page.html


def test_an_emoji_is_the_character_and_nothing_to_fetch():
    assert "<p>😄 😄 👍</p>" in prose(":smile: 😄 :thumbsup:")


@pytest.mark.parametrize("text", ["kl. 9:30:15", ":finns-inte:", ":material-:", ":../heart:"])
def test_what_is_no_icon_stays_as_it_is_written(text):
    assert f"<p>{text}</p>" in prose(text)
