"""Commits made beside the folder and shared, against a repository on the same disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from exempelbank.exceptions import GitError
from exempelbank.git.objects import Git
from exempelbank.git.remote import Credentials, Remote
from exempelbank.git.trees import Trees
from exempelbank.git.writing import NewCommit, write_commits
from tests.git.builders import TOOL, a_shared_repository, commit_files, git


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


@pytest.fixture
def shared(tmp_path) -> tuple[Path, Path]:
    return a_shared_repository(tmp_path, {"a.md": "a\n", "b.md": "b\n"})


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_commit_reaches_the_shared_repository_and_leaves_nothing_in_the_folder(shared):
    bare, clone = shared
    before = everything_in(clone)
    here = Git(clone)
    remote = Remote(here, str(bare))
    main = remote.fetch("main")["main"]
    new = NewCommit((main,), {"a.md": None, 'svar/å "x"\\.md': b"\x00y"}, "Say it\n\nOnce.")

    (commit,) = write_commits(here, [new], TOOL)
    assert remote.push({"svar/1": commit}) == {}

    assert git(bare, "log", "-1", "--format=%an|%ae|%cn|%B", "svar/1").splitlines() == [
        "Exempelbank|noreply@bank.example|Exempelbank|Say it",
        "",
        "Once.",
    ]
    assert Trees(here).tree(commit).keys() == {"b.md", 'svar/å "x"\\.md'}
    assert everything_in(clone) == before


def test_of_two_who_make_a_branch_at_once_one_is_told_and_neither_is_overwritten(shared):
    bare, clone = shared
    here, there = Git(clone), Git(clone)
    main = Remote(here, str(bare)).fetch("main")["main"]
    (one,) = write_commits(here, [NewCommit((main,), {"c.md": b"1"}, "One")], TOOL)
    (two, three) = write_commits(
        there,
        [NewCommit((main,), {"c.md": b"2"}, "Two"), NewCommit((main,), {"d.md": b"3"}, "Three")],
        TOOL,
    )
    assert Remote(here, str(bare)).push({"svar/1": one}) == {}

    refused = Remote(there, str(bare)).push({"svar/1": two, "svar/2": three})

    assert [*refused] == ["svar/1"]
    assert git(bare, "rev-parse", "svar/1", "svar/2").split() == [one, three]


def test_fetching_again_knows_what_is_new_and_what_is_gone(shared):
    bare, clone = shared
    remote = Remote(Git(clone), str(bare))
    git(clone, "push", "--quiet", "origin", "main:svar/1", "main:svar/2", "main:other")
    assert [*remote.fetch("main", "svar/*")] == ["main", "svar/1", "svar/2"]
    git(clone, "push", "--quiet", "--delete", "origin", "svar/1")
    newer = commit_files(clone, "More", {"c.md": "c"})
    git(clone, "push", "--quiet", "origin", "main:svar/2")

    branches = remote.fetch("main", "svar/*")

    assert [*branches] == ["main", "svar/2"] and branches["svar/2"] == newer


def test_the_default_branch_is_what_the_shared_repository_says(shared):
    bare, clone = shared

    assert Remote(Git(clone), str(bare)).default_branch() == "main"


def test_what_a_project_below_writes_lies_below(tmp_path):
    bare, clone = a_shared_repository(tmp_path, {"bank/a.md": "a\n", "else.md": "b\n"})
    here = Git(clone / "bank")
    main = Remote(here, str(bare)).fetch("main")["main"]

    (commit,) = write_commits(here, [NewCommit((main,), {"b.md": b"b"}, "More")], TOOL)

    assert git(clone / "bank", "ls-tree", "-r", "--name-only", "--full-tree", main).split() == [
        "bank/a.md",
        "else.md",
    ]
    assert Trees(here).tree(commit).keys() == {"a.md", "b.md", "../else.md"}


def test_a_name_can_bring_no_line_into_a_commit(shared):
    bare, clone = shared
    here = Git(clone)
    main = Remote(here, str(bare)).fetch("main")["main"]
    by = TOOL.__class__("Ex\nfrom 0000 <x>", "a@b.example>\n", TOOL.at)

    (commit,) = write_commits(here, [NewCommit((main,), {"c.md": b"c"}, "One")], by)

    assert here.line("show", "-s", "--format=%an <%ae>", commit) == "Exfrom 0000 x <a@b.example>"


def test_what_git_can_not_reach_is_told_without_the_secret(shared):
    _bare, clone = shared
    secret = "hemlig-nyckel"
    remote = Remote(Git(clone), f"http://bo:{secret}@127.0.0.1:9/bank.git")

    with pytest.raises(GitError) as why:
        remote.fetch("main")

    assert "127.0.0.1:9" in why.value.says and secret not in why.value.says
    assert secret not in repr(Credentials("bo", secret))


def test_no_secret_is_sent_where_others_can_read_it(shared):
    _bare, clone = shared

    with pytest.raises(GitError, match="https"):
        Remote(Git(clone), "http://forge.example/bank.git", Credentials("bo", "x"))
