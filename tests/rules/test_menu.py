"""`nav` of mkdocs.yml adds to the menu, and says what it can't add."""

import pytest

from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Severity
from exempelbank.rules.menu import check_menu, menu_entries
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from tests.rules.knobs import mkdocs_yml_with
from tests.site.builders import write


def config_with(folder, nav):
    write(folder, "content/pages/om/index.md", "")
    write(folder, MKDOCS_FILE, mkdocs_yml_with(f"nav: {nav}"))
    return read_mkdocs_file(folder)


def test_pages_places_on_the_site_and_addresses_may_be_in_it(tmp_path):
    nav = "[om/index.md, {Om oss: om/index.md}, {Nytt: /nyheter/}, {SKR: 'https://skr.example/'}]"
    config = config_with(tmp_path, nav)

    assert [(one.title, one.leads_to) for one in menu_entries(config)] == [
        ("", "om/index.md"),
        ("Om oss", "om/index.md"),
        ("Nytt", "/nyheter/"),
        ("SKR", "https://skr.example/"),
    ]
    assert [*check_menu(config)] == []


@pytest.mark.parametrize(
    "nav",
    (
        "[finns-inte.md]",
        "[{Om: ../../README.md}]",
        "[{Hej: 'javascript:alert(1)'}]",
        "[{Hej: 'http://skr.example/'}]",
        "[{Hej: om/}]",
        "[{Hej: //skr.example/}]",
        "['https://skr.example/']",
        "[/nyheter/]",
        "[{Om: [{Vi: om/index.md}, om/index.md]}]",
    ),
)
def test_what_can_not_be_in_it_as_written_is_warned_of_once_with_its_line(tmp_path, nav):
    (problem,) = check_menu(config_with(tmp_path, nav))

    assert problem.severity is Severity.WARNING
    assert problem.location.line


@pytest.mark.parametrize("nav", ("x", "{a: 1}", "[1, null, [], {}]", "[{a: null}]"))
def test_whatever_stands_there_is_read_as_far_as_it_can_be(tmp_path, nav):
    assert len([*check_menu(config_with(tmp_path, nav))]) <= 1


def test_a_draft_in_it_is_said_to_be_in_the_preview_alone(tmp_path):
    config_with(tmp_path, "[om/index.md]")
    write(tmp_path, MKDOCS_FILE, mkdocs_yml_with("{nav: [om/index.md], draft_docs: om/}"))

    (problem,) = check_menu(read_mkdocs_file(tmp_path))

    assert problem.severity is Severity.NOTICE and "om/index.md" in problem.says


def test_a_misspelt_page_is_told_the_name_it_was_meant_to_have(tmp_path):
    config_with(tmp_path, "[]")
    write(tmp_path, "content/pages/om/kontakt.md", "")

    (problem,) = check_menu(config_with(tmp_path, "[om/kontat.md]"))

    assert "om/kontakt.md" in problem.fix
