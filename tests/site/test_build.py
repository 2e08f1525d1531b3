"""The build, by the processes people start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from exempelbank.model.kinds import PUBLISHED_KINDS
from tests.builders import PROJECT
from tests.site.builders import (
    Reading,
    a_project,
    change,
    exempelbank,
    files_in,
    mkdocs,
    pages_of,
    write,
)


def test_our_own_command_gives_the_same_bytes_as_mkdocs(built_site, tmp_path):
    done = exempelbank(PROJECT, "build", "--site-dir", str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert files_in(tmp_path) == files_in(built_site)


def test_two_builds_give_the_same_bytes(built_site, tmp_path):
    """Whatever order Python happens to hold its sets in."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )

    assert files_in(tmp_path) == files_in(built_site)


def test_nothing_of_materials_own_is_published(built_site):
    published = files_in(built_site)

    assert not [name for name in published if "bundle" in name or "stylesheets" in name]
    assert not [name for name in published if name.startswith("search/")]


def test_a_project_builds_from_a_folder_within_it(tmp_path):
    project = a_project(tmp_path)

    assert exempelbank(project / "content", "build").returncode == 0
    assert (project / "site" / "index.html").exists()


# ---- What is broken is refused by name ----

FOLDERS = [*(kind.folder.rpartition("/")[2] for kind in PUBLISHED_KINDS), "pages"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """One file in every folder that can't be read, built once."""
    project = a_project(tmp_path_factory.mktemp("broken"))
    for folder in FOLDERS:
        write(
            project,
            f"content/{folder}/trasig.md",
            f"---\ntitle: Hemligt-{folder}\nsummary: a: b\n  x: [\n---\nHemlig text\n",
        )
    change(project, "content/pages/tipsa.md", "title: ", "titel: ")
    return project, mkdocs(project, "build")


def test_a_broken_file_fails_the_build(broken):
    _project, done = broken

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_broken_file_is_named_with_line_and_remedy(broken, folder):
    _project, done = broken

    said = re.search(rf"content/{folder}/trasig\.md:\d+: .+\n +\S+", done.stderr)
    assert said


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_of_a_broken_file_is_published_or_logged(broken, folder):
    project, done = broken
    site = b"".join(files_in(project / "site").values())

    assert f"Hemligt-{folder}".encode() not in site
    assert b"Hemlig text" not in site
    assert f"Hemligt-{folder}" not in done.stderr + done.stdout


def test_a_field_that_does_not_exist_is_named_in_a_page_written_by_hand(broken):
    _project, done = broken

    assert "content/pages/tipsa.md:2 (titel)" in done.stderr


def test_the_rest_of_the_site_is_built_all_the_same(broken, built_site):
    """Into how many pieces the search index is cut follows how many texts there are."""
    project, _done = broken
    built, whole = (
        {name for name in files_in(site) if not name.startswith("sok/index/")}
        for site in (project / "site", built_site)
    )

    assert built == whole - {"tipsa/index.html"}


def test_settings_that_cannot_be_read_stop_the_build_in_plain_words(tmp_path):
    project = a_project(tmp_path)
    write(project, "site_config/organisation.yml", "name: Ett\nurl: [\n")

    for done in (mkdocs(project, "build"), exempelbank(project, "build")):
        assert done.returncode == 1
        assert "site_config/organisation.yml:" in done.stderr
        assert "Traceback" not in done.stderr
        assert not (project / "site" / "index.html").exists()


def test_warnings_fail_only_a_strict_build(tmp_path):
    project = a_project(tmp_path)
    write(project, "content/pages/ny.md", "---\ntitle: Ny\n---\n[x](finns-inte.md)\n")

    assert exempelbank(project, "build").returncode == 0
    assert exempelbank(project, "build", "--strict").returncode == 1


# ---- Pages written by hand ----


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory):
    project = a_project(tmp_path_factory.mktemp("by_hand"))
    change(
        project,
        "site_config/organisation.yml",
        "url: https://exempelbanken.example/",
        "url: https://kommunen.example/bank/",
    )
    hostile = '"><script>alert(1)</script><meta http-equiv=refresh content=0>'
    write(
        project,
        "content/pages/ny/index.md",
        f"---\ntitle: '{hostile}'\ndescription: '{hostile}'\nsection: networks\n"
        "updated: 2026-02-03\n---\n# Rubrik\n\n[kalendern](/kalendarium/) [mer](mer.md)\n",
    )
    write(project, "content/pages/ny/mer.md", "---\ntitle: Mer\nindexed: no\n---\nText.\n")
    write(project, "content/pages/nyheter.md", "---\ntitle: Krockar\n---\nText.\n")
    write(
        project,
        "site_config/redirects.yml",
        "redirects:\n  - from: gammal/adress/\n    to: ny/mer/\n  - from: natverk/\n    to: ny/\n"
        "  - from: ingenstans/\n    to: finns-inte/\n",
    )
    return project, mkdocs(project, "build")


def page_at(project: Path, address: str) -> Reading:
    return Reading((project / "site" / address / "index.html").read_text(encoding="utf-8"))


def test_a_title_can_not_leave_its_place(by_hand):
    project, _done = by_hand
    page = page_at(project, "ny")

    assert not [one for one in page.all("meta") if one.get("http-equiv") == "refresh"]
    assert all(
        one.get("src") or one.get("type") == "application/ld+json" for one in page.all("script")
    )
    assert "&lt;script&gt;" in page.html


def test_the_title_is_the_only_first_heading(by_hand):
    project, _done = by_hand
    page = page_at(project, "ny")

    assert len(page.all("h1")) == 1
    assert "Rubrik</h2>" in page.html


def test_links_stay_within_the_folder_where_the_site_lives(by_hand):
    project, _done = by_hand

    for page in pages_of(project / "site").values():
        for address in page.addresses:
            assert not address.startswith("/") or address.startswith("/bank/")


def test_the_crumbs_lead_through_the_page_above(by_hand):
    project, _done = by_hand

    assert 'href="/bank/ny/"' in page_at(project, "ny/mer").html


def test_a_page_may_light_an_entry_of_the_menu(by_hand):
    project, _done = by_hand
    lit = [one["href"] for one in page_at(project, "ny").all("a") if one.get("aria-current")]

    assert lit == ["/bank/natverk/"]


def test_a_page_that_wants_an_address_already_taken_is_refused(by_hand):
    project, done = by_hand

    assert done.returncode == 1
    assert "content/pages/nyheter.md: " in done.stderr
    assert "Krockar" not in (project / "site/nyheter/index.html").read_text(encoding="utf-8")


def test_an_old_address_leads_to_the_new_one(by_hand):
    project, _done = by_hand
    page = page_at(project, "gammal/adress")

    assert '<meta http-equiv="refresh" content="0; url=/bank/ny/mer/">' in page.html
    assert "/bank/ny/mer/" in page.addresses
    assert "noindex" in page.html


def test_a_redirect_from_a_page_or_to_nowhere_is_refused(by_hand):
    project, done = by_hand

    assert "site_config/redirects.yml:4 (redirects.2.from)" in done.stderr
    assert "site_config/redirects.yml:7 (redirects.3.to)" in done.stderr
    assert not (project / "site/ingenstans").exists()


def test_search_engines_learn_of_pages_by_their_true_dates(by_hand):
    project, _done = by_hand
    sitemap = (project / "site/sitemap.xml").read_text(encoding="utf-8")

    assert "<loc>https://kommunen.example/bank/ny/</loc><lastmod>2026-02-03</lastmod>" in sitemap
    assert "/ny/mer/" not in sitemap
    assert '<meta name="robots" content="noindex">' in page_at(project, "ny/mer").html
