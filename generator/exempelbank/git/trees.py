"""What stands in the repository at a commit, by path, and what differs between two.

A path is told from the project's folder: "../x" lies beside it, in the same repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from exempelbank.documents import LARGEST
from exempelbank.exceptions import GitError
from exempelbank.git.objects import Git
from exempelbank.i18n import _
from exempelbank.system_words import system_words

ORDINARY_FILE = "100644"  # an ordinary file, which nobody can run
LARGEST_IMAGE = 10_000_000  # bytes
BATCH_SIZE = 100  # files held in memory; pictures may be large
LARGEST_CACHED = 50_000  # bytes; most texts are, and what has been read once is kept
RAW_OUTPUT = ("--raw", "-z", "--no-abbrev", "--no-renames")
HASH = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Blob:
    id: str
    mode: str

    @property
    def is_file(self) -> bool:
        """One that can be run too, which the base may hold."""
        return self.mode in (ORDINARY_FILE, "100755")


@dataclass(frozen=True, slots=True)
class FileChange:
    path: str
    old: Blob | None
    new: Blob | None

    @property
    def is_ordinary(self) -> bool:
        """Is it, or was it before it was taken away, a file that can be content?"""
        if self.new is None or self.new.mode == ORDINARY_FILE:
            return True
        return self.new.is_file and self.old is not None and self.old.mode == self.new.mode


class Trees:
    """Of one repository. What has been read once is not asked for again."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._trees: dict[str, Mapping[str, Blob] | None] = {}
        self._sizes: dict[str, int] = {}
        self._contents: dict[str, bytes] = {}

    def tree(self, commit: str) -> Mapping[str, Blob] | None:
        """Every file at a commit; None when the commit is not known here."""
        if commit not in self._trees:
            listing = HASH.fullmatch(commit) and self._git.run("ls-tree", "-r", "-l", "-z", commit)
            ok = listing and not listing.returncode
            self._trees[commit] = dict(self._listed(listing.stdout)) if listing and ok else None
        return self._trees[commit]

    def blob_at(self, commit: str, path: str) -> Blob | None:
        """None too when the commit is not known here."""
        return (self.tree(commit) or {}).get(path)

    def changes_between(self, old: str, new: str) -> list[FileChange]:
        """The files that differ between two commits."""
        diff = ("diff-tree", "-r", *RAW_OUTPUT, "--ignore-submodules=none", old, new)
        return list(self._changes_in(self._git.output(*diff)))

    def commits_between(self, old: str, new: str) -> list[tuple[str, tuple[str, ...]]]:
        """Each commit that the new one has and the old one has not, and its parents."""
        lines = self._git.line("rev-list", "--parents", f"{old}..{new}").splitlines()
        return [(commit, tuple(parents)) for commit, *parents in map(str.split, lines)]

    def merge_base(self, one: str, other: str) -> str:
        """Where they left each other; "" when they never met."""
        return self._git.line("merge-base", one, other)

    def sizes(self, blobs: Iterable[Blob]) -> Mapping[str, int]:
        wanted = dict.fromkeys(blob.id for blob in blobs)
        new = [blob for blob in wanted if blob not in self._sizes]
        answers = self._batch("--batch-check=%(objectname) %(objectsize)", new).decode()
        for blob, size in (line.split() for line in answers.splitlines()):
            if size.isdigit():
                self._sizes[blob] = int(size)
        return {blob: self._sizes[blob] for blob in wanted if blob in self._sizes}

    def bytes_of(self, blobs: Iterable[Blob], largest: int = LARGEST) -> Mapping[str, bytes]:
        """By id; those larger than this, as a rule too large to be a record, are left out."""
        sizes = {blob: size for blob, size in self.sizes(blobs).items() if size <= largest}
        contents = {blob: self._contents[blob] for blob in sizes if blob in self._contents}
        new = [blob for blob in sizes if blob not in contents]
        answers, at = self._batch("--batch=%(objectname)", new), 0
        for blob in new:
            start = answers.index(b"\n", at) + 1
            contents[blob] = answers[start : start + sizes[blob]]
            at = start + sizes[blob] + 1
        self._contents |= {
            blob: raw for blob, raw in contents.items() if len(raw) <= LARGEST_CACHED
        }
        return contents

    def write_out(self, commit: str, folder: Path, *names: str) -> None:
        """The files with these names or below them, as they stand there; links are left out."""
        files = [
            (path, blob)
            for path, blob in (self.tree(commit) or {}).items()
            if blob.is_file and any(path == name or path.startswith(f"{name}/") for name in names)
        ]
        for start in range(0, len(files), BATCH_SIZE):
            batch = files[start : start + BATCH_SIZE]
            contents = self.bytes_of((blob for _path, blob in batch), LARGEST_IMAGE)
            for path, blob in batch:
                if blob.id in contents:
                    _write(folder, path, contents[blob.id])

    def _batch(self, form: str, ids: list[str]) -> bytes:
        names = "".join(f"{id}\n" for id in ids).encode()
        return self._git.output("cat-file", form, stdin=names) if ids else b""

    def _listed(self, raw: bytes) -> Iterator[tuple[str, Blob]]:
        for line in filter(None, raw.split(b"\0")):
            header, _tab, path = line.partition(b"\t")
            mode, _kind, blob, size = header.decode().split()
            if size.isdigit():  # another repository has none
                self._sizes[blob] = int(size)
            yield self._path_in_project(path), Blob(blob, mode)

    def _changes_in(self, raw: bytes) -> Iterator[FileChange]:
        """Of git: `:100644 100644 <blob> <blob> M\\0path\\0`, as often as there are files."""
        parts = iter(raw.split(b"\0"))
        for header in parts:
            if header.startswith(b":"):
                old_mode, new_mode, old, new, _kind = header[1:].decode().split()
                yield FileChange(
                    self._path_in_project(next(parts)), _blob(old, old_mode), _blob(new, new_mode)
                )

    def _path_in_project(self, raw: bytes) -> str:
        """As git writes it, from the repository's folder -> from the project's."""
        path, prefix = raw.decode("utf-8", "replace"), self._git.prefix
        if path.startswith(prefix):
            return path.removeprefix(prefix)
        return self._git.up + path

    def _path_in_repository(self, path: str) -> str:
        """And back."""
        up = self._git.up
        beside = up and path.startswith(up)
        return path.removeprefix(up) if beside else self._git.prefix + path


def _write(folder: Path, path: str, raw: bytes) -> None:
    name = PurePath(path)
    if name.drive or ".." in name.parts:  # in a tree that git itself would not make
        raise GitError(_("{path} leads out of the project.").format(path=path))
    try:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    except OSError as why:
        says = _("{path} can't be written: {why}.").format(path=path, why=system_words(why))
        raise GitError(says) from None


def _blob(id: str, mode: str) -> Blob | None:
    return None if mode == "000000" else Blob(id, mode)
