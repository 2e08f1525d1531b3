"""A folder is given a site only when nothing is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.building.site_folder import MARKER, mark_as_site, why_unusable
from tests.site.builders import a_project, change, exempelbank, files_in, mkdocs, write


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "project"
    for name in ("content", "site_config"):
        (root / name).mkdir(parents=True)
    return root


def test_a_new_folder_is_given_a_site(root):
    assert why_unusable(root / "site", root) == ""
    assert why_unusable(root / "a/b/site", root) == ""
    assert why_unusable(root.parent / "site", root) == ""


def test_an_empty_folder_is_given_a_site(root):
    (root / "site").mkdir()

    assert why_unusable(root / "site", root) == ""


@pytest.mark.parametrize("name", (".git/HEAD", ".well-known/security.txt", ".gitkeep", ".nojekyll"))
def test_hidden_files_stay_and_are_in_nobodys_way(root, name):
    write(root, f"site/{name}", "x")

    assert why_unusable(root / "site", root) == ""


@pytest.mark.parametrize("name", ("avhandling.docx", "index.html", "bilder/a.jpg", ".htaccess"))
def test_a_folder_with_other_files_is_refused_until_it_has_the_mark(root, name):
    write(root, f"site/{name}", "x")
    assert why_unusable(root / "site", root)

    mark_as_site(root / "site")
    assert why_unusable(root / "site", root) == ""


@pytest.mark.parametrize(
    "name",
    (
        ".",
        "..",
        "content",
        "content/examples",
        "content/new",
        "site_config",
        "submissions",
        "submissions/new",
        ".git",
        ".exempelbank",
        ".exempelbank/new",
    ),
)
def test_the_mark_opens_no_folder_that_the_project_is_made_of(root, name):
    mark_as_site(root / name)

    assert why_unusable(root / name, root)


def test_the_root_of_everything_is_refused(root):
    assert why_unusable(Path(root.anchor), root)


def test_a_file_is_refused(root):
    write(root, "site", "x")

    assert why_unusable(root / "site", root)


@pytest.mark.parametrize("where", ("empty", "marked", "content", "nowhere"))
def test_a_link_to_a_folder_is_refused_wherever_it_leads(root, where):
    (root / "empty").mkdir()
    mark_as_site(root / "marked")
    (root / "site").symlink_to(root / where)

    assert why_unusable(root / "site", root)


@pytest.mark.parametrize("kind", ("folder", "link"))
def test_only_a_file_is_a_mark(root, kind):
    write(root, "site/a.html", "x")
    if kind == "folder":
        (root / "site" / MARKER).mkdir()
    else:
        (root / "site" / MARKER).symlink_to(root / "site/a.html")

    assert why_unusable(root / "site", root)


def test_no_build_clears_a_folder_with_other_files(tmp_path):
    project = a_project(tmp_path / "project")
    write(tmp_path, "Dokument/avhandling.docx", "x")
    change(project, "mkdocs.yml", "site_dir: site", "site_dir: ../Dokument")

    for done in (
        exempelbank(project, "build"),
        mkdocs(project, "build"),
        exempelbank(project, "build", "--site-dir", str(tmp_path / "Dokument")),
    ):
        assert done.returncode == 1
        assert str(tmp_path / "Dokument") in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert files_in(tmp_path / "Dokument") == {"avhandling.docx": b"x"}


def test_a_site_is_built_again_where_an_earlier_build_put_it(tmp_path):
    project = a_project(tmp_path / "project")
    assert exempelbank(project, "build").returncode == 0
    assert (project / "site" / MARKER).is_file()

    write(project, "site/en-annans-sida.html", "x")
    assert mkdocs(project, "build").returncode == 0
    assert not (project / "site/en-annans-sida.html").exists()
