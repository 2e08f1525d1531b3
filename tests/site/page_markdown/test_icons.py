"""Icons on pages written by hand."""

import pytest

from tests.site.page_markdown.builders import elements, prose


@pytest.mark.parametrize(
    "name",
    ["material-heart", "material-clock-fast", "fontawesome-brands-github", "octicons-heart-16"],
)
def test_an_icon_of_any_of_materials_sets_stands_in_the_page_itself(name):
    page = elements(f"a :{name}: b")

    assert page.all("path")
    assert page.all("svg")[0]["aria-hidden"] == "true"
    assert not page.all("img")


def test_an_emoji_is_the_character_and_nothing_to_fetch():
    assert "<p>😄 😄 👍</p>" in prose(":smile: 😄 :thumbsup:")


@pytest.mark.parametrize("text", ["kl. 9:30:15", ":finns-inte:", ":material-:", ":../heart:"])
def test_what_is_no_icon_stays_as_it_is_written(text):
    assert f"<p>{text}</p>" in prose(text)
