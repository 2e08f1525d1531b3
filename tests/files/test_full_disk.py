"""A full disk, told in words by every command that writes, which leaves everything as it was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from exempelbank.exceptions import UnwritableFile
from exempelbank.files.disk import write_files
from tests.builders import PROJECT, a_published, a_submission
from tests.intake.builders import a_csv
from tests.intake.builders import a_project as with_a_form
from tests.review.builders import a_project, a_ready_one, stored, write
from tests.transactions.processes import Process, tree

BY = ("--by", "anna-ek")
COMMANDS = {
    "import": ("import", "svar.csv", "--form", "prov"),
    "inspect": ("inspect", "svar.csv", "--save", "ny"),
    "handle": ("handle", "FC-2026-014", *BY),
    "checklist": ("checklist", "FC-2026-015", "relevance=yes", "--by", "bo-lind"),
    "set-state": ("set-state", "FC-2026-015", "declined", *BY, "--note", "Nej."),
    "approve": ("approve", "FC-2026-016", *BY, "--not-involved"),
    "pause": ("pause", "FC-2026-001", *BY, "--reason", "x"),
    "withdraw": ("withdraw", "FC-2026-001", *BY, "--reason", "x", "--yes", "--decision", "1"),
    "archive": ("archive", "FC-2026-002", *BY),
    "report": ("report", "FC-2026-014", "--out", "ut/rapport.md"),
    "report over another": ("report", "FC-2026-014", "--out", "before.md"),
    "preview": ("preview", "FC-2026-015", "--out", "ut/sida.html"),
    "digest": ("digest", "--since", "2026-01-01", "--out", "ut/brev.txt"),
    "stats": ("stats", "--out", "ut/tal.txt"),
    "schema": ("schema",),
    "schema elsewhere": ("schema", "--write", "ut"),
}


def full_disk() -> None:
    """Files may be made, but nothing written in them."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    root = with_a_form(
        a_project(
            tmp_path_factory.mktemp("full"),
            stored(a_submission()),
            stored(a_ready_one(id="FC-2026-015", title="En annan")),
            stored(a_ready_one(id="FC-2026-016", title="En tredje")),
            stored(a_published(id="FC-2026-001"), slug="publicerad"),
            stored(a_published(id="FC-2026-002"), slug="gammal"),
        )
    )
    (root / "svar.csv").write_bytes(a_csv({}))
    (root / "ut").mkdir()
    write(root, "before.md", "as it was")
    return root


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told_with_the_path_and_nothing_is_changed(root, name):
    before = tree(root)
    ended = Process(root, COMMANDS[name], first=full_disk).ended()

    assert ended.code == 1
    said = ended.said.splitlines()[-1]
    assert said.startswith("Inget ändrades: ") and "filen blir för stor" in said, ended.said
    assert "None" not in said
    assert {path: raw for path, raw in tree(root).items() if raw or path in before} == before


@pytest.mark.parametrize("name", COMMANDS)
def test_where_there_is_room_the_same_command_does_its_work(root, name):
    assert Process(root, COMMANDS[name]).ended().code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_what_is_printed_to_a_full_disk_is_told_too(root):
    done = subprocess.run(
        f"exec {sys.executable} -m exempelbank --project {root} queue >/dev/full",
        shell=True,
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "disken är full" in line


def test_a_full_disk_can_be_purged(root):
    write(root, "submissions/inbox/gammal.csv", "x")

    assert Process(root, ("inbox", "--purge", "0"), first=full_disk).ended().code == 0
    assert not (root / "submissions/inbox/gammal.csv").exists()


def test_of_several_files_all_are_written_or_none(tmp_path):
    (tmp_path / "c").mkdir()
    write(tmp_path, "a", "as it was")

    with pytest.raises(UnwritableFile, match="c"):
        write_files({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"})
    assert tree(tmp_path) == {"a": b"as it was"}


def test_a_device_is_written_to_and_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_files({tmp_path / "pipe": "text"})

    assert os.read(reading, 10) == b"text"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_is_followed(tmp_path):
    write(tmp_path, "a", "old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write_files({tmp_path / "link": "new"})

    assert (tmp_path / "a").read_text() == "new"
