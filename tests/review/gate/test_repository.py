"""The repository itself: nothing that came with a branch is carried out, nothing is written, and
what can't be judged is told in words.
"""

import json
import os
import shutil
import subprocess
import tempfile

import pytest

from exempelbank.i18n import _
from tests.review.builders import run
from tests.review.gate.builders import git
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BOTH,
    BY_TWO,
    CILLA,
    NEWS,
    PAGE,
    SHOWN,
    TIP,
    UNSEEN,
    WAITING,
    a_library,
    a_little_more,
    absent,
    passes,
    wrong,
)

needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a program")


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path / "project")


@pytest.fixture
def moved_on(branch):
    """Both have changed the same news, and the base something else too."""
    branch.edit(NEWS, "Vi ses.", "Vi ses snart.")
    with branch.at_the_base():
        branch.edit(NEWS, "Vi ses.", "Vi ses inte.")
        a_little_more(branch, TIP)
    return branch


def gate(branch, *words, facts=None):
    """As the command is run."""
    confirmed = branch.root.parent / "facts.json"
    confirmed.write_text(json.dumps(facts or {"forge": "github"}), "utf-8")
    return run(branch.root, "check", "--since", "main", "--facts", str(confirmed), *words)


def everything_in(folder):
    return {
        path: (path.lstat().st_mtime_ns, path.is_file() and path.read_bytes())
        for path in folder.rglob("*")
    }


def a_program(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    (folder / name).chmod(0o755)
    return folder / name


def an_object(branch, kind, raw):
    """As it is, though git would not make it so."""
    words = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    done = subprocess.run(words, cwd=branch.root, input=raw, capture_output=True, check=True)
    return done.stdout.decode().strip()


# ---- Nothing is carried out ----


def with_a_signature(branch):
    """On the newest commit; no program here can tell whose it is."""
    head, _line, rest = branch.git("cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n"
    commit = f"{head}\n{signature}\n{rest}\n"
    branch.git("reset", "--quiet", "--soft", an_object(branch, "commit", commit.encode()))


EXTERNAL_PROGRAMS = [
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "gpg.program",
    "merge.evil.driver",
]


@needs_a_shell
def test_nothing_in_the_repository_is_carried_out_and_nothing_is_written(branch, tmp_path, capsys):
    ran = tmp_path / "ran"
    evil = a_program(tmp_path / "evil", "evil", f"echo $0 $* >> {ran}; cat")
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "pre-commit"):
        a_program(branch.root / ".git/hooks", hook, f"echo {hook} >> {ran}")
    branch.write(".gitattributes", "* merge=evil filter=evil diff=evil export-subst\n")
    branch.write("mkdocs.yml", "site_name: x\nhooks: [evil.py]\n")
    branch.write("evil.py", f"open({str(ran)!r}, 'w')")
    branch.write(".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = ./x\n\tupdate = !evil\n')
    journal = json.dumps({"write": {NEWS: "Köp nu."}, "remove": [SHOWN]})
    branch.write(".exempelbank/change.json", journal)
    branch.edit(NEWS, "title: Ny", "title: En ny")
    branch.commit()
    with_a_signature(branch)
    with branch.at_the_base():
        a_little_more(branch, NEWS)  # so that the two are joined in one file
    ran.unlink(missing_ok=True)
    for name in EXTERNAL_PROGRAMS:
        branch.git("config", name, str(evil))
    branch.git("config", "log.showSignature", "true")
    branch.git("config", "core.hooksPath", str(branch.root / ".git/hooks"))
    before = everything_in(branch.root)

    assert gate(branch, "--head", "branch") == 1
    assert _(UNSEEN) in capsys.readouterr().out
    assert not ran.exists(), ran.read_text("utf-8")
    assert everything_in(branch.root) == before


def test_what_lies_uncommitted_neither_saves_nor_spoils(branch, capsys):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    branch.write(PAGE, "<<<<<<< HEAD\n")
    branch.write("content/news/FC.txt", "x")
    journal = {"write": {NEWS: "Köp nu."}, "remove": [SHOWN]}
    branch.write(".exempelbank/change.json", json.dumps(journal))
    before = everything_in(branch.root)
    assert gate(branch, facts=facts) == 0

    branch.git("checkout", "--quiet", "main", "--", WAITING)
    branch.git("reset", "--quiet")
    assert gate(branch) == 1
    assert absent("Anna Ek") in capsys.readouterr().out
    assert before.keys() <= everything_in(branch.root).keys()
    assert "Köp nu." not in branch.text(NEWS)


def test_no_attribute_joins_what_a_person_must_choose(moved_on):
    moved_on.write(".gitattributes", "* merge=union\n")
    moved_on.commit()

    assert wrong(moved_on, approved=[ANNA, CILLA]) == {".": "not merged"}


# ---- Trees that git itself would not make ----


def a_tree(branch, *entries):
    """`entries`: mode, name, id."""
    parts = (f"{mode} {name}\0".encode() + bytes.fromhex(id) for mode, name, id in entries)
    return an_object(branch, "tree", b"".join(parts))


@pytest.mark.parametrize(
    ("folders", "name"), [(["..", ".."], "evil.md"), (["content", "pages"], "a" * 300 + ".md")]
)
def test_no_name_leads_out_of_the_project_or_into_a_traceback(
    branch, folders, name, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tree = a_tree(branch, ("100644", name, branch.git("rev-parse", f"HEAD:{NEWS}")))
    for folder in reversed(folders):
        tree = a_tree(branch, ("40000", folder, tree))
    tree = tree if folders[0] == "content" else a_tree(branch, ("40000", "content", tree))
    branch.git("branch", "evil", branch.git("commit-tree", tree, "-p", "main", "-m", "x"))
    before = everything_in(branch.root)

    assert gate(branch, "--head", "evil") == 1
    assert name[:8] in capsys.readouterr().err
    assert not list(tmp_path.rglob("evil.md"))
    assert everything_in(branch.root) == before


# ---- A project in a folder of the repository ----


def test_a_project_may_lie_in_a_folder_of_the_repository(branch):
    whole = branch.root
    with branch.at_the_base():
        (whole / "kommunen" / "exempel").mkdir(parents=True)
        for name in branch.git("ls-tree", "--name-only", "HEAD").split():
            branch.git("mv", name, f"kommunen/exempel/{name}")
    branch.git("reset", "--quiet", "--hard", "main")
    branch.root = whole / "kommunen" / "exempel"
    branch.command(*APPROVE)
    assert passes(branch, **BOTH)

    branch.git("reset", "--quiet", "--hard", "main")
    beside = "../../.github/workflows/review.yml"
    branch.write(beside, "x")
    assert wrong(branch, approved=[ANNA]) == {beside: _(BY_TWO)}
    assert passes(branch, approved=[ANNA, CILLA])


# ---- What cannot be judged is told in words, and does not pass ----


def test_a_branch_of_its_own_beginning_is_refused_in_words(branch, capsys):
    tree = branch.git("rev-parse", "HEAD^{tree}")
    branch.git("branch", "alone", branch.git("commit-tree", tree, "-m", "alone"))

    assert gate(branch, "--head", "alone") == 1
    assert "alone" in capsys.readouterr().err


def test_a_history_that_is_cut_off_is_refused_in_words(moved_on, tmp_path, capsys):
    moved_on.root = tmp_path / "shallow"
    source = (tmp_path / "project").as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", source, "shallow")
    moved_on.git("branch", "main", "origin/main")

    assert gate(moved_on) == 1
    assert "unshallow" in capsys.readouterr().err


def test_a_folder_without_a_repository_is_refused_in_words(branch, capsys):
    shutil.rmtree(branch.root / ".git")

    assert gate(branch) == 1
    assert str(branch.root) in capsys.readouterr().err


@needs_a_shell
@pytest.mark.parametrize("lacks", ["merge-tree", "git"])
def test_too_old_a_git_or_none_is_refused_in_words(branch, lacks, tmp_path, monkeypatch, capsys):
    branch.command(*APPROVE)
    facts = branch.facts(**BOTH)
    with branch.at_the_base():
        a_little_more(branch, TIP)
    assert gate(branch, facts=facts) == 0
    real, folder = shutil.which("git"), tmp_path / "bin"
    folder.mkdir()
    if lacks == "merge-tree":
        a_program(folder, "git", f'case "$*" in *merge-tree*) exit 129;; esac; exec {real} "$@"')
    monkeypatch.setenv("PATH", str(folder))

    assert gate(branch, facts=facts) == 1
    assert "git" in capsys.readouterr().err.lower()
