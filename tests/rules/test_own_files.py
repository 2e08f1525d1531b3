"""Files of the project that mkdocs.yml names: style sheets, scripts, templates, hooks."""

import pytest

from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Problems
from exempelbank.rules.mkdocs_knobs import check_knobs
from exempelbank.rules.theme_overrides import BLOCKS, THEME
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from tests.builders import sample_settings
from tests.rules.knobs import mkdocs_yml_with
from tests.site.builders import write


def found_in(folder, text) -> Problems:
    write(folder, MKDOCS_FILE, mkdocs_yml_with(text))
    return Problems([*check_knobs(read_mkdocs_file(folder), sample_settings())])


REFUSED = (
    "extra_css: ['https://cdn.example/x.css']",
    "extra_javascript: ['//cdn.example/x.js']",
    "extra_javascript: [{path: 'https://cdn.example/x.js', defer: true}]",
    "extra_css: [../../generator/x.css]",
    "extra_css: [/x.css]",
    "extra_css: [x.svg]",
    "extra_javascript: [om/index.md]",
    "extra_templates: [om/bild.svg]",
    "extra_templates: [om/index.md]",
    "theme: {logo: 'https://annan.example/logo.svg'}",
    "theme: {favicon: index.html}",
    "theme: {custom_dir: .}",
    "theme: {custom_dir: content}",
    "theme: {custom_dir: content/pages/mall}",
    "theme: {custom_dir: submissions}",
    "theme: {custom_dir: ..}",
    "theme: {custom_dir: finns-inte}",
    "hooks: [content/pages/krok.py]",
    "hooks: [finns-inte.py]",
    "plugins: [finns-inte]",
    "markdown_extensions: [tabels]",
    "markdown_extensions: [pymdownx.finns_inte]",
    "INHERIT: site_config/grund.yml",
    "INHERIT: finns-inte.yml",
)


@pytest.mark.parametrize("further", REFUSED)
def test_what_is_not_the_projects_own_code_is_refused_with_its_line(tmp_path, further):
    (tmp_path / "content/pages/mall").mkdir(parents=True)
    (tmp_path / "submissions").mkdir()

    (problem,) = found_in(tmp_path, further)

    assert problem in Problems([problem]).errors
    assert problem.location.line and "\n" not in problem.says


def test_a_link_out_of_the_project_is_no_folder_of_its_own(tmp_path):
    root = tmp_path / "project"
    (tmp_path / "annan").mkdir()
    write(root, "x", "")
    (root / "mall").symlink_to(tmp_path / "annan")

    assert found_in(root, "theme: {custom_dir: mall}").errors


def test_a_file_that_is_not_there_is_warned_of(tmp_path):
    (problem,) = found_in(tmp_path, "extra_css: [stil.css]").warnings

    assert "stil.css" in problem.says and problem.location.line


def test_files_that_are_there_are_in_order(tmp_path):
    write(tmp_path, "content/pages/stil/egen.css", "")
    write(tmp_path, "content/pages/logga.svg", "<svg/>")
    write(tmp_path, "mall/js/egen.mjs", "")
    write(tmp_path, "mall/main.html", '{% extends "base.html" %}{% block announce %}{% endblock %}')

    assert not found_in(
        tmp_path,
        "{extra_css: [stil/egen.css], extra_javascript: [{path: js/egen.mjs}],"
        " theme: {logo: logga.svg, custom_dir: mall}}",
    )


def test_hooks_are_said_to_reach_the_pages_by_hand_alone(tmp_path):
    write(tmp_path, "krok.py", "")

    (problem,) = found = found_in(tmp_path, "hooks: [krok.py]")

    assert problem.location.label == "hooks" and problem.location.line
    assert not found.errors and not found.warnings, "they work, as documented: none is counted"


@pytest.mark.parametrize("key", ("logo", "favicon"))
def test_a_picture_in_a_folder_of_the_sites_own_is_told_of_where_it_is_named(tmp_path, key):
    write(tmp_path, "content/pages/assets/logga.png", "")

    (problem,) = found_in(tmp_path, f"theme: {{{key}: assets/logga.png}}").warnings

    assert problem.location.label == f"theme.{key}" and problem.location.line
    assert "assets/" in problem.says and "content/pages/" in problem.fix


def test_such_a_folder_in_the_theme_of_ones_own_is_in_order(tmp_path):
    write(tmp_path, "mall/assets/logga.png", "")

    assert not found_in(tmp_path, "theme: {custom_dir: mall, logo: assets/logga.png}")


def test_what_is_inherited_is_code_down_to_the_last_file(tmp_path):
    write(tmp_path, "grund/a.yml", "INHERIT: ../b.yml\n")
    write(tmp_path, "b.yml", "hooks: [krok.py]\n")

    found = found_in(tmp_path, "INHERIT: grund/a.yml")

    assert [problem.location.label for problem in found] == ["hooks"]
    assert read_mkdocs_file(tmp_path).code == ["krok.py", "grund/a.yml", "b.yml"]


# ---- Templates ----


def test_the_blocks_are_those_of_the_theme():
    import jinja2

    template = jinja2.Environment().parse((THEME / "base.html").read_text("utf-8"))

    assert {block.name for block in template.find_all(jinja2.nodes.Block)} == BLOCKS


@pytest.mark.parametrize(
    ("files", "place"),
    (
        (
            {"main.html": '{% extends "base.html" %}\n{% block tabs %}{% endblock %}'},
            "mall/main.html:2",
        ),
        ({"partials/nav.html": "x"}, "mall/partials/nav.html"),
        ({"main.html": "x", "home.html": "x"}, "mall/home.html"),
        ({"main.html": "\n{% block x %}"}, "mall/main.html:2"),
    ),
)
def test_a_template_that_reaches_no_page_is_named(tmp_path, files, place):
    for name, text in files.items():
        write(tmp_path, f"mall/{name}", text)

    (problem,) = found_in(tmp_path, "theme: {custom_dir: mall}")

    assert str(problem.location) == place


def test_a_template_that_another_names_is_in_order(tmp_path):
    write(tmp_path, "mall/main.html", '{% extends "grund.html" %}{% include "partials/x.html" %}')
    write(tmp_path, "mall/grund.html", "{% block eget %}{% endblock %}")
    write(tmp_path, "mall/partials/x.html", "x")
    write(tmp_path, "mall/partials/footer.html", "x")

    assert not found_in(tmp_path, "theme: {custom_dir: mall}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("header.html", "<b>\n{{ lang.t('header') }}</b>"),
        ("footer.html", "<b>\n{% include 'partials/copyright.html' %}</b>"),
        ("nytt.html", "<b>\n{% include 'partials/finns-inte.html' %}</b>"),
    ],
)
def test_a_template_of_materials_is_no_template_of_this_theme(tmp_path, name, text):
    write(tmp_path, f"mall/partials/{name}", text)
    write(tmp_path, "mall/main.html", "{% extends 'base.html' %}{% include 'partials/nytt.html' %}")
    write(tmp_path, "mall/partials/nytt.html", text if name == "nytt.html" else "")

    (problem,) = found_in(tmp_path, "theme: {custom_dir: mall}").errors

    assert (problem.location.path, problem.location.line) == (f"mall/partials/{name}", 2)
    if name == "header.html":
        assert f"theme/partials/{name}" in problem.fix


def test_a_template_may_look_for_what_is_not_there_and_have_words_of_its_own(tmp_path):
    text = "{% set lang = x %}{{ lang.t('a') }}{% include 'partials/toc.html' ignore missing %}"
    icon = "{% include '.icons/material/heart.svg' %}"
    write(tmp_path, "mall/partials/header.html", text + icon)

    assert not found_in(tmp_path, "theme: {custom_dir: mall}").found


def test_a_picture_named_from_the_wrong_folder_is_told_its_right_name(tmp_path):
    write(tmp_path, "content/pages/bilder/logga.svg", "<svg/>")

    (problem,) = found_in(tmp_path, "theme: {logo: content/pages/bilder/logga.svg}")

    assert problem.fix.endswith(": bilder/logga.svg")
