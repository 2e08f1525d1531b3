"""Tables on pages written by hand."""

from tests.site.page_markdown.builders import a_page, elements

TABLE = """
| Kommun | Antal |
|:------:|------:|
| Nacka  |    12 |
"""


def test_a_column_is_aligned_by_a_class_for_the_policy_forbids_styles():
    page = elements(TABLE)

    assert page.all("th") == [{"class": "eb-center"}, {"class": "eb-right"}]
    assert page.all("td") == page.all("th")


def test_a_cell_keeps_the_class_it_was_given():
    assert elements("| a |\n|--:|\n| b {: .x } |\n").all("td") == [{"class": "x eb-right"}]


def test_a_picture_is_aligned_as_material_says():
    assert elements("![Hus](hus.png){ align=left }").all("img")[0]["class"] == "eb-left"


def test_a_table_with_a_class_does_not_close_the_column_that_it_stands_in():
    """So do lines of code with numbers."""
    page = a_page('<table class="x"><tr><td>1</td></tr></table>\n\nEfter\n')

    assert page.html.count("<div") == page.html.count("</div>")
    assert "Efter" in page.html


def test_pages_written_by_hand_alone_link_the_sheet_of_their_own():
    assert 'href="/assets/markdown-page.' in a_page("x").head
