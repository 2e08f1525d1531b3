"""Two commits -> the files that differ between them, by git's objects alone.

No shell is between, nothing is checked out, and what a repository says about external programs is
not heard.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from generator.documents import LARGEST, write_atomically
from generator.texts import _

FILE = "100644"  # an ordinary file, which nobody can run
LARGEST_IMAGE = 10_000_000  # bytes


class NoSuchCommit(Exception):
    """`says` tells a person why."""

    def __init__(self, ref: str) -> None:
        self.says = _("There is no commit called {ref} here.").format(ref=ref)
        super().__init__(self.says)


class NotMerged(Exception):
    """Branch and base say different things of one place, and a person must choose."""


@dataclass(frozen=True, slots=True)
class Blob:
    id: str
    mode: str


@dataclass(frozen=True, slots=True)
class Changed:
    path: str
    old: Blob | None
    new: Blob | None


class Commits:
    """A branch, and the base where it would land.

    `tip`: the base as it is now. `base`: where the branch began. `head`: the branch as it is.
    """

    def __init__(self, root: Path, since: str, head: str = "HEAD") -> None:
        self._root = root
        self._merged = TemporaryDirectory(prefix="exempelbank-")
        self._trees: dict[str, Mapping[str, Blob] | None] = {}
        self.head = self._commit(head)
        self.tip = self._commit(since)
        self.base = self._line("merge-base", self.tip, self.head)
        if not self.base:
            raise NoSuchCommit(since)

    @cached_property
    def result(self) -> str:
        """What the base would be with the branch in it: a commit, or a tree. Raises NotMerged.

        Joined without looking for renamed files, so that what is taken away on one side and
        changed on the other is always a person's to decide.
        """
        if self.base == self.tip:
            return self.head
        merge = ("merge-tree", "--write-tree", "--no-messages", self.tip, self.head)
        done = self._run("-c", "merge.renames=false", *merge)
        if done.returncode:
            raise NotMerged
        return done.stdout.decode().strip()

    def changed(self) -> list[Changed]:
        """What the base would get from the branch. Raises NotMerged."""
        diff = ("diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative")
        return list(_changed_in(self._git(*diff, self.tip, self.result)))

    def touching(self, path: str) -> tuple[str, ...]:
        """The branch's commits that made this file what it is there; the newest first."""
        log = ("log", "--format=%H", f"{self.tip}..{self.head}", "--", path)
        return tuple(self._line(*log).split())

    def write_out(self, tree: str, folder: Path, *names: str) -> None:
        """The ordinary files below these names, as they stand there; links are left out."""
        files = {path: blob for path, blob in self.files(tree, *names).items() if blob.mode == FILE}
        texts = self.bytes_of(files.values(), LARGEST_IMAGE)
        for path, blob in files.items():
            if blob.id in texts:
                write_atomically(folder / path, texts[blob.id])

    def in_hand(self, *folders: str) -> list[str]:
        """The files below that are new or not as they were at the base, as they lie in the folder
        now: those that nobody has committed as well.
        """
        diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
        names = self._git(*diff, "--diff-filter=AM", self.base, "--", *folders)
        names += self._git("ls-files", "-z", "--others", "--exclude-standard", "--", *folders)
        return sorted({_name(name) for name in names.split(b"\0") if name})

    def taken_away(self, folder: str) -> list[Changed]:
        """Files that the branch has taken away, as they last stood; the newest first."""
        log = ("log", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff")
        kind = ("--relative", "--diff-filter=D", f"{self.base}..{self.head}", "--", folder)
        return list(_changed_in(self._git(*log, *kind)))

    def files(self, commit: str, *folders: str) -> Mapping[str, Blob]:
        listed = self._git("ls-tree", "-r", "-z", commit, "--", *folders)
        found = {}
        for line in filter(None, listed.split(b"\0")):
            facts, _tab, path = line.partition(b"\t")
            mode, _kind, blob = facts.decode().split()
            found[_name(path)] = Blob(blob, mode)
        return found

    def tree(self, commit: str) -> Mapping[str, Blob] | None:
        """Every file at a commit; None when the commit is not known here."""
        if commit not in self._trees:
            kind = self._line("cat-file", "-t", commit) if _HASH.fullmatch(commit) else ""
            self._trees[commit] = self.files(commit) if kind in ("commit", "tree") else None
        return self._trees[commit]

    def at(self, commit: str, path: str) -> Blob | None:
        """None too when the commit is not known here."""
        return self.files(commit, path).get(path) if _HASH.fullmatch(commit) else None

    def sizes(self, blobs: Iterable[Blob]) -> Mapping[str, int]:
        answers = self._batch("--batch-check=%(objectname) %(objectsize)", blobs).decode()
        pairs = (line.split() for line in answers.splitlines())
        return {blob: int(size) for blob, size in pairs if size.isdigit()}

    def bytes_of(self, blobs: Iterable[Blob], most: int = LARGEST) -> Mapping[str, bytes]:
        """By id; those larger than this, as a rule too large to be a record, are left out."""
        sizes = self.sizes(blobs)
        fit = [Blob(blob, FILE) for blob, size in sizes.items() if size <= most]
        answers, found, at = self._batch("--batch=%(objectname)", fit), {}, 0
        for blob in fit:
            start = answers.index(b"\n", at) + 1
            found[blob.id] = answers[start : start + sizes[blob.id]]
            at = start + sizes[blob.id] + 1
        return found

    def _commit(self, ref: str) -> str:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if found := self._line(*asked):
            return found
        raise NoSuchCommit(ref)

    def _batch(self, form: str, blobs: Iterable[Blob]) -> bytes:
        names = dict.fromkeys(blob.id for blob in blobs)
        return self._git("cat-file", form, asked="".join(f"{name}\n" for name in names).encode())

    def _line(self, *words: str) -> str:
        return self._git(*words).decode("utf-8", "replace").strip()

    def _git(self, *words: str, asked: bytes = b"") -> bytes:
        """What git answers; nothing when it refuses."""
        return self._run(*words, asked=asked).stdout

    def _run(self, *words: str, asked: bytes = b"") -> CompletedProcess[bytes]:
        return subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *words],
            cwd=self._root,
            env=self._environment,
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )

    @cached_property
    def _environment(self) -> Mapping[str, str]:
        """What a merge makes lies beside the repository, which is only read."""
        quiet = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
        asked = ["git", "rev-parse", "--path-format=absolute", "--git-path", "objects"]
        objects = subprocess.run(
            asked, cwd=self._root, env=quiet, capture_output=True, text=True, check=False
        ).stdout.strip()
        return quiet | {
            "GIT_OBJECT_DIRECTORY": self._merged.name,
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": objects,
        }


_HASH = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


def _changed_in(raw: bytes) -> Iterator[Changed]:
    """`:100644 100644 <blob> <blob> M\\0path\\0`, as often as there are files."""
    parts = iter(raw.split(b"\0"))
    for facts in parts:
        if facts.startswith(b":"):
            old_mode, new_mode, old, new, _kind = facts[1:].decode().split()
            yield Changed(_name(next(parts)), _blob(old, old_mode), _blob(new, new_mode))


def _blob(id: str, mode: str) -> Blob | None:
    return None if mode == "000000" else Blob(id, mode)


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
