"""What `exempelbank build` says, and when it ends at once."""

from __future__ import annotations

import re
import shutil

import pytest
import yaml

from exempelbank.building.inputs import inputs_hash
from exempelbank.building.last_build import unchanged_result
from tests.site.builders import a_project, change, exempelbank, files_in, mkdocs, write


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = a_project(tmp_path_factory.mktemp("project"))
    exempelbank(project, "build")
    return project


def text_of(path):
    return path.read_text("utf-8") if path.exists() else ""


def is_as_left(project):
    return unchanged_result(project, None, inputs_hash(project))


def counts(said: str) -> tuple[int, ...]:
    """(pages, files written, unchanged, removed)"""
    found = re.search(r"(\d+) sidor i .*; (\d+) filer skrivna, (\d+) oförändrade, (\d+) ", said)
    assert found, said
    return tuple(map(int, found.groups()))


def test_a_build_with_nothing_to_do_says_so(project):
    pages, written, unchanged, removed = counts(exempelbank(project, "build").stdout)

    assert (written, removed) == (0, 0)
    assert unchanged > pages > 200


def test_an_edit_writes_few_files(project):
    change(project, "content/news/tva-ar-med-psykisk-halsa.md", "\n---\n", "\n---\nNytt stycke.\n")

    assert 1 <= counts(exempelbank(project, "build").stdout)[1] <= 15


CHANGED = (
    "content/examples/fotobok-fore-forsta-natten-pa-korttids.md",
    "content/media/ny.jpg",
    "site_config/redirects.yml",
    "mkdocs.yml",
    "a-theme/main.html",
    "site/index.html",
    "site/ny.html",
)


def test_only_a_build_with_nothing_changed_ends_at_once(tmp_path):
    project = a_project(tmp_path)
    write(project, "a-theme/main.html", "named in mkdocs.yml")
    write(project, "mkdocs.yml", (project / "mkdocs.yml").read_text() + "extra:\n  x: a-theme\n")
    exempelbank(project, "build")

    for name in CHANGED:
        assert is_as_left(project), f"before {name}"
        path, aside = project / name, tmp_path / "aside"
        if path.exists():
            shutil.copy2(path, aside)
        write(project, name, f"{text_of(path)}\n")
        assert not is_as_left(project), name
        if aside.exists():
            aside.rename(path)  # as it was, and as old
        else:
            path.unlink()


@pytest.mark.parametrize(
    "further",
    (
        "hooks: [krok.py]",
        "plugins: [exempelbank, search]",
        "INHERIT: annan.yml",
        "markdown_extensions: [egen]",
        "markdown_extensions: [{pymdownx.snippets: {base_path: [..]}}]",
        "extra: &a {x: *a}",
        "theme: {name: material, custom_dir: /tmp}",
    ),
)
def test_where_more_decides_than_can_be_known_a_build_is_never_called_unchanged(project, further):
    config = yaml.safe_load((project / "mkdocs.yml").read_text()) | yaml.safe_load(further)
    config = {name: value for name, value in config.items() if name != "site_dir"}
    (project / "andra").mkdir(exist_ok=True)

    write(project, "andra/mkdocs.yml", yaml.safe_dump(config))

    assert inputs_hash(project) is not None
    assert inputs_hash(project / "andra") is None


def test_a_linked_folder_is_never_called_unchanged(tmp_path):
    project = a_project(tmp_path / "project")
    (project / "content/news").rename(tmp_path / "news")
    (project / "content/news").symlink_to(tmp_path / "news")

    assert inputs_hash(project) is None


def test_extensions_that_are_installed_and_read_no_files_may_be_used(project):
    text = (project / "mkdocs.yml").read_text() + "markdown_extensions: [admonition, toc]\n"
    write(project, "utokad/mkdocs.yml", text)

    assert inputs_hash(project / "utokad") is not None


@pytest.mark.parametrize(
    ("name", "is_known"),
    [
        ("!!python/name:material.extensions.emoji.twemoji ", True),
        ("!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}", True),
        ("!!python/name:egen.sak ", False),
        ("!!python/object/apply:egen.sak {kwds: {}}", False),
        (
            "!!python/object/apply:pymdownx.slugs.slugify {kwds: {x: !!python/name:egen.sak }}",
            False,
        ),
        ("!!python/object/apply:pymdownx.slugs.slugify [x]", False),
        ("!!python/module:egen ", False),
    ],
)
def test_what_packages_hold_may_be_named_as_materials_documentation_does_it(
    project, name, is_known
):
    extensions = f"markdown_extensions:\n- toc:\n    slugify: {name}\n"
    write(project, "namn/mkdocs.yml", f"site_name: x\nplugins: [exempelbank]\n{extensions}")

    assert (inputs_hash(project / "namn") is not None) == is_known


def test_what_mkdocs_built_is_built_again_by_our_command(tmp_path):
    """It may have been told more than stands in mkdocs.yml."""
    project = a_project(tmp_path)
    exempelbank(project, "build")
    assert is_as_left(project)

    mkdocs(project, "build", "--theme", "readthedocs")

    assert not is_as_left(project)


def test_where_nothing_can_be_kept_a_build_is_made_all_the_same(tmp_path, monkeypatch):
    project = a_project(tmp_path / "project")
    write(tmp_path, "cache", "a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    first, again = exempelbank(project, "build"), exempelbank(project, "build")

    assert (first.returncode, again.returncode) == (0, 0)
    assert counts(again.stdout)[1] == 0


def test_a_long_text_in_mkdocs_yml_is_no_name_of_a_file(project):
    write(project, "lang/mkdocs.yml", f"site_name: {'x' * 5000}\nplugins: [exempelbank]\n")

    assert inputs_hash(project / "lang")


def test_the_timings_name_the_steps(project):
    done = exempelbank(project, "build", "--clean", "--timings")

    steps = re.findall(r"^ *(\d+\.\d\d) s  (.+)$", done.stdout, re.MULTILINE)
    assert {"Läser biblioteket", "Skriver webbplatsen", "MkDocs skriver sidornas layout"} <= {
        name for _seconds, name in steps
    }


def test_a_page_taken_away_is_counted_as_removed(project):
    write(project, "content/pages/kort.md", "---\ntitle: Kort\n---\nText.\n")
    exempelbank(project, "build")
    before = set(files_in(project / "site"))
    (project / "content/pages/kort.md").unlink()
    removed = counts(exempelbank(project, "build").stdout)[3]

    gone = before - set(files_in(project / "site"))  # the page, and what search shows of it
    assert "kort/index.html" in gone and removed == len(gone)


def test_what_is_refused_is_counted_and_told_again_in_each_build(project):
    write(project, "content/news/trasig.md", "---\ntitle: [\n---\n")
    first, again = exempelbank(project, "build"), exempelbank(project, "build")
    (project / "content/news/trasig.md").unlink()

    for done in (first, again):
        assert done.returncode == 1
        assert "content/news/trasig.md:" in done.stderr
        assert "1 nekad" in done.stdout


def test_a_warning_of_mkdocs_is_told_again_in_each_build(project):
    write(project, "content/pages/lank.md", "---\ntitle: Länk\n---\n[x](finns-inte.md)\n")
    first, again = exempelbank(project, "build"), exempelbank(project, "build")
    (project / "content/pages/lank.md").unlink()

    assert "finns-inte.md" in first.stderr
    assert "finns-inte.md" in again.stderr


def test_on_another_day_the_site_is_that_days(project):
    change(project, "site_config/organisation.yml", "as_of: 2026-03-16", "as_of: 2026-12-01")
    done = exempelbank(project, "build")
    change(project, "site_config/organisation.yml", "as_of: 2026-12-01", "as_of: 2026-03-16")

    assert counts(done.stdout)[1] > 0


@pytest.mark.parametrize("folder", (".", "..", "content", "content/examples", "submissions"))
@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_a_site_is_never_put_where_the_project_lies(project, folder, build):
    """A folder that gets a site is cleared of everything else."""
    (project / "submissions").mkdir(exist_ok=True)
    before = files_in(project / "content")

    done = build(project, "build", "--site-dir", folder)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    says = done.stdout + done.stderr
    assert "kan inte läggas i" in says or "'docs_dir' should not be within the 'site_dir'" in says
    assert files_in(project / "content") == before
    assert (project / "mkdocs.yml").exists()


def test_a_site_that_can_not_be_written_is_told_in_words(project):
    (project / "a-file").write_text("")
    done = exempelbank(project, "build", "--site-dir", "a-file/site")

    assert done.returncode == 1
    assert "Webbplatsen kunde inte skrivas" in done.stderr
    assert "Traceback" not in done.stderr


def test_only_a_site_that_is_whole_is_told_of_on_stdout(project):
    """The publishing workflow goes by it, since what was left out makes the exit code 1 as well."""
    write(project, "content/news/trasig.md", "---\ntitle: [\n---\n")
    whole = exempelbank(project, "build")
    (project / "content/news/trasig.md").unlink()
    change(project, "site_config/addresses.yml", "\n", "\n: [\n")
    broken = exempelbank(project, "build")
    change(project, "site_config/addresses.yml", "\n: [\n", "\n")
    unwritten = exempelbank(project, "build", "--site-dir", "mkdocs.yml/site")

    assert [done.returncode for done in (whole, broken, unwritten)] == [1, 1, 1]
    assert whole.stdout
    assert not broken.stdout
    assert not unwritten.stdout


def test_what_mkdocs_says_is_told_as_its_words_and_what_became_of_it_in_ours(project):
    change(project, "mkdocs.yml", "site_dir: site\n", "site_dir: content\nsite_dir: content\n")

    said = exempelbank(project, "build").stderr

    assert re.fullmatch(
        r"MkDocs säger: ”Config value .*”\nmkdocs.yml går inte att använda som den är.*\n", said
    )
