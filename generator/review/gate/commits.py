"""Two commits -> the files that differ between them, by git's objects alone.

Nothing is checked out. A path is told from the project's folder: "../x" lies beside it, in the same
repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from generator.documents import LARGEST
from generator.review.gate.git import CannotCompare, Git
from generator.texts import _

FILE = "100644"  # an ordinary file, which nobody can run
LARGEST_IMAGE = 10_000_000  # bytes
RAW = ("--raw", "-z", "--no-abbrev", "--no-renames")
FAR_ENOUGH = 20  # changes of one file; what was readable longer ago is not looked for
AT_ONCE = 100  # files held in memory; pictures may be large
SMALL = 50_000  # bytes; most texts are, and what has been read once is kept


class NotMerged(Exception):
    """Branch and base say different things of one place, and a person must choose."""


@dataclass(frozen=True, slots=True)
class Blob:
    id: str
    mode: str

    @property
    def is_file(self) -> bool:
        """One that can be run too, which the base may hold."""
        return self.mode in (FILE, "100755")


@dataclass(frozen=True, slots=True)
class Changed:
    path: str
    old: Blob | None
    new: Blob | None


class Commits:
    """A branch, and the base where it would land. Raises CannotCompare.

    `tip`: the base as it is now. `base`: where the branch began. `head`: the branch as it is.
    """

    def __init__(self, root: Path, since: str, head: str = "HEAD") -> None:
        self._git = Git(root)
        self._trees: dict[str, Mapping[str, Blob] | None] = {}
        self._began: dict[str, tuple[str, ...]] = {}
        self._sizes: dict[str, int] = {}
        self._small: dict[str, bytes] = {}
        self.head = self._git.commit(head)
        self.tip = self._git.commit(since)
        self.base = next(iter(self.began(self.head)), "")
        if not self.base:
            raise CannotCompare(
                _(
                    "{ref} and {other} have no commit in common here. Fetch the whole history: "
                    "git fetch --unshallow."
                ).format(ref=head, other=since)
            )

    @cached_property
    def result(self) -> str:
        """What the base would be with the branch in it: a commit, or a tree. Raises NotMerged.

        Git is asked not to look for renamed files, so that what is taken away on one side and
        changed on the other is a person's to decide; an older git looks all the same.
        """
        if self.base == self.tip:
            return self.head
        merge = ("merge-tree", "--write-tree", "--no-messages", self.tip, self.head)
        done = self._git.run("-c", "merge.renames=false", *merge)
        if done.returncode == 1:
            raise NotMerged
        if done.returncode:
            raise CannotCompare(
                _("Git can't join the branch and its base here. It takes git 2.38 or newer.")
            )
        return done.stdout.decode().strip()

    def began(self, commit: str) -> tuple[str, ...]:
        """Where a branch that ends in this commit left the base: at several commits when the two
        have merged each other, and nowhere when they never met.
        """
        if commit not in self._began:
            known = _HASH.fullmatch(commit)
            bases = self._git.line("merge-base", "--all", self.tip, commit) if known else ""
            self._began[commit] = tuple(bases.split())
        return self._began[commit]

    def changed(self) -> list[Changed]:
        """What the base would get from the branch. Raises NotMerged."""
        diff = ("diff-tree", "-r", *RAW, "--ignore-submodules=none", self.tip, self.result)
        return list(self._changed_in(self._git.answer(*diff)))

    def shows(self, commit: str, change: Changed) -> bool:
        """Does a branch that ends in this commit make this very change?"""
        files = self.tree(commit)
        return (
            files is not None
            and files.get(change.path) == change.new
            and change.old in [self.at(base, change.path) for base in self.began(commit)]
        )

    def making(self, change: Changed) -> tuple[str, ...]:
        """The branch's commits that together make this change of a file; none when they don't, as
        when a merge lets go of what the base has, or joins what no commit holds.
        """
        path = ("--", self._whole(change.path))
        commits = self._git.answer("rev-list", f"{self.tip}..{self.head}", *path)
        each = ("diff-tree", "--stdin", "-m", "-r", "--root", *RAW, *path)
        steps = list(self._changed_in(self._git.answer(*each, asked=commits)))
        whole = change.old in {step.old for step in steps} and change.new in {
            step.new for step in steps
        }
        return tuple(commits.decode().split()) if whole else ()

    def earlier(self, path: str) -> list[Blob]:
        """What stood in this file at the base before; the newest first."""
        log = ("log", "--format=", *RAW, f"--max-count={FAR_ENOUGH}", self.tip)
        found = self._changed_in(self._git.answer(*log, "--", self._whole(path)))
        return [change.old for change in found if change.old]

    def past(self, folder: str) -> list[str]:
        """The commits that changed something below, on the base's own line; the newest first."""
        log = ("rev-list", "--first-parent", f"--max-count={FAR_ENOUGH}", self.tip)
        return self._git.line(*log, "--", self._whole(folder)).split()

    def has_known(self, path: str) -> bool:
        """Has this file ever stood at the base?"""
        return bool(self._git.line("rev-list", "-1", self.tip, "--", self._whole(path)))

    def write_out(self, tree: str, folder: Path, *names: str) -> None:
        """The ordinary files below these names, as they stand there; links are left out."""
        files = [
            (path, blob)
            for path, blob in (self.tree(tree) or {}).items()
            if blob.is_file and _is_below(path, names)
        ]
        for some in (files[start : start + AT_ONCE] for start in range(0, len(files), AT_ONCE)):
            texts = self.bytes_of((blob for _path, blob in some), LARGEST_IMAGE)
            for path, blob in some:
                if blob.id in texts:
                    _write(folder, path, texts[blob.id])

    def in_hand(self, *folders: str) -> list[str]:
        """The files below that are new or not as they were at the base, as they lie in the folder
        now: those that nobody has committed as well.
        """
        diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
        names = self._git.here(*diff, "--diff-filter=AM", self.base, "--", *folders)
        names += self._git.here("ls-files", "-z", "--others", "--exclude-standard", "--", *folders)
        return sorted({_text(name) for name in names.split(b"\0") if name})

    def taken_away(self, folder: str) -> list[Changed]:
        """Files that the branch has taken away, as they last stood; the newest first."""
        log = ("log", "--format=", *RAW, "--diff-filter=D", f"{self.base}..{self.head}")
        return list(self._changed_in(self._git.answer(*log, "--", self._whole(folder))))

    def tree(self, commit: str) -> Mapping[str, Blob] | None:
        """Every file at a commit; None when the commit is not known here."""
        if commit not in self._trees:
            known = _HASH.fullmatch(commit) and self._git.run("ls-tree", "-r", "-l", "-z", commit)
            ok = known and not known.returncode
            self._trees[commit] = dict(self._listed(known.stdout)) if known and ok else None
        return self._trees[commit]

    def at(self, commit: str, path: str) -> Blob | None:
        """None too when the commit is not known here."""
        return (self.tree(commit) or {}).get(path)

    def sizes(self, blobs: Iterable[Blob]) -> Mapping[str, int]:
        wanted = dict.fromkeys(blob.id for blob in blobs)
        new = [blob for blob in wanted if blob not in self._sizes]
        answers = self._batch("--batch-check=%(objectname) %(objectsize)", new).decode()
        for blob, size in (line.split() for line in answers.splitlines()):
            if size.isdigit():
                self._sizes[blob] = int(size)
        return {blob: self._sizes[blob] for blob in wanted if blob in self._sizes}

    def bytes_of(self, blobs: Iterable[Blob], most: int = LARGEST) -> Mapping[str, bytes]:
        """By id; those larger than this, as a rule too large to be a record, are left out."""
        sizes = {blob: size for blob, size in self.sizes(blobs).items() if size <= most}
        found = {blob: self._small[blob] for blob in sizes if blob in self._small}
        new = [blob for blob in sizes if blob not in found]
        answers, at = self._batch("--batch=%(objectname)", new), 0
        for blob in new:
            start = answers.index(b"\n", at) + 1
            found[blob] = answers[start : start + sizes[blob]]
            at = start + sizes[blob] + 1
        self._small |= {blob: raw for blob, raw in found.items() if len(raw) <= SMALL}
        return found

    def _batch(self, form: str, ids: list[str]) -> bytes:
        asked = "".join(f"{id}\n" for id in ids).encode()
        return self._git.answer("cat-file", form, asked=asked) if ids else b""

    def _listed(self, raw: bytes) -> Iterator[tuple[str, Blob]]:
        for line in filter(None, raw.split(b"\0")):
            facts, _tab, path = line.partition(b"\t")
            mode, _kind, blob, size = facts.decode().split()
            if size.isdigit():  # another repository has none
                self._sizes[blob] = int(size)
            yield self._path(path), Blob(blob, mode)

    def _changed_in(self, raw: bytes) -> Iterator[Changed]:
        """`:100644 100644 <blob> <blob> M\\0path\\0`, as often as there are files."""
        parts = iter(raw.split(b"\0"))
        for facts in parts:
            if facts.startswith(b":"):
                old_mode, new_mode, old, new, _kind = facts[1:].decode().split()
                yield Changed(self._path(next(parts)), _blob(old, old_mode), _blob(new, new_mode))

    def _path(self, raw: bytes) -> str:
        """From the repository's folder to the project's."""
        whole, prefix = _text(raw), self._git.prefix
        if whole.startswith(prefix):
            return whole.removeprefix(prefix)
        return "../" * prefix.count("/") + whole

    def _whole(self, path: str) -> str:
        """And back."""
        prefix = self._git.prefix
        return (
            path.removeprefix("../" * prefix.count("/"))
            if path.startswith("../")
            else prefix + path
        )


_HASH = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


def _blob(id: str, mode: str) -> Blob | None:
    return None if mode == "000000" else Blob(id, mode)


def _is_below(path: str, names: tuple[str, ...]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in names)


def _write(folder: Path, path: str, raw: bytes) -> None:
    name = PurePath(path)
    if name.drive or ".." in name.parts:  # in a tree that git itself would not make
        raise CannotCompare(_("{path} leads out of the project.").format(path=path))
    try:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    except OSError as why:
        says = _("{path} can't be written: {why}.").format(path=path, why=why.strerror)
        raise CannotCompare(says) from None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
