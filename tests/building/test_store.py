"""The store may be deleted, damaged or held by another build, and no build is the worse for it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from generator.building.build import opened_build
from generator.building.sources import read_sources
from generator.building.store import opened_store, store_of
from generator.memory import keep_only
from generator.plugin.commands import build_with_mkdocs
from tests.building.builders import built, built_anew
from tests.site.builders import a_project, change, exempelbank, files_in


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return a_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def whole(project, tmp_path_factory):
    """The site as a clean build makes it."""
    folder = tmp_path_factory.mktemp("whole")
    built_anew(project, folder)
    return files_in(folder)


def test_what_is_put_on_a_shelf_is_there_the_next_time(tmp_path):
    with opened_store(tmp_path / "store") as store:
        store.shelf("a")[b"key"] = b"value"

    with opened_store(tmp_path / "store") as store:
        assert dict(store.shelf("a")) == {b"key": b"value"}
        assert not store.shelf("b")


def test_nothing_of_a_build_that_fails_is_kept(tmp_path):
    with pytest.raises(ZeroDivisionError), opened_store(tmp_path / "store") as store:
        store.shelf("a")[b"key"] = b"value"
        raise ZeroDivisionError

    with opened_store(tmp_path / "store") as store:
        assert not store.shelf("a")


def test_a_shelf_forgets_what_is_no_longer_asked_for(tmp_path):
    with opened_store(tmp_path / "store") as store:
        shelf = store.shelf("a")
        shelf.update({b"1": b"", b"2": b""})
        keep_only(shelf, {b"2"})

        assert list(shelf) == [b"2"]


def test_under_other_settings_nothing_is_remembered(tmp_path):
    with opened_store(tmp_path / "store") as store:
        store.enter(b"these")
        store.shelf("a")[b"key"] = b"value"
        store.enter(b"these")
        assert store.shelf("a")

        store.enter(b"others")
        assert not store.shelf("a")


@pytest.mark.parametrize("content", (b"", b"not a store", b"SQLite format 3\0" + b"\xff" * 5000))
def test_a_store_that_is_damaged_is_begun_anew(tmp_path, content):
    (tmp_path / "store").write_bytes(content)

    with opened_store(tmp_path / "store") as store:
        store.shelf("a")[b"key"] = b"value"

    with opened_store(tmp_path / "store") as store:
        assert store.shelf("a")[b"key"] == b"value"


def test_a_store_damaged_in_the_middle_is_no_hindrance(project, whole):
    exempelbank(project, "build")
    store = store_of(project)
    size = store.stat().st_size
    with store.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    change(project, "content/pages/tipsa.md", "title: ", "title: Nya ")

    done = exempelbank(project, "build")
    change(project, "content/pages/tipsa.md", "title: Nya ", "title: ")

    assert done.returncode == 0, done.stderr
    assert exempelbank(project, "build").returncode == 0
    assert files_in(project / "site") == whole


def test_a_store_of_another_form_is_begun_anew(tmp_path):
    with sqlite3.connect(tmp_path / "store") as connection:
        connection.execute("create table kept (something, different)")

    with opened_store(tmp_path / "store") as store:
        assert not store.shelf("a")


def test_a_second_build_waits_for_the_first(tmp_path):
    order: list[str] = []

    def second() -> None:
        with opened_store(tmp_path / "store") as store:
            order.append(f"second finds {len(store.shelf('a'))}")

    with opened_store(tmp_path / "store") as store:
        waiting = threading.Thread(target=second)
        waiting.start()
        store.shelf("a")[b"key"] = b"value"
        time.sleep(0.3)
        order.append("first is done")
    waiting.join()

    assert order == ["first is done", "second finds 1"]


def test_a_store_deleted_between_builds_costs_nothing_but_time(project, whole):
    built(project, project / "site")
    store_of(project).unlink()

    again = built(project, project / "site")

    assert files_in(project / "site") == whole
    assert again.counts.written == 0


def test_a_build_killed_in_the_middle_is_mended_by_the_next(project, whole):
    built(project, project / "site")
    change(project, "site_config/organisation.yml", "site_name: ", "site_name: Nya ")
    killed = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli import main; main()", "build"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    start = (project / "site/index.html").stat().st_mtime_ns
    while killed.poll() is None and (project / "site/index.html").stat().st_mtime_ns == start:
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    killed.wait()
    half = files_in(project / "site")
    change(project, "site_config/organisation.yml", "site_name: Nya ", "site_name: ")

    built(project, project / "site")

    assert half != whole
    assert files_in(project / "site") == whole


def test_what_is_built_while_someone_saves_the_settings_is_not_remembered(project, tmp_path):
    with opened_build(project, tmp_path / "store") as build:
        assert build.sources
        change(project, "site_config/organisation.yml", "site_name: ", "site_name: Nya ")
        build_with_mkdocs(build, tmp_path / "site", strict=False)
    change(project, "site_config/organisation.yml", "site_name: Nya ", "site_name: ")

    with opened_store(tmp_path / "store") as store:
        assert not store.shelf("frame") and not store.written(tmp_path / "site")


def test_two_builds_at_once_leave_a_whole_site(project, whole):
    store_of(project).unlink(missing_ok=True)
    builds = [threading.Thread(target=exempelbank, args=(project, "build")) for _ in range(2)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()

    assert files_in(project / "site") == whole


def test_a_file_changed_just_now_is_read_again_whatever_the_clock_says(tmp_path):
    """Two changes may fall within one tick of a file system's clock."""
    (tmp_path / "content").mkdir()
    file = tmp_path / "content/a.md"
    file.write_text("one")
    looks = file.stat()
    first = read_sources(tmp_path, {})
    file.write_text("two")
    os.utime(file, ns=(looks.st_atime_ns, looks.st_mtime_ns))

    assert read_sources(tmp_path, first.seen)["content/a.md"] != first["content/a.md"]


def test_a_file_that_has_rested_is_not_read_again(tmp_path):
    (tmp_path / "content").mkdir()
    file = tmp_path / "content/a.md"
    file.write_text("one")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    first = read_sources(tmp_path, {})

    assert read_sources(tmp_path, first.seen).seen["content/a.md"] is first.seen["content/a.md"]
