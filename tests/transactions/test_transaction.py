"""Several files as one: all of them or none, and only over what was there when it was decided."""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import os
import shutil
from pathlib import Path

import pytest

from exempelbank.exceptions import FilesChangedMeanwhile, InterruptedTransaction, UnwritableFile
from exempelbank.files.disk import digest
from exempelbank.transactions import JOURNAL, Transaction, carry_out, journal, transaction
from exempelbank.transactions.file_steps import READY, digest_of
from exempelbank.transactions.transaction import finish

WRITTEN = {"content/news/a.md": "new a", "content/news/b.md": "new b"}
REMOVED = ("submissions/C-1.md",)
BEFORE = {"content/news/a.md": "old a", "submissions/C-1.md": "old c"}
AFTER = WRITTEN


@pytest.fixture
def root(tmp_path):
    for path, text in BEFORE.items():
        write(tmp_path, path, text)
    (tmp_path / ".exempelbank").mkdir()
    return tmp_path


@pytest.fixture
def decided(root):
    return Transaction(WRITTEN, REMOVED, {path: digest_of(root / path) for path in BEFORE})


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file()
    }


def cut_short(decided, root, monkeypatch, after: int) -> None:
    """The power goes after this many of its three files."""
    done = iter(range(3))
    take = transaction.FileStep.take

    def until(step, root):
        if next(done) == after:
            raise KeyboardInterrupt
        take(step, root)

    with monkeypatch.context() as patched:
        patched.setattr(transaction.FileStep, "take", until)
        with pytest.raises(KeyboardInterrupt):
            carry_out(decided, root)


def test_a_change_writes_and_takes_away_and_leaves_nothing_else(root, decided):
    carry_out(decided, root)

    assert files(root) == AFTER


def test_the_file_of_the_same_text_is_left_as_it_is(root):
    looks = (root / "content/news/a.md").stat()
    carry_out(
        Transaction(
            {"content/news/a.md": "old a"},
            read={"content/news/a.md": digest_of(root / "content/news/a.md")},
        ),
        root,
    )

    assert (root / "content/news/a.md").stat() == looks


# ---- Changed meanwhile ----


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/news/a.md", "theirs"),
        ("content/news/a.md", None),
        ("content/news/b.md", "theirs"),
        ("submissions/C-1.md", "theirs"),
        ("submissions/C-1.md", None),
    ],
)
def test_nothing_is_changed_when_someone_has_changed_a_file_meanwhile(root, decided, path, text):
    if text is None:
        (root / path).unlink()
    else:
        write(root, path, text)
    before = files(root)

    with pytest.raises(FilesChangedMeanwhile, match=path):
        carry_out(decided, root)
    assert files(root) == before


def test_what_someone_saves_in_the_last_moment_is_not_written_over(root, decided, monkeypatch):
    move = shutil.move

    def saved_first(place, aside):
        if Path(place).name == "C-1.md":
            Path(place).write_text("theirs")
        return move(place, aside)

    monkeypatch.setattr(shutil, "move", saved_first)

    with pytest.raises(FilesChangedMeanwhile):
        carry_out(decided, root)
    assert files(root) == {**BEFORE, "submissions/C-1.md": "theirs"}


@pytest.mark.parametrize("name", ("a.md", "b.md"))
def test_a_file_that_appears_in_the_last_moment_is_not_written_over(
    root, decided, monkeypatch, name
):
    link = os.link

    def appeared_first(ready, place):
        if Path(place).name == name and not Path(place).exists():
            Path(place).write_text("theirs")
        return link(ready, place)

    monkeypatch.setattr(os, "link", appeared_first)

    with pytest.raises(FilesChangedMeanwhile):
        carry_out(decided, root)
    assert files(root) == {**BEFORE, f"content/news/{name}": "theirs"}


@pytest.mark.parametrize("why", (errno.EPERM, errno.EXDEV, errno.ENOTSUP))
def test_a_disk_without_links_or_another_one_is_no_hindrance(root, decided, monkeypatch, why):
    def no_links(*_):
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr(os, "link", no_links)
    carry_out(decided, root)
    assert files(root) == AFTER

    write(root, "content/news/c.md", "theirs")
    with pytest.raises(FilesChangedMeanwhile):
        carry_out(Transaction({"content/news/c.md": "ours"}), root)
    assert files(root) == {**AFTER, "content/news/c.md": "theirs"}


# ---- A disk that is full ----


@pytest.mark.parametrize("name", ("a.md", "b.md"))
def test_when_a_file_can_not_be_written_all_is_as_it_was(root, decided, monkeypatch, name):
    link = os.link

    def full(file, place):
        if Path(place).name == name and Path(file).suffix == ".new":
            raise OSError(errno.ENOSPC, "full")
        return link(file, place)

    def full_too(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr("exempelbank.transactions.file_steps.temporary_beside", full_too)

    with pytest.raises(UnwritableFile) as stopped:
        carry_out(decided, root)
    assert Path(stopped.value.filename).name == name
    assert files(root) == BEFORE


def test_a_change_that_can_neither_be_done_nor_taken_back_is_said_to_be_half_done(
    root, decided, monkeypatch
):
    def broken(step, root):
        raise UnwritableFile(errno.EIO, "broken", step.path)

    monkeypatch.setattr(transaction.FileStep, "take", broken)
    monkeypatch.setattr(transaction.FileStep, "take_back", broken)

    with pytest.raises(InterruptedTransaction):
        carry_out(decided, root)
    assert journal.cut_short(root)


# ---- Cut short ----


@pytest.mark.parametrize("after", range(3))
def test_what_was_cut_short_is_finished(root, decided, monkeypatch, after):
    cut_short(decided, root, monkeypatch, after)
    finished = finish(root)

    assert finished and finished.done
    assert set(finished.paths) == {*WRITTEN, *REMOVED}
    assert files(root) == AFTER
    assert finish(root) is None


@pytest.mark.parametrize("after", range(3))
@pytest.mark.parametrize("path", (*WRITTEN, *REMOVED))
def test_what_was_cut_short_never_takes_the_place_of_a_later_edit(
    root, decided, monkeypatch, after, path
):
    cut_short(decided, root, monkeypatch, after)
    write(root, path, "theirs")
    finish(root)

    assert files(root)[path] == "theirs"
    assert not journal.cut_short(root)


def test_an_edit_before_its_turn_takes_all_of_the_change_back(root, decided, monkeypatch):
    cut_short(decided, root, monkeypatch, 2)
    write(root, REMOVED[0], "theirs")
    finished = finish(root)

    assert finished and not finished.done
    assert files(root) == {**BEFORE, REMOVED[0]: "theirs"}


def test_the_half_of_a_file_that_a_power_cut_left_is_never_put_in_place(root, decided, monkeypatch):
    cut_short(decided, root, monkeypatch, 1)
    write(root, f"{READY}/1.new", "new")
    finished = finish(root)

    assert finished and not finished.done
    assert files(root) == BEFORE


def test_what_was_written_before_it_was_decided_is_taken_away(root):
    write(root, f"{READY}/0.new", "private")
    write(root, "submissions/.a1_b2c3d.tmp", "private")  # as earlier versions left them
    write(root, "content/pages/.om.md.tmp", "an editor's own")

    assert finish(root) is None
    assert files(root) == {**BEFORE, "content/pages/.om.md.tmp": "an editor's own"}


# ---- Journals of others ----


def steps(path: str, text: str) -> str:
    return json.dumps([{"number": 0, "path": path, "before": "", "after": digest(text.encode())}])


STEPS = steps("content/examples/x.md", "approved")


@pytest.mark.parametrize(
    "brought",
    [
        f"{'0' * 64}\n{STEPS}",
        f"{hmac.new(b'', STEPS.encode(), hashlib.sha256).hexdigest()}\n{STEPS}",
        f"\n{STEPS}",
        STEPS,
        json.dumps({"write": {"content/examples/x.md": "approved"}, "remove": []}),
        "",
        "\udcff",
        "[" * 100_000,
    ],
)
def test_a_journal_that_a_repository_brings_along_is_never_carried_out(root, brought):
    write(root, f"{READY}/0.new", "approved")
    (root / JOURNAL).write_bytes(brought.encode("utf-8", "surrogateescape"))

    with pytest.raises(InterruptedTransaction) as raised:
        finish(root)
    assert JOURNAL in str(raised.value)
    assert not (root / "content/examples/x.md").exists()


def test_a_journal_of_another_account_or_computer_waits_for_its_own(
    root, decided, monkeypatch, tmp_path_factory
):
    cut_short(decided, root, monkeypatch, 1)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("elsewhere")))
        journal.own_key.cache_clear()
        half = files(root)
        with pytest.raises(InterruptedTransaction):
            finish(root)
        assert files(root) == half
    journal.own_key.cache_clear()

    assert finish(root)
    assert files(root) == AFTER


def test_where_no_key_can_be_kept_changes_are_made_all_the_same(root, decided, monkeypatch):
    write(root, "a-file", "")
    monkeypatch.setenv("XDG_STATE_HOME", str(root / "a-file" / "state"))
    journal.own_key.cache_clear()
    carry_out(decided, root)
    journal.own_key.cache_clear()

    assert files(root) == {**AFTER, "a-file": ""}


def test_the_key_is_for_its_owner_alone(root, decided, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    journal.own_key.cache_clear()
    carry_out(decided, root)
    journal.own_key.cache_clear()

    (key,) = (path for path in (tmp_path / "state").rglob("*") if path.is_file())
    assert key.stat().st_mode & 0o777 == 0o600
