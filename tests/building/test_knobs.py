"""Knobs of mkdocs.yml in a real build; `make audit` builds with each of them."""

import shutil

import pytest

from tests.builders import PROJECT, a_published
from tests.building.builders import built
from tests.review.builders import a_project, stored
from tests.rules.knobs import NAMED, REFUSED, mkdocs_yml_with
from tests.site.builders import exempelbank, files_in, mkdocs, write

PAGE = "---\ntitle: Om oss\n---\n\nHej\n"


@pytest.fixture
def project(tmp_path):
    """A small one."""
    root = a_project(tmp_path / "project", stored(a_published()))
    write(root, "content/pages/om/index.md", PAGE)
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_a_strict_build_fails_where_a_knob_is_without_effect(project, build):
    write(project, "mkdocs.yml", mkdocs_yml_with(NAMED["palette.primary"][0]))

    done = build(project, "build")
    strict = build(project, "build", "--strict")

    assert (done.returncode, strict.returncode) == (0, 1)
    for words in (done.stderr, strict.stderr):
        assert words.count("(theme.palette)") == 1


@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_a_build_with_a_refused_knob_says_so_and_writes_nothing(project, build):
    write(project, "mkdocs.yml", mkdocs_yml_with(REFUSED["blog"]))

    done = build(project, "build")

    assert done.returncode == 1
    assert "(plugins: blog)" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert not (project / "content/pages/blog").exists()


def test_addresses_without_folders_are_refused_on_the_command_line_too(project):
    done = mkdocs(project, "build", "--no-directory-urls")

    assert done.returncode == 1
    assert "use_directory_urls: false" in done.stdout + done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("name", ("features", "analytics"))
def test_a_knob_that_is_named_changes_no_byte(project, tmp_path, name):
    built(project, tmp_path / "before")
    write(project, "mkdocs.yml", mkdocs_yml_with(NAMED[name][0]))
    result = built(project, tmp_path / "after")

    assert NAMED[name][1] in {problem.location.label for problem in result.problems}
    assert files_in(tmp_path / "after") == files_in(tmp_path / "before")


def test_check_tells_what_a_build_would(project):
    write(project, "mkdocs.yml", mkdocs_yml_with(REFUSED["offline"]))

    done = exempelbank(project, "check", "mkdocs.yml")

    assert done.returncode == 1
    assert "(plugins: offline)" in done.stdout
