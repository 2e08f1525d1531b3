"""What someone who knows Material writes in mkdocs.yml either works or is named."""

import pytest

from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Problems, Severity
from exempelbank.rules.mkdocs_knobs import (
    PLUGINS_WITHOUT_EFFECT,
    REFUSED_EXTENSIONS,
    REFUSED_PLUGINS,
    WITHOUT_EFFECT,
    check_knobs,
)
from exempelbank.settings import load_settings
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from tests.builders import PROJECT, sample_settings
from tests.review.builders import a_project
from tests.rules.knobs import NAMED, REFUSED, WORKING, mkdocs_yml_with
from tests.site.builders import write


def found_in(folder, text):
    write(folder, MKDOCS_FILE, text)
    return [*check_knobs(read_mkdocs_file(folder), sample_settings())]


def test_the_sample_has_nothing_that_is_without_effect():
    assert [*check_knobs(read_mkdocs_file(PROJECT), sample_settings())] == []


@pytest.mark.parametrize(("further", "label"), NAMED.values(), ids=NAMED)
def test_a_knob_without_effect_is_named_once_with_its_line_and_a_remedy(tmp_path, further, label):
    (problem,) = found_in(tmp_path, mkdocs_yml_with(further))

    assert problem.severity is Severity.WARNING
    assert problem.location.label == label
    assert problem.location.line and problem.fix


@pytest.mark.parametrize("further", REFUSED.values(), ids=REFUSED)
def test_what_no_site_can_be_built_with_is_refused_in_one_line(tmp_path, further):
    (problem,) = found_in(tmp_path, mkdocs_yml_with(further))

    assert problem.severity is Severity.ERROR
    assert problem.location.line
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    "further",
    (
        "site_name: Exempelbanken",
        "site_url: https://exempelbanken.example",
        "theme: {language: sv}",
        "theme: {font: false}",
        "theme: {features: [navigation.path]}",
        "extra: {analytics: null, generator: false, mitt: eget}",
        "plugins: [{exempelbank: {}}, info]",
    ),
)
def test_what_has_its_effect_or_says_the_same_is_not_named(tmp_path, further):
    assert found_in(tmp_path, mkdocs_yml_with(further)) == []


def test_they_are_told_of_in_the_order_of_their_lines(tmp_path):
    text = mkdocs_yml_with(
        "{nav: [inte.md], extra: {social: []}, edit_uri: x, extra_css: [inte.css],"
        " theme: {icon: {}, palette: {}}, repo_url: x, plugins: [tags, blog]}"
    )

    lines = [problem.location.line for problem in found_in(tmp_path, text)]

    assert len(lines) == 9 and lines == sorted(lines)


def test_what_another_file_says_is_seen_where_it_is_inherited(tmp_path):
    write(tmp_path, "grund.yml", "INHERIT: mer.yml\nuse_directory_urls: true\n")
    write(tmp_path, "mer.yml", "use_directory_urls: false\ntheme: {palette: {primary: red}}\n")

    (problem,) = found_in(tmp_path, "INHERIT: grund.yml\n" + mkdocs_yml_with("{}"))

    assert problem.location.label == "theme.palette"


@pytest.mark.parametrize(
    "text",
    (
        "site_name: !ENV [NAMN, x]\nnav: [!!python/name:a.b ]\n",
        "a: &a {b: *a}\n",
        "plugins: 3\ntheme: [x]\nextra: nej\n",
        "theme: {features: navigation.tabs}\n",
        "plugins: [{}, [], {group: x}, null]\n",
        "INHERIT: mkdocs.yml\n",
        "[",
        "",
    ),
)
def test_whatever_stands_there_is_read_as_far_as_it_can_be(tmp_path, text):
    problems = found_in(tmp_path, text)

    assert {problem.location.path for problem in problems} <= {MKDOCS_FILE}


def test_where_site_config_says_nothing_mkdocs_yml_is_read(tmp_path):
    root = a_project(tmp_path)
    organisation = root / "site_config/organisation.yml"
    lines = organisation.read_text("utf-8").splitlines(keepends=True)
    others = [line for line in lines if not line.startswith(("description:", "language:"))]
    organisation.write_text("".join(others), "utf-8")
    theme = "theme: {language: en}\nsite_description: Vad vi gör\n"
    write(root, MKDOCS_FILE, mkdocs_yml_with(theme))

    settings = load_settings(root, Problems())

    assert settings.organisation.language == "en"
    assert settings.organisation.description == "Vad vi gör"
    assert [*check_knobs(read_mkdocs_file(root), settings)] == []


def test_the_guide_names_every_one_of_them():
    guide = (PROJECT / "docs/material.md").read_text("utf-8")
    knobs = (".".join(keys) for keys in WITHOUT_EFFECT)

    refused = (*REFUSED_PLUGINS, *REFUSED_EXTENSIONS)
    missing = {f"`{name}`" for name in (*knobs, *PLUGINS_WITHOUT_EFFECT, *refused)}
    assert {name for name in missing if name not in guide} == set()


@pytest.mark.parametrize("knob", WORKING.values(), ids=WORKING)
def test_what_works_is_not_named(tmp_path, knob):
    for name, text in {"content/pages/om/index.md": "x", **knob.files}.items():
        write(tmp_path, name, text)

    named = [one.location.label for one in found_in(tmp_path, mkdocs_yml_with(knob.further))]

    assert named == (["hooks"] if "hooks" in knob.further else [])
