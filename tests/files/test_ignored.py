"""What is hidden, or left by an editor, is nobody's page."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from exempelbank.files.ignored import is_ignored
from tests.builders import PROJECT
from tests.review.builders import a_project as a_checked_project
from tests.review.builders import run
from tests.site.builders import a_project, exempelbank, files_in, mkdocs, write

LEFT = (
    ".om.md.swp",  # vim
    ".om.md.swo",
    "om.md.swp",
    "om.md~",
    "#om.md#",  # emacs
    ".#om.md",
    "om.md.save",  # nano
    "om.md.bak",
    "OM.MD.BAK",
    "om.md.old",
    "om.md.tmp",
    "om.md.orig",  # git, patch
    "om.md.rej",
    "~$om.docx",  # Word
    ".~lock.om.odt#",  # LibreOffice
    "~WRL0001.tmp",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "._om.md",
    "__MACOSX/om.md",
    ".env",
    ".git/config",
    ".obsidian/om.md",
    "mapp/.dold/om.md",
    "mapp~/om.md",
    ".well-known/security.txt",
)
MEANT = ("om.md", "om/index.md", "a.b.md", "c#.md", "bild~1.jpg", "swp.md", "tmp/om.md", "bak.pdf")


@pytest.mark.parametrize("name", LEFT)
def test_what_nobody_meant_to_publish_is_known_by_its_name(name):
    assert is_ignored(PurePath(name))


@pytest.mark.parametrize("name", MEANT)
def test_what_has_an_ordinary_name_is_meant(name):
    assert not is_ignored(PurePath(name))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = a_project(tmp_path_factory.mktemp("project"))
    for name in LEFT:
        write(project, f"content/pages/{name}", "---\ntitle: Kanariefågel\n---\nKanariefågel")
        write(project, f"content/media/{name}", "Kanariefågel")
    return project


@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_no_build_publishes_it(project, build):
    write(project, "content/pages/meant.svg", "<svg/>")
    done = build(project, "build", "--site-dir", f"../{build.__name__}")
    site = project.parent / build.__name__

    assert done.returncode == 0, done.stderr
    assert not [name for name, raw in files_in(site).items() if "Kanariefågel".encode() in raw]
    assert (site / "meant.svg").exists()


def test_check_says_of_each_that_it_is_not_published(tmp_path, capsys):
    root = a_checked_project(tmp_path)
    write(root, "mkdocs.yml", (PROJECT / "mkdocs.yml").read_text("utf-8"))
    for name in (".hidden/a.md", ".hidden/b.md", "om.md~", ".gitkeep", "mer.md"):
        write(root, f"content/pages/{name}", "---\ntitle: Om\n---\n")
    write(root, "content/media/Thumbs.db", "x")

    assert run(root, "check") == 0
    said = capsys.readouterr().out.splitlines()
    paths = [line.partition(":")[0] for line in said if line.startswith("content/")]
    assert paths == ["content/pages/.hidden", "content/pages/om.md~", "content/media/Thumbs.db"]


@pytest.mark.parametrize("key", ("exclude_docs", "draft_docs"))
@pytest.mark.parametrize("build", (exempelbank, mkdocs))
def test_what_mkdocs_yml_leaves_out_is_told_of_nowhere(tmp_path, key, build):
    root = a_checked_project(tmp_path)
    config = (PROJECT / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", f"{config}{key}: |\n  # ännu inte\n  utkast/\n  *.svg\n")
    write(root, "content/pages/om/index.md", "---\ntitle: Om\n---\nText")
    write(root, "content/pages/om.svg", "<svg>Kanariefågel</svg>")
    write(root, "content/pages/utkast/x.md", "---\ntitle: Kanariefågel\n---\nKanariefågel")
    write(root, "content/pages/utkast/y.md", "Kanariefågel utan början")

    done = build(root, "build", "--strict")

    assert done.returncode == 0, done.stderr
    site = files_in(root / "site")
    assert "om/index.html" in site
    assert not [name for name, raw in site.items() if "anariefågel".encode() in raw]
    assert not [name for name in site if "utkast" in name or name == "om.svg"]
