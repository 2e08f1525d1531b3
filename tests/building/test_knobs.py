"""Knobs of mkdocs.yml in a real build; `make audit` builds with each of them."""

import shutil
import tempfile

import pytest
import yaml
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from exempelbank.building.build import Build
from exempelbank.building.caches import cache_folder
from exempelbank.building.inputs import inputs_hash
from exempelbank.building.result import strict_message
from exempelbank.cli.checking import check_folder
from exempelbank.i18n import _
from exempelbank.markdown_pages import load_markdown_pages
from exempelbank.plugin.commands import build_with_mkdocs
from exempelbank.plugin.preview import Preview
from exempelbank.problems import Problems
from tests.builders import sample_settings
from tests.building.builders import built
from tests.rules.knobs import NAMED, REFUSED, mkdocs_yml_with
from tests.rules.trial import a_small_project
from tests.site.builders import change, exempelbank, files_in, mkdocs, write

PAGE = "---\ntitle: Om oss\n---\n\nHej\n"


@pytest.fixture
def project(tmp_path):
    return a_small_project(tmp_path / "project")


def test_a_strict_build_fails_where_a_knob_is_without_effect(project, capsys):
    write(project, "mkdocs.yml", mkdocs_yml_with(NAMED["palette.primary"][0]))

    assert build_with_mkdocs(Build(project), None, strict=False)
    assert not build_with_mkdocs(Build(project), None, strict=True)
    assert capsys.readouterr().err.count("(theme.palette)") == 2  # once in each
    by_mkdocs = mkdocs(project, "build", "--strict")
    assert by_mkdocs.returncode == 1
    said = by_mkdocs.stdout + by_mkdocs.stderr
    assert strict_message(1) in said and "Aborted" not in said
    assert by_mkdocs.stderr.count("(theme.palette)") == 1


@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_a_build_with_a_refused_knob_says_so_and_writes_nothing(project, build):
    write(project, "mkdocs.yml", mkdocs_yml_with(REFUSED["blog"]))

    done = build(project, "build")

    assert done.returncode == 1
    assert "(plugins: blog)" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert not (project / "content/pages/blog").exists()


def test_a_build_tells_of_the_links_of_pages_by_hand_as_check_does_and_in_its_language(
    project, capsys
):
    links = ("utkast.md", "inget.md", "/om/inget/", "bild.png", "#nej", "/larande-exempel/")
    text = "".join(f"[x]({link})\n" for link in links)
    write(project, "content/pages/om/index.md", f"{PAGE}\n{text}\n![x](bild2.png)")
    write(project, "content/pages/om/utkast.md", PAGE)
    write(project, "mkdocs.yml", mkdocs_yml_with("draft_docs: utkast.md"))
    checked = Problems()
    check_folder(project, checked)

    assert not build_with_mkdocs(Build(project), None, strict=True)

    here = [p for p in checked if p.location.path.endswith("om/index.md")]
    assert sorted(p.location.line for p in here) == [7, 8, 9, 10, 11, 14]
    said = capsys.readouterr().err
    for problem in here:
        assert str(problem.location) in said and problem.says in said
    draft = _("a link leads to {address}, which is a draft and so is not on the site")
    assert draft.format(address="/om/utkast/") in said
    assert "Doc file" not in said and "Aborted" not in said
    assert strict_message(6) in said


def test_addresses_without_folders_are_refused_on_the_command_line_too(project):
    done = mkdocs(project, "build", "--no-directory-urls")

    assert done.returncode == 1
    assert "use_directory_urls: false" in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_a_file_of_another_name_is_refused_in_one_line(project):
    shutil.copy(project / "mkdocs.yml", project / "annan.yml")

    with pytest.raises(Abort) as stopped:
        run_mkdocs(load_config(str(project / "annan.yml")))

    assert "annan.yml" in str(stopped.value) and not (project / "site").exists()


def test_a_strict_build_lets_a_hook_pass_that_is_there_on_purpose(project):
    write(project, "krok.py", "")
    write(project, "mkdocs.yml", mkdocs_yml_with("hooks: [krok.py]"))

    assert build_with_mkdocs(Build(project), None, strict=True)


def test_a_link_to_a_place_that_a_hook_makes_is_looked_up_in_what_was_made(project):
    write(project, "krok.py", "def on_page_content(html, **_): return html + '<b id=gjord>x</b>'")
    write(project, "mkdocs.yml", mkdocs_yml_with("hooks: [krok.py]"))
    links = "[x](andra.md#gjord) [x](andra.md#inget) [x](andra.md#inget)"
    write(project, "content/pages/om/index.md", f"{PAGE}\n{links}\n")
    write(project, "content/pages/om/andra.md", PAGE)

    found = [one for one in built(project, project / "site").problems if "om/" in one.location.path]

    assert [one.location.line for one in found] == [7]
    assert "#inget" in found[0].says


def test_a_link_to_a_draft_is_followed_in_a_preview(project):
    write(project, "content/pages/om/index.md", f"{PAGE}\n[x](utkast.md)")
    write(project, "content/pages/om/utkast.md", PAGE)
    write(project, "mkdocs.yml", mkdocs_yml_with("draft_docs: utkast.md"))

    page = Preview(project, "https://x.example/").content("om/index.html").decode()

    assert '<a href="/om/utkast/">x</a>' in page


def test_a_logo_that_is_not_published_is_on_no_page(project):
    write(project, "content/pages/assets/logga.png", "x")
    write(project, "mkdocs.yml", mkdocs_yml_with("theme: {logo: assets/logga.png}"))

    page = Preview(project, "https://x.example/").content("om/index.html").decode()

    assert "/assets/logga.png" not in page.replace("content/pages/assets/", "")


def test_knobs_that_are_named_change_no_byte(project, tmp_path):
    """Six of them; `make audit` tries each by itself."""
    six = ("features", "analytics", "repo_url", "search", "site_name", "edit_uri")
    further = {key: value for name in six for key, value in yaml.safe_load(NAMED[name][0]).items()}
    built(project, tmp_path / "before")

    write(project, "mkdocs.yml", mkdocs_yml_with(yaml.safe_dump(further)))
    result = built(project, tmp_path / "after")

    assert {one.location.label for one in result.problems} == {NAMED[name][1] for name in six}
    assert files_in(tmp_path / "after") == files_in(tmp_path / "before")


def test_check_tells_what_a_build_would(project):
    write(project, "mkdocs.yml", mkdocs_yml_with(REFUSED["offline"]))

    done = exempelbank(project, "check", "mkdocs.yml")

    assert done.returncode == 1
    assert "(plugins: offline)" in done.stdout


# ---- What works ----

OVERRIDES = """{% extends "base.html" %}
{% block extrahead %}<meta name="egen" content="{{ page.title }}">{% endblock %}
{% block announce %}Hej <a href="{{ 'om/'|url }}">alla</a>
{%- include ".icons/material/heart.svg" %}{% endblock %}
{% block header %}<header>EGET HUVUD</header>{% endblock %}
{% block content %}FÖRE {{ super() }}{{ page.meta.finns_inte }}{% endblock %}
"""
OWN = """
theme: {custom_dir: mall, logo: logga.svg, favicon: bild/ikon.ico}
extra_css: [stil/egen.css]
extra_javascript: [egen.js, {path: js/modul.mjs, type: module, async: true}]
extra_templates: [samtal.txt]
site_author: Ada Ek
copyright: <b>Vi</b> 2026
"""


@pytest.fixture
def own(project):
    """A project with a theme of its own."""
    write(project, "mkdocs.yml", mkdocs_yml_with(OWN))
    write(project, "mall/main.html", OVERRIDES)
    write(project, "mall/partials/footer.html", "<footer>EGEN FOT</footer>")
    write(project, "mall/bild/ikon.ico", "ikon")
    write(project, "mall/js/modul.mjs", "export default 1")
    write(project, "mall/hemligt.py", "lösenord = 1")
    write(project, "content/pages/egen.js", "1")
    write(project, "content/pages/stil/egen.css", "b { color: red }")
    write(project, "content/pages/logga.svg", "<svg/>")
    write(project, "content/pages/samtal.txt", "Adress: {{ config.site_url }}")
    return project


def test_templates_of_the_projects_own_are_on_every_page(own, tmp_path):
    result = built(own, tmp_path / "site")

    assert result.problems == ()
    site = files_in(tmp_path / "site")
    pages = {name: raw.decode() for name, raw in site.items() if name.endswith(".html")}
    assert len(pages) > 100
    for name, page in pages.items():
        for piece in (
            "EGET HUVUD",
            "EGEN FOT",
            'href="/om/">alla</a><svg',
            "FÖRE",
            'name="author"',
            "<svg",
        ):
            assert piece in page, name
        title = page.partition("<title>")[2].partition("</title>")[0].rpartition(" – ")[0]
        assert f'<meta name="egen" content="{title}">' in page or name == "index.html"
        assert 'href="/stil/egen.css?' in page and 'src="/egen.js?' in page
        assert 'src="/js/modul.mjs?' in page and 'type="module" async' in page
        assert 'rel="icon" href="/bild/ikon.ico?' in page
    by_hand = pages["om/index.html"]
    assert by_hand.index("/assets/markdown-page.") < by_hand.index("/stil/egen.css?"), (
        "last, to rule"
    )
    assert site["samtal.txt"] == b"Adress: https://exempelbanken.example/"
    assert site["js/modul.mjs"] == b"export default 1"
    assert not [name for name in site if "hemligt" in name or "mall" in name]


def test_a_logo_and_a_copyright_are_shown_in_the_themes_own_header_and_footer(own, tmp_path):
    shutil.rmtree(own / "mall/partials")
    (own / "mall/main.html").unlink()

    built(own, tmp_path / "site")

    page = (tmp_path / "site/index.html").read_text("utf-8")
    assert page.count('<img src="/logga.svg?') == 2
    assert "<b>Vi</b> 2026" in page


def test_links_in_the_copyright_lead_to_the_folder_of_the_site(project):
    footer = "<a href='/om/'>Om</a> <img src=/logga.svg> <a href='//x.example/'>x</a>"
    write(project, "mkdocs.yml", mkdocs_yml_with(f'copyright: "{footer}"'))

    page = Preview(project, "https://x.example/carpe/").content("om/index.html").decode()

    led = "<a href='/carpe/om/'>Om</a> <img src=/carpe/logga.svg> <a href='//x.example/'>x</a>"
    assert led in page


def test_pages_of_records_are_as_mkdocs_would_print_them_with_a_template_of_ones_own(own, tmp_path):
    """A layout stands for many pages."""
    built(own, tmp_path / "site")
    site = files_in(tmp_path / "site")

    preview = Preview(own, sample_settings().organisation.url)
    for name in ("index.html", "larande-exempel/bildstod/index.html", "om/index.html", "404.html"):
        shown = preview.content(name).decode()
        assert "EGET HUVUD" in shown and "EGEN FOT" in shown
    assert preview.content("js/modul.mjs") == site["js/modul.mjs"]
    assert preview.content("hemligt.py") is None
    assert preview.content("samtal.txt") == site["samtal.txt"]


CHANGES = {
    "mall/main.html": ("EGET HUVUD", "ETT ANNAT HUVUD"),
    "mall/partials/footer.html": ("EGEN FOT", "EN ANNAN FOT"),
    "content/pages/stil/egen.css": ("red", "blue"),
}


def test_nothing_that_is_kept_outlives_a_change_of_the_theme(own, tmp_path):
    built(own, tmp_path / "site")
    for name, (old, new) in CHANGES.items():
        before = inputs_hash(own)
        change(own, name, old, new)
        assert before and inputs_hash(own) != before, name

    built(own, tmp_path / "site")

    shutil.rmtree(cache_folder(own))
    built(own, tmp_path / "anew")
    assert files_in(tmp_path / "site") == files_in(tmp_path / "anew")
    assert b"ETT ANNAT HUVUD" in files_in(tmp_path / "site")["larande-exempel/bildstod/index.html"]


def test_what_a_hook_does_is_never_kept(project):
    write(project, "mkdocs.yml", mkdocs_yml_with("hooks: [krok.py]"))
    preview = Preview(project, sample_settings().organisation.url)
    for word in ("FÖRST", "SISTA"):
        write(project, "krok.py", f"def on_page_markdown(markdown, **_):\n    return '{word}'\n")
        preview.saved()

        assert word in preview.content("om/index.html").decode()
        assert word not in preview.content("index.html").decode()
    assert inputs_hash(project) is None


@pytest.mark.parametrize(
    "block",
    (
        "{% block header %}\n{{ 1 / 0 }}{% endblock %}",
        "{% block header %}\n{{ x.y.z }}{% endblock %}",
        '{% block header %}\n{% include "x.html" %}{% endblock %}',
        "\n{% block header %}",
    ),
)
def test_a_template_that_fails_is_told_in_words_with_its_place(project, capsys, block):
    write(project, "mkdocs.yml", mkdocs_yml_with("theme: {custom_dir: mall}"))
    write(project, "mall/main.html", f'{{% extends "base.html" %}}\n{block}')

    assert not build_with_mkdocs(Build(project), None, strict=False)

    assert "mall/main.html:3: fel: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ("\n1 / 0\n", "def on_page_markdown(markdown, **_):\n    1 / 0\n", "\ndef on_page(:\n")
)
def test_a_hook_that_fails_is_told_in_words_with_its_place(project, capsys, text):
    write(project, "mkdocs.yml", mkdocs_yml_with("hooks: [krok.py]"))
    write(project, "krok.py", text)

    assert not build_with_mkdocs(Build(project), None, strict=False)

    assert "krok.py:2: fel: " in capsys.readouterr().err


def test_a_template_that_changes_what_differs_between_pages_is_refused(project, capsys):
    write(project, "mkdocs.yml", mkdocs_yml_with("theme: {custom_dir: mall}"))
    title = "{% block htmltitle %}{{ page.title|upper }}{% endblock %}"
    write(project, "mall/main.html", f'{{% extends "base.html" %}}{title}')

    assert not build_with_mkdocs(Build(project), None, strict=False)

    assert "mall: fel: " in capsys.readouterr().err


def test_the_menu_holds_what_nav_adds(project, tmp_path):
    nav = "[om/index.md, {Om & vi: om/index.md}, {Nytt: /nyheter/}, {SKR: 'https://skr.example/'},"
    nav += " utkast.md, {Fel: 'javascript:x'}]"
    write(project, "content/pages/utkast.md", PAGE)
    write(project, "mkdocs.yml", mkdocs_yml_with(f"{{nav: {nav}, draft_docs: utkast.md}}"))

    built(project, tmp_path / "site")

    for name in ("larande-exempel/bildstod/index.html", "om/index.html"):
        page = (tmp_path / "site" / name).read_text("utf-8")
        menu = page.partition('id="menu"')[2].partition("</nav>")[0]
        current = ' aria-current="page"' if name == "om/index.html" else ""
        wide = [one for one in menu.split("</li>\n") if "eb-nav__narrow" not in one]
        assert menu.count('href="/om/"') == 2, "on a phone no page stands twice"
        assert wide[-5:-1] == [
            f'<li><a href="/om/"{current}>Om oss</a>',
            f'<li><a href="/om/"{current}>Om &amp; vi</a>',
            '<li><a href="/nyheter/">Nytt</a>',
            '<li><a href="https://skr.example/">SKR</a>',
        ]
        assert "utkast" not in page and "javascript" not in page


HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority
@event_priority({priority})
def on_post_build(config):
    Path(config.site_dir, "gammal").mkdir(parents=True, exist_ok=True)
    Path(config.site_dir, "gammal/index.html").write_text("flyttad")
"""


@pytest.mark.parametrize("priority", (50, -50))
def test_what_others_write_into_the_site_stays_whoever_comes_first(
    project, tmp_path, monkeypatch, priority
):
    """As mkdocs-redirects does, listed before our plugin or after it."""
    write(project, "krok.py", HOOK.format(priority=priority))
    write(project, "mkdocs.yml", mkdocs_yml_with("hooks: [krok.py]"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    for _again in range(2):
        built(project, project / "site")
        assert (project / "site/gammal/index.html").read_text() == "flyttad"
    assert Preview(project, "http://x.example/").content("index.html")
    assert [*tmp_path.glob("*-exempelbank")] == []


def test_a_page_that_calls_itself_a_draft_is_told_where_to_say_so(tmp_path):
    write(tmp_path, "content/pages/om/ett.md", "---\ntitle: Ett\ndraft: true\n---\n")
    problems = Problems()

    assert load_markdown_pages(tmp_path, (), sample_settings(), problems) == {}

    (problem,) = problems.errors
    assert problem.location.line == 3
    assert "draft_docs" in problem.fix and "om/ett.md" in problem.fix
