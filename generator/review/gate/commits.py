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
from pathlib import Path

from generator.documents import LARGEST
from generator.texts import _

FILE = "100644"  # an ordinary file, which nobody can run


class NoSuchCommit(Exception):
    """`says` tells a person why."""

    def __init__(self, ref: str) -> None:
        self.says = _("There is no commit called {ref} here.").format(ref=ref)
        super().__init__(self.says)


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
    """`base` is where the branch began: the merge base of `since` and `head`."""

    def __init__(self, root: Path, since: str, head: str = "HEAD") -> None:
        self._root = root
        self.head = self._commit(head)
        self.base = self._line("merge-base", self._commit(since), self.head)
        if not self.base:
            raise NoSuchCommit(since)

    def changed(self) -> list[Changed]:
        diff = ("diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative")
        return list(_changed_in(self._git(*diff, self.base, self.head)))

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

    def at(self, commit: str, path: str) -> Blob | None:
        """None too when the commit is not known here."""
        return self.files(commit, path).get(path) if _HASH.fullmatch(commit) else None

    def sizes(self, blobs: Iterable[Blob]) -> Mapping[str, int]:
        answers = self._batch("--batch-check=%(objectname) %(objectsize)", blobs).decode()
        pairs = (line.split() for line in answers.splitlines())
        return {blob: int(size) for blob, size in pairs if size.isdigit()}

    def bytes_of(self, blobs: Iterable[Blob]) -> Mapping[str, bytes]:
        """By id; those too large to be a record are left out."""
        sizes = self.sizes(blobs)
        fit = [Blob(blob, FILE) for blob, size in sizes.items() if size <= LARGEST]
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
        return subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *words],
            cwd=self._root,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"},
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        ).stdout


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
