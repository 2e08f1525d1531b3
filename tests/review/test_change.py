"""A crash leaves all of a change done, or nothing."""

import generator.review.change as changing
import pytest
from generator.review.change import JOURNAL, Change, carry_out, finish_interrupted

CHANGE = Change(
    {"content/news/a.md": "new a", "content/news/b.md": "new b"}, ("submissions/C-1.md",)
)
BEFORE = {"content/news/a.md": "old a", "submissions/C-1.md": "old c"}
AFTER = {"content/news/a.md": "new a", "content/news/b.md": "new b"}


class PowerCut(BaseException):
    """Nothing runs after it."""


@pytest.fixture
def root(tmp_path):
    for path, text in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file()
    }


def fail_at(step, failure, monkeypatch):
    """The n-th file operation fails: writing (the journal is the first) or taking away."""
    count = iter(range(1, 100))
    write, unlink = changing.write_atomically, changing.Path.unlink

    def counted(operation):
        def wrapped(*arguments, **named):
            if next(count) == step:
                raise failure
            return operation(*arguments, **named)

        return wrapped

    monkeypatch.setattr(changing, "write_atomically", counted(write))
    monkeypatch.setattr(changing.Path, "unlink", counted(unlink))


def test_a_change_writes_and_takes_away(root):
    carry_out(CHANGE, root)

    assert files(root) == AFTER


@pytest.mark.parametrize("step", range(1, 6))
def test_after_a_power_cut_the_next_command_finishes_or_nothing_was_done(root, step, monkeypatch):
    with monkeypatch.context() as patched:
        fail_at(step, PowerCut(), patched)
        with pytest.raises(PowerCut):
            carry_out(CHANGE, root)
    finish_interrupted(root)

    assert files(root) == (BEFORE if step == 1 else AFTER)


@pytest.mark.parametrize("step", range(1, 5))
def test_when_a_file_cannot_be_written_all_is_as_it_was(root, step, monkeypatch):
    with monkeypatch.context() as patched:
        fail_at(step, PermissionError(13, "Permission denied"), patched)
        with pytest.raises(PermissionError):
            carry_out(CHANGE, root)

    assert files(root) == BEFORE


def test_nothing_is_left_to_finish_after_a_whole_change(root):
    carry_out(CHANGE, root)

    assert finish_interrupted(root) is None
    assert not (root / JOURNAL).exists()


def test_what_a_cut_short_change_had_done_is_done_once_more_without_harm(root):
    (root / JOURNAL).parent.mkdir()
    (root / JOURNAL).write_text(
        '{"write": {"content/news/a.md": "new a"}, "remove": ["submissions/GONE.md"]}'
    )

    assert finish_interrupted(root) == Change(
        {"content/news/a.md": "new a"}, ("submissions/GONE.md",)
    )
    assert files(root) == {**BEFORE, "content/news/a.md": "new a"}


@pytest.mark.parametrize(
    "journal",
    [
        '{"write": {"../x.md": "x"}, "remove": []}',
        '{"write": {"generator/x.py": "x"}, "remove": []}',
        '{"write": {"/etc/x.md": "x"}, "remove": []}',
        '{"write": {"content/news/a.md": 1}, "remove": []}',
        '{"write": {}, "remove": ["mkdocs.yml"]}',
        '{"write": {}, "remove": [1]}',
        '["write"]',
        "{",
        "\udcff",
    ],
)
def test_a_journal_that_someone_else_has_written_does_nothing(root, journal):
    (root / JOURNAL).parent.mkdir()
    (root / JOURNAL).write_bytes(journal.encode("utf-8", "surrogateescape"))

    assert finish_interrupted(root) is None
    assert files(root) == BEFORE
