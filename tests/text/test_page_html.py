"""What of the HTML of a page written by hand a page may show."""

import pytest

from exempelbank.text.characters import REFUSED
from exempelbank.text.page_html import allowed_html


@pytest.mark.parametrize(
    "html",
    [
        '<p class="x eb-lead" id="om" lang="en" title="y">a <b>b</b></p>',
        '<figure><img src="/bild.png" alt="En bild" width="20" loading="lazy"></figure>',
        '<video src="film.mp4" controls=""><track src="t.vtt" kind="captions"></video>',
        '<a href="https://a.example/" target="_blank" rel="noopener">a</a>',
        '<img src="bild@2x.png" alt=""><img src="../om/bild%20ett.png" alt="">',
        '<a href="http://a.example/">a</a> <a href="bilaga.pdf">b</a>',
        '<details open=""><summary>Mer</summary><p>x</p></details>',
        '<p hidden="">a</p>',
        '<p>a&nbsp;b &lt;c&gt; &amp;amp; "d" å</p>',
        '<span class="twemoji"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M0 0"></path>'
        "</svg></span>",
        '<svg viewBox="0 0 2 2" fill="none" aria-hidden="true"><g stroke="red">'
        '<circle cx="1" cy="1" r="1"></circle></g></svg>',
        '<input type="checkbox" disabled="" checked="">',
    ],
)
def test_what_people_write_passes_as_it_is(html):
    assert allowed_html(html) == html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<script>alert(1)</script>b", "ab"),
        ("a<style>p {}</style>b", "ab"),
        ('<p style="color: red" onclick="x()">a</p>', "<p>a</p>"),
        ('<iframe src="https://a.example/">x</iframe>', ""),
        ('<form action="/x">a <input name="b"><button>c</button></form>', "a c"),
        ('<input type="password">', ""),
        ('<meta http-equiv="refresh" content="0; url=/x">', ""),
        ('<base href="https://a.example/"><link rel="stylesheet" href="/x.css">', ""),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<img src="https://a.example/b.png" alt="En &quot;bild&quot;">', "En &quot;bild&quot;"),
        ('<img src="//a.example/b.png">', ""),
        ('<img src="\\\\a.example/b.png">', ""),
        ('<img src="h&#9;ttps://a.example/b.png">', ""),
        ('<img src="/\\a.example/b.png">', ""),
        ('<img src="data:image/png;base64,AA==" alt="x">', "x"),
        ('<img srcset="https://a.example/b.png 2x" alt="x">', "x"),
        ('<video poster="https://a.example/p.png"></video>', "<video></video>"),
        ('<audio src="https://a.example/a.mp3"></audio>', "<audio></audio>"),
        ('<video src="v.mp4" autoplay></video>', '<video src="v.mp4"></video>'),
        ('<svg><use href="//a.example/x#a"></use></svg>', '<svg aria-hidden="true"></svg>'),
        (
            '<svg><g fill="url(//a.example/x)"></g></svg>',
            '<svg aria-hidden="true"><g></g></svg>',
        ),
        ("<svg><script>x</script></svg>", '<svg aria-hidden="true"></svg>'),
        ('<p data-eb="menu" tabindex="5" accesskey="s" contenteditable>a</p>', "<p>a</p>"),
        ("<p>a", "<p>a</p>"),
        ("a</main></body>b", "ab"),
        ("<!-- a -->b", "b"),
    ],
)  # fmt: skip
def test_what_runs_styles_sends_frames_or_fetches_from_elsewhere_is_taken_away(html, left):
    assert allowed_html(html) == left


def test_a_name_that_the_page_around_has_already_becomes_another():
    """A link to it follows, and others keep theirs."""
    html = '<h2 id="content">a</h2><h2 id="contents">b</h2><a href="#content">c</a>'

    assert allowed_html(html) == (
        '<h2 id="content-text">a</h2><h2 id="contents">b</h2><a href="#content-text">c</a>'
    )


def test_no_hidden_character_is_left_however_it_is_written():
    html = "a&#x202e;b&#8238c&#x0000202E;d&#1;&#x110000; &#x2014;&#150;&rlm;&amp;#x202e;"

    clean = allowed_html(html)

    assert not REFUSED.search(clean)
    assert clean.startswith("abcd")
    assert clean.endswith("——\u200f&amp;#x202e;".replace("——", "—–"))
