"""The folder of the site: written only where it differs, and holding nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from exempelbank.building.output import Output


class Counted(NamedTuple):
    written: int
    removed: int


def written(folder: Path, files: dict[str, bytes]) -> Counted:
    output = Output(folder)
    removed = output.prune(files)
    return Counted(sum(output.write(uri, raw) for uri, raw in files.items()), removed)


def test_what_is_the_same_is_not_written_again(tmp_path):
    written(tmp_path, {"a/index.html": b"x", "b.xml": b"y"})
    changed = (tmp_path / "a/index.html").stat().st_mtime_ns

    again = written(tmp_path, {"a/index.html": b"x", "b.xml": b"z"})

    assert again.written == 1
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == changed
    assert (tmp_path / "b.xml").read_bytes() == b"z"


@pytest.mark.parametrize("damage", ("deleted", "edited", "emptied", "made a link"))
def test_what_someone_has_damaged_is_mended(tmp_path, damage):
    written(tmp_path / "site", {"a.html": b"whole"})
    page = tmp_path / "site/a.html"
    page.unlink()
    if damage == "made a link":
        (tmp_path / "elsewhere").write_bytes(b"whole")
        page.symlink_to(tmp_path / "elsewhere")
    elif damage != "deleted":
        page.write_bytes(b"other" if damage == "edited" else b"")

    again = written(tmp_path / "site", {"a.html": b"whole"})

    assert page.read_bytes() == b"whole" and not page.is_symlink()
    assert again.written == 1


def test_what_is_no_longer_in_the_site_is_taken_away_with_its_folder(tmp_path):
    written(tmp_path, {"a/b/index.html": b"x", "c.html": b"y"})
    (tmp_path / "strange.txt").write_text("not ours")

    again = written(tmp_path, {"c.html": b"y"})

    assert [path.name for path in tmp_path.iterdir()] == ["c.html"]
    assert again.removed == 2


def test_a_folder_whose_files_are_not_known_yet_is_left_until_they_are(tmp_path):
    written(tmp_path, {"index/a.json": b"x", "index/b.json": b"y"})
    output = Output(tmp_path)

    assert output.prune([], ["index/"]) == 0
    assert output.prune(["index/a.json"]) == 1
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["a.json"]


def test_hidden_files_stay(tmp_path):
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known/security.txt").write_text("the host's")

    assert written(tmp_path, {".htaccess": b"ours"}).removed == 0
    assert {path.name for path in tmp_path.iterdir()} == {".well-known", ".htaccess"}


def test_what_a_killed_build_had_begun_to_write_is_taken_away(tmp_path):
    for name in (".htaccess.123.tmp", "index.html.123.tmp"):
        (tmp_path / name).write_text("half")

    written(tmp_path, {"index.html": b"x"})

    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path):
    written(tmp_path, {"a": b"page", "b/index.html": b"folder"})

    written(tmp_path, {"a/index.html": b"folder", "b": b"page"})

    assert (tmp_path / "a/index.html").read_bytes() == b"folder"
    assert (tmp_path / "b").read_bytes() == b"page"


def test_a_linked_folder_in_the_site_goes_and_what_it_leads_to_stays(tmp_path):
    written(tmp_path / "elsewhere", {"index.html": b"somebody's"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "elsewhere")

    written(tmp_path / "site", {"a/index.html": b"ours"})

    assert not (tmp_path / "site/a").is_symlink()
    assert (tmp_path / "site/a/index.html").read_bytes() == b"ours"
    assert (tmp_path / "elsewhere/index.html").read_bytes() == b"somebody's"


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    written(tmp_path, {"a.html": b"whole"})
    again = Output(tmp_path)
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))

    with pytest.raises(OSError, match="full"):
        again.write("a.html", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"whole"
