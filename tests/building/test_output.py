"""The folder of the site: written only where it differs, and holding nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.output import Output


def written(folder: Path, files: dict[str, bytes], before=None, made_of: bytes = b"") -> Output:
    output = Output(folder, before or {})
    output.clear_of_others(files)
    for uri, raw in files.items():
        output.add(uri, made_of, lambda raw=raw: raw)
    return output


def test_what_is_the_same_is_not_written_again(tmp_path):
    first = written(tmp_path, {"a/index.html": b"x", "b.xml": b"y"})
    changed = (tmp_path / "a/index.html").stat().st_mtime_ns

    again = written(tmp_path, {"a/index.html": b"x", "b.xml": b"z"}, first.now)

    assert (again.counts.written, again.counts.unchanged) == (1, 1)
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == changed
    assert (tmp_path / "b.xml").read_bytes() == b"z"


def test_what_is_made_of_the_same_is_not_made_again(tmp_path):
    first = written(tmp_path, {"a.html": b"x"}, made_of=b"1")
    again = Output(tmp_path, first.now)

    again.add("a.html", b"1", lambda: pytest.fail("made again"))

    assert again.counts.unchanged == 1


@pytest.mark.parametrize("damage", ("deleted", "edited", "emptied"))
def test_what_someone_has_damaged_is_mended(tmp_path, damage):
    first = written(tmp_path, {"a.html": b"whole"}, made_of=b"1")
    page = tmp_path / "a.html"
    if damage == "deleted":
        page.unlink()
    else:
        page.write_bytes(b"other" if damage == "edited" else b"")
    again = Output(tmp_path, first.now)

    again.add("a.html", b"1", lambda: b"whole")

    assert page.read_bytes() == b"whole"
    assert again.counts.written == 1


def test_without_a_store_what_stands_there_is_left_alone(tmp_path):
    written(tmp_path, {"a.html": b"x"})

    again = written(tmp_path, {"a.html": b"x"})

    assert again.counts.unchanged == 1


def test_what_is_no_longer_in_the_site_is_taken_away_with_its_folder(tmp_path):
    first = written(tmp_path, {"a/b/index.html": b"x", "c.html": b"y"})
    (tmp_path / "strange.txt").write_text("not ours")

    again = written(tmp_path, {"c.html": b"y"}, first.now)

    assert [path.name for path in tmp_path.iterdir()] == ["c.html"]
    assert again.counts.removed == 2


def test_a_hidden_file_of_somebody_elses_stays(tmp_path):
    (tmp_path / ".well-known").write_text("the host's")
    first = written(tmp_path, {".htaccess": b"ours"})

    written(tmp_path, {}, first.now)

    assert [path.name for path in tmp_path.iterdir()] == [".well-known"]


def test_what_a_killed_build_had_begun_to_write_is_taken_away(tmp_path):
    for name in (".htaccess.123.tmp", "index.html.123.tmp"):
        (tmp_path / name).write_text("half")

    written(tmp_path, {"index.html": b"x"})

    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path):
    first = written(tmp_path, {"a": b"page", "b/index.html": b"folder"})

    written(tmp_path, {"a/index.html": b"folder", "b": b"page"}, first.now)

    assert (tmp_path / "a/index.html").read_bytes() == b"folder"
    assert (tmp_path / "b").read_bytes() == b"page"


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    first = written(tmp_path, {"a.html": b"whole"})
    again = Output(tmp_path, first.now)
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))

    with pytest.raises(OSError, match="full"):
        again.add("a.html", b"", lambda: b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"whole"


def test_the_folder_is_as_left_until_someone_touches_it(tmp_path):
    first = written(tmp_path, {"a.html": b"x", ".htaccess": b"y"})
    assert Output(tmp_path, first.now).is_as_left

    (tmp_path / "b.html").write_text("new")
    assert not Output(tmp_path, first.now).is_as_left
