"""In a preview every page begins with what must be put right; nothing else is touched."""

from __future__ import annotations

from wsgiref.util import setup_testing_defaults

from generator.building.telling import telling

PAGE = b'<body><main class="eb-page" id="content" tabindex="-1">\n<h1>Sida</h1></main></body>'
PROBLEM = "<p>content/news/trasig.md: går inte att läsa</p>"


def answer_of(content: bytes, kind: str, told: str) -> tuple[bytes, dict[str, str]]:
    def pages(environ, start):
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return iter([content[:10], content[10:]])

    headers: dict[str, str] = {}
    environ: dict[str, object] = {}
    setup_testing_defaults(environ)
    parts = telling(pages, lambda: told)(environ, lambda _status, given: headers.update(given))
    return b"".join(parts), headers


def test_a_page_begins_with_the_problems():
    page, headers = answer_of(PAGE, "text/html", PROBLEM)

    assert page.decode().index("går inte att läsa") < page.decode().index("<h1>")
    assert headers["Content-Length"] == str(len(page))


def test_a_page_is_as_it_is_when_there_are_none():
    assert answer_of(PAGE, "text/html", "")[0] == PAGE


def test_other_files_pass_as_they_are():
    assert answer_of(PAGE, "application/json", PROBLEM)[0] == PAGE
