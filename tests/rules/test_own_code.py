"""What a page's security policy would stop is told of where it stands."""

import pytest

from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Severity
from exempelbank.rules.own_code import check_own_code
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from tests.rules.knobs import mkdocs_yml_with
from tests.site.builders import write

KNOBS = """{theme: {custom_dir: mall}, hooks: [krok.py], extra_css: [stil/egen.css],
extra_javascript: [egen.js, {path: m.mjs}], extra_templates: [egen.html]}"""
TEMPLATE, SHEET = "mall/partials/x.html", "content/pages/stil/egen.css"
SCRIPT, HOOK = "content/pages/egen.js", "krok.py"


def found_in(folder, name, text):
    write(folder, MKDOCS_FILE, mkdocs_yml_with(KNOBS))
    write(folder, name, text)
    return [*check_own_code(read_mkdocs_file(folder))]


@pytest.mark.parametrize(
    ("name", "text"),
    (
        (TEMPLATE, '<script src="https://cdn.example/x.js"></script>'),
        (TEMPLATE, '<img alt="" src="//cdn.example/x.png">'),
        (TEMPLATE, "<link rel=stylesheet href=http://cdn.example/x.css>"),
        (TEMPLATE, '{% if x %}\n<link rel="preconnect" href="https://cdn.example">{% endif %}'),
        ("mall/x.css", '@import "https://cdn.example/x.css";'),
        (SHEET, "a { background: url( 'https://cdn.example/x.png' ) }"),
        (SHEET, "@font-face { src: url(//cdn.example/x.woff2) }"),
        (SCRIPT, 'import("https://cdn.example/x.js")'),
        (SCRIPT, "const svar = await fetch('https://cdn.example/x')"),
        (SCRIPT, "bild.src = `https://cdn.example/x.png`"),
        ("content/pages/m.mjs", 'import { x } from "https://cdn.example/x.mjs"'),
        ("content/pages/egen.html", '<img src="https://cdn.example/x.png">'),
        (HOOK, "x = '<script src=\"https://cdn.example/x.js\"></script>'"),
        (HOOK, 'x = "<link rel=\\"stylesheet\\" href=\\"https://cdn.example/x.css\\">"'),
    ),
)
def test_what_is_fetched_from_another_host_is_told_of_with_its_line(tmp_path, name, text):
    (problem,) = found_in(tmp_path, name, f"\n{text}\n")

    assert problem.severity is Severity.WARNING and problem.fix
    assert str(problem.location) == f"{name}:{2 + text.count(chr(10))}"
    assert "//cdn.example" in problem.says


@pytest.mark.parametrize(
    ("text", "what"),
    (
        ("<script>x()</script>", "<script>"),
        ("<script type=module>\nx()</script>", "<script>"),
        ("<style>b { color: red }</style>", "<style>"),
        ('<p {% if x %}style="color: {{ färg }}"{% endif %}>', "style="),
        ('<button onclick="x()">', "onclick="),
    ),
)
def test_scripts_and_styles_in_a_template_are_told_of_with_where_they_belong(tmp_path, text, what):
    (problem,) = found_in(tmp_path, TEMPLATE, f"\n\n{text}")

    assert str(problem.location) == f"{TEMPLATE}:3"
    assert what in problem.says
    assert ("extra_css" if "style" in what else "extra_javascript") in problem.fix


def test_a_line_is_told_of_once(tmp_path):
    assert len(found_in(tmp_path, TEMPLATE, '<p style="x" onclick="y"><script>x</script>')) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    (
        (TEMPLATE, '<a href="https://annan.example/">Om style="x" och onclick=</a>'),
        (TEMPLATE, '<link rel="canonical" href="https://x.example/">'),
        (TEMPLATE, '<script src="{{ \'egen.js\'|url }}"></script><img src="/bild.png">'),
        (
            TEMPLATE,
            '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        ),
        (TEMPLATE, '{# <script>x</script> #}<!-- <img src="https://x.example/y.png"> -->'),
        (TEMPLATE, '<img src="data:image/png;base64,AAAA" alt="">'),
        (SHEET, '/* @import "https://x.example/y.css" */ a { background: url(bild.png) }'),
        (SHEET, '@import "annan.css";'),
        (SCRIPT, '// fetch("https://x.example/")\nlänk.href = "https://x.example/"'),
        (SCRIPT, 'fetch("/data/exempel.json")'),
        (
            HOOK,
            "# Se https://x.example/\nfrom os import path\nx = '<a href=\"https://x.example/\">'",
        ),
        ("content/pages/annan.js", 'fetch("https://x.example/")'),
    ),
)
def test_links_and_files_of_ones_own_are_in_order(tmp_path, name, text):
    assert found_in(tmp_path, name, text) == []
