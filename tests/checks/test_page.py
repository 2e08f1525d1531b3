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
        ("a\n\n![Hus](https://a.example/b.png)", "6: https://a.example/b.png visas inte"),
        ("![Hus](data:image/png;base64,AA)", "4: data:image/png;base64,AA visas inte"),
        ('<img src="//a.example/b.png">', "4: //a.example/b.png visas inte"),
        ("<div>\n<script>x()</script>\n</div>", "5: <script> tas bort från sidan"),
        ('a <iframe src="https://a.example/"></iframe>', "4: <iframe> tas bort från sidan"),
        ("Kära <namn>, välkommen", "4: <namn> tas bort från sidan"),
        ('<p style="color: red">a</p>', "4: style= tas bort från sidan"),
        ("<b style=x>a</b> <b style=x>a</b>", "4: style= tas bort"),
        ("<b onclick=x()>a</b>", "4: onclick= tas bort från sidan"),
        ('# Om { style="color: red" }', "4: style= tas bort från sidan"),
        ("!!! note\n    a\n\n    <form></form>", "7: <form> tas bort från sidan"),
        ('=== "Flik"\n\n    !!! tip\n\n        <form></form>', "8: <form> tas bort från sidan"),
        ("a[^1]\n\n[^1]: <form></form>", "6: <form> tas bort från sidan"),
        ("Ord\n:   <form></form>", "5: <form> tas bort från sidan"),
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
        '<figure markdown="span">\n  ![Möte](mote.jpg){ width="300" }\n'
        "  <figcaption>På möte</figcaption>\n</figure>\n\n![Möte](mote.jpg)",
        "<div markdown>\n[a](/b/)\n</div>\n[a](/b/)",
        '<p markdown="span">[a](/b/)</p>',
        '<details markdown="1">\n<summary>A</summary>\n[a](/b/)\n</details>',
        "`<script>` och\n\n```html\n<form style='x'>\n```\n",
        "!!! note\n\n    ```html\n    <script>\n    ```\n",
        "    <script>\n",
        "# Om { .x #y }",
        "```css\n{ style = x }\n```\n![a](bild@2x.png)",
    ],
)
def test_what_a_page_shows_is_not_told(body):
    assert warnings(body) == []


@pytest.mark.parametrize(
    "body", ["<div>\n[a](/b/)\n</div>", '<div\nmarkdown="0">[a](/b/)\n</div>', "[a] (/b/)"]
)
def test_brackets_where_markdown_is_not_read_are_told(body):
    (warning,) = warnings(body)

    assert warning.startswith(f"{5 if 'div' in body else 4}: parenteser")
