"""What is to stand in some files -> commits, made of objects alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from exempelbank.exceptions import GitError
from exempelbank.git.objects import Git
from exempelbank.git.trees import ORDINARY_FILE
from exempelbank.i18n import _


@dataclass(frozen=True, slots=True)
class Signature:
    """Who a commit says that it is by. It proves nothing."""

    name: str
    email: str
    at: datetime

    def __str__(self) -> str:
        name, email = (
            "".join(letter for letter in text if letter.isprintable() and letter not in "<>")
            for text in (self.name, self.email)
        )
        return f"{name} <{email}> {int(self.at.timestamp())} {self.at:%z}"


@dataclass(frozen=True, slots=True)
class NewCommit:
    """`files`: path from the project's folder -> all that stands there; None takes it away."""

    parents: tuple[str, ...]  # the other files are as in the first one
    files: Mapping[str, bytes | None]
    message: str


def write_commits(git: Git, commits: Sequence[NewCommit], by: Signature) -> list[str]:
    """Their hashes, in the same order. No branch leads to them yet. Raises GitError."""
    place = f"refs/new/{uuid4().hex}"  # where a branch has stood, git asks for an ancestor
    stream = b"".join(
        part
        for number, commit in enumerate(commits)
        for part in _stream(f"{place}/{number:06}", commit, by, git.prefix)
    )
    done = git.run("fast-import", "--quiet", "--date-format=raw", stdin=stream)
    names = git.line("for-each-ref", "--sort=refname", "--format=%(objectname)", f"{place}/")
    if done.returncode or len(names.split()) != len(commits):
        raise GitError(_("Git can't write a commit here."))
    return names.split()


def write_merge(git: Git, one: str, other: str, message: str, by: Signature) -> str:
    """The commit that joins two; what has been taken away on one side and changed on the other is
    not guessed at. Raises GitError.
    """
    merge = ("merge-tree", "--write-tree", "--no-messages", one, other)
    joined = git.run("-c", "merge.renames=false", *merge)
    who = ("-c", f"user.name={by.name}", "-c", f"user.email={by.email}")
    parents = ("-p", one, "-p", other)
    tree = joined.stdout.decode().strip()
    commit = git.line(*who, "commit-tree", tree, *parents, "-m", message)
    if joined.returncode or not commit:
        raise GitError(_("Git can't join {one} and {other}.").format(one=one, other=other))
    return commit


def _stream(ref: str, commit: NewCommit, by: Signature, prefix: str) -> Iterator[bytes]:
    """In the language of git fast-import."""
    first, *others = commit.parents
    yield f"commit {ref}\nauthor {by}\ncommitter {by}\n".encode()
    yield _data(commit.message.encode())
    yield f"from {first}\n".encode()
    yield from (f"merge {other}\n".encode() for other in others)
    for path, raw in commit.files.items():
        place = _quoted(prefix + path)
        if raw is None:
            yield f"D {place}\n".encode()
        else:
            yield f"M {ORDINARY_FILE} inline {place}\n".encode() + _data(raw)


def _data(raw: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(raw), raw)


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
