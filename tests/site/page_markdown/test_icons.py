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


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("[:material-heart: En **länk**](/om/)", "</span>En <strong>", "before"),
        ("[En länk :material-heart:](/om/)", "En länk<span", "after"),
        ("[En **länk** :material-heart:](/om/)", "</strong><span", "after"),
    ],
)
def test_the_space_beside_an_icon_of_a_link_is_none_that_would_be_underlined(text, words, side):
    html = prose(text)

    assert words in html
    assert f"eb-icon-{side}" in html


def test_an_address_that_a_reader_sees_is_known_and_others_are_written_out_on_paper():
    seen, other = elements("<https://a.example/b> [b](https://a.example/b)").all("a")

    assert "eb-written-out" in (seen["class"] or "")
    assert "class" not in other
