"""A project's folder belongs to one command at a time."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from exempelbank.transactions import JOURNAL, lock
from exempelbank.transactions.lock import LOCK
from tests.builders import PROJECT, a_submission
from tests.review.builders import a_project, run, stored, write
from tests.transactions.processes import Process, tree

FILE = "submissions/FC-2026-014.md"
HANDLE = ("handle", "FC-2026-014", "--by", "bo-lind")


@pytest.fixture
def root(tmp_path):
    return a_project(tmp_path, stored(a_submission()))


@contextmanager
def another_at_work(root: Path):
    (root / LOCK).parent.mkdir(exist_ok=True)
    with (root / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


@pytest.mark.parametrize("command", (HANDLE, ("queue",), ("check",)))
def test_who_has_waited_for_long_is_told_and_changes_nothing(root, monkeypatch, capsys, command):
    monkeypatch.setattr(lock, "PATIENCE", 0.01)
    monkeypatch.setattr(lock, "LIMIT", 0.01)
    before = tree(root)
    with another_at_work(root):
        assert run(root, *command) == 1

    waits, stopped = capsys.readouterr().err.splitlines()
    assert "…" in waits and stopped
    assert tree(root) == before


def test_reading_leaves_no_trace(root):
    for command in ("check", "queue", "stats"):
        assert run(root, command) == 0

    assert not (root / ".exempelbank").exists()


def test_check_writes_nothing_where_others_have_been_at_work(root):
    write(root, LOCK, "")
    write(root, "submissions/.a1_b2c3d.tmp", "half")
    before = tree(root)

    assert run(root, "check") == 0
    assert tree(root) == before
    assert not (root / ".exempelbank/.gitignore").exists()


def test_what_is_kept_for_the_program_is_ignored_by_git_wherever_the_project_lies(root):
    run(root, *HANDLE)

    assert (root / ".exempelbank/.gitignore").read_text() == "*\n"


def test_what_was_cut_short_is_told_by_check_and_by_nothing_else(root, capsys):
    """What the files say meanwhile is neither as it was nor as it will be."""
    write(root, "content/examples/x.md", "half of a change")
    write(root, JOURNAL, "")
    for paths in ((), (str(root / "submissions"),)):
        assert run(root, "check", *paths, "--format", "json") == 1
        (problem,) = json.loads(capsys.readouterr().out)
        assert problem["path"] == JOURNAL


def test_a_journal_that_came_with_the_files_stops_what_would_write(root, capsys):
    write(root, JOURNAL, json.dumps({"write": {"content/examples/x.md": "x"}, "remove": [FILE]}))
    before = tree(root)
    assert run(root, *HANDLE) == 1
    assert JOURNAL in capsys.readouterr().err
    assert run(root, "queue") == 0

    assert JOURNAL in capsys.readouterr().err
    assert tree(root) == before


@pytest.mark.parametrize("name", (".exempelbank", LOCK, JOURNAL, ".exempelbank/tmp"))
def test_a_link_that_a_repository_brings_along_leads_nowhere(root, tmp_path_factory, name):
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "tmp/0.new", "theirs")
    write(outside, "0.new", "theirs")
    for file in ("lock", "change.json"):
        write(outside, file, "theirs")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(outside if name != LOCK else outside / "lock")
    for command in (("queue",), HANDLE, ("queue",), ("check",)):
        run(root, *command)

    assert set(tree(outside).values()) == {b"theirs"}
    assert len(tree(outside)) == 4


# ---- A folder that can't be written to ----


@pytest.fixture
def read_only():
    """For an account that may read it; the tests may run as one that may do everything."""
    root = Path(tempfile.mkdtemp())
    a_project(root / "project", stored(a_submission()))
    for path in (root, *root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield root / "project"
    for path in (root, *root.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(root)


def as_nobody() -> None:
    if os.geteuid() == 0:
        os.setuid(65534)


@pytest.mark.parametrize(
    "command",
    (
        ("check",),
        ("queue",),
        ("show", "FC-2026-014"),
        ("report", "FC-2026-014"),
        ("preview", "FC-2026-014"),
        ("stats",),
    ),
)
def test_a_folder_that_can_not_be_written_to_is_read_all_the_same(read_only, command):
    ended = Process(read_only, command, first=as_nobody).ended()

    assert ended.code == 0, ended.said


def test_where_nothing_can_be_written_that_is_told_with_the_path(read_only):
    ended = Process(read_only, HANDLE, first=as_nobody).ended()

    assert ended.code == 1
    assert ended.said.startswith(f"Inget ändrades: {read_only}/.exempelbank")
    assert "öppen i ett annat program" in ended.said


# ---- MkDocs ----


def mkdocs_config(root: Path):
    shutil.copy(PROJECT / "mkdocs.yml", root)
    config = load_config(str(root / "mkdocs.yml"), config_file_path=str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    return config


def test_a_build_by_mkdocs_waits_too(root, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.01)
    monkeypatch.setattr(lock, "LIMIT", 0.01)
    config = mkdocs_config(root)

    with another_at_work(root), pytest.raises(Abort):
        build(config)
    assert not (root / "site").exists()


def test_a_preview_has_the_folder_to_itself_only_while_it_builds(root):
    config = mkdocs_config(root)
    build(config)
    assert (root / "site/index.html").exists()

    with another_at_work(root):
        pass
