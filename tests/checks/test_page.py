"""What a page written by hand holds that it will not show."""

import pytest

from exempelbank.checks.page import check_page_text
from exempelbank.documents import document_from


def warnings(body: str) -> list[str]:
    """As "line: what"; the front matter takes three lines."""
    page = document_from("content/pages/om.md", f"---\ntitle: Om\n---\n{body}")
    return [f"{one.location.line}: {one.says}" for one in check_page_text(page)]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("a\n\n![Hus](https://a.example/b.png)", "6: https://a.example/b.png is not shown"),
        ("![Hus](data:image/png;base64,AA)", "4: data:image/png;base64,AA is not shown"),
        ('<img src="//a.example/b.png">', "4: //a.example/b.png is not shown"),
        ("<div>\n<script>x()</script>\n</div>", "5: <script> is left out"),
        ('a <iframe src="https://a.example/"></iframe>', "4: <iframe> is left out"),
        ("Kära <namn>, välkommen", "4: <namn> is left out"),
        ('<p style="color: red">a</p>', "4: style= is left out"),
        ("<b onclick=x()>a</b>", "4: onclick= is left out"),
        ('# Om { style="color: red" }', "4: style= is left out"),
        ("!!! note\n    a\n\n    <form></form>", "7: <form> is left out"),
        ('=== "Flik"\n\n    !!! tip\n\n        <form></form>', "8: <form> is left out"),
        ("a[^1]\n\n[^1]: <form></form>", "6: <form> is left out"),
        ("Ord\n:   <form></form>", "5: <form> is left out"),
    ],
)
def test_what_a_page_leaves_out_is_told_with_its_line(body, says):
    (warning,) = warnings(body)

    assert warning.startswith(says)


@pytest.mark.parametrize(
    "body",
    [
        "![Hus](hus.png) <b>a</b> <!-- c -->",
        '<div class="grid cards" markdown>\n\n- a\n\n</div>',
        '<p title="style=x onclick=y">a</p>',
        "`<script>` och\n\n```html\n<form style='x'>\n```\n",
        "!!! note\n\n    ```html\n    <script>\n    ```\n",
        "    <script>\n",
        "# Om { .x #y }",
    ],
)
def test_what_a_page_shows_is_not_told(body):
    assert warnings(body) == []
