"""Two commits -> the files that differ between them, by git's objects alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exempelbank.exceptions import GitError, MergeConflict
from exempelbank.i18n import _
from exempelbank.review.gate.trees import FILE, HASH, Blob, Trees

RAW = ("--raw", "-z", "--no-abbrev", "--no-renames")
FAR_ENOUGH = 20  # changes of one file; what was readable longer ago is not looked for


@dataclass(frozen=True, slots=True)
class Changed:
    path: str
    old: Blob | None
    new: Blob | None

    @property
    def is_ordinary(self) -> bool:
        """Is it, or was it before it was taken away, a file that can be content?"""
        if self.new is None or self.new.mode == FILE:
            return True
        return self.new.is_file and self.old is not None and self.old.mode == self.new.mode


class Commits(Trees):
    """A branch, and the base where it would land. Raises GitUnavailable.

    `tip`: the base as it is now. `base`: where the branch began. `head`: the branch as it is.
    """

    def __init__(self, root: Path, since: str, head: str = "HEAD") -> None:
        super().__init__(root)
        self._began: dict[str, tuple[str, ...]] = {}
        self.head = self._git.commit(head)
        self.tip = self._git.commit(since)
        if not (began := self.began(self.head)):
            raise GitError(
                _(
                    "{ref} and {other} have no commit in common here. Fetch the whole history: "
                    "git fetch --unshallow."
                ).format(ref=head, other=since)
            )
        self.base = began[0]

    @cached_property
    def result(self) -> str:
        """What the base would be with the branch in it: a commit, or a tree. Raises MergeConflict.

        Git is asked not to look for renamed files, so that what is taken away on one side and
        changed on the other is a person's to decide; an older git looks all the same.
        """
        if self.base == self.tip:
            return self.head
        merge = ("merge-tree", "--write-tree", "--no-messages", self.tip, self.head)
        done = self._git.run("-c", "merge.renames=false", *merge)
        if done.returncode == 1:
            raise MergeConflict
        if done.returncode:
            raise GitError(
                _("Git can't join the branch and its base here. It takes git 2.38 or newer.")
            )
        return done.stdout.decode().strip()

    def began(self, commit: str) -> tuple[str, ...]:
        """Where a branch that ends in this commit left the base: at several commits when the two
        have merged each other, and nowhere when they never met.
        """
        if commit not in self._began:
            known = HASH.fullmatch(commit)
            bases = self._git.line("merge-base", "--all", self.tip, commit) if known else ""
            self._began[commit] = tuple(bases.split())
        return self._began[commit]

    def changed(self) -> list[Changed]:
        """What the base would get from the branch. Raises MergeConflict."""
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
        begins = change.old in [step.old for step in steps]
        ends = change.new in [step.new for step in steps]
        return tuple(commits.decode().split()) if begins and ends else ()

    def taken_away(self, folder: str) -> list[Changed]:
        """Files that the branch has taken away, as they last stood; the newest first."""
        log = ("log", "--format=", *RAW, "--diff-filter=D", f"{self.base}..{self.head}")
        return list(self._changed_in(self._git.answer(*log, "--", self._whole(folder))))

    def in_hand(self, *folders: str) -> list[str]:
        """The files below that are new or not as they were at the base, as they lie in the folder
        now: those that nobody has committed as well.
        """
        diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
        names = self._git.here(*diff, "--diff-filter=AM", self.base, "--", *folders)
        names += self._git.here("ls-files", "-z", "--others", "--exclude-standard", "--", *folders)
        return sorted({name.decode("utf-8", "replace") for name in names.split(b"\0") if name})

    # ---- What the base was before ----

    def earlier(self, path: str) -> list[Blob]:
        """What stood in this file; the newest first."""
        log = ("log", "--format=", *RAW, f"--max-count={FAR_ENOUGH}", self.tip)
        found = self._changed_in(self._git.answer(*log, "--", self._whole(path)))
        return [change.old for change in found if change.old]

    def past(self, folder: str) -> list[str]:
        """The commits, on its own line, that changed something below; the newest first."""
        log = ("rev-list", "--first-parent", f"--max-count={FAR_ENOUGH}", self.tip)
        return self._git.line(*log, "--", self._whole(folder)).split()

    def has_known(self, path: str) -> bool:
        """Has this file ever stood there?"""
        return bool(self._git.line("rev-list", "-1", self.tip, "--", self._whole(path)))

    def _changed_in(self, raw: bytes) -> Iterator[Changed]:
        """`:100644 100644 <blob> <blob> M\\0path\\0`, as often as there are files."""
        parts = iter(raw.split(b"\0"))
        for facts in parts:
            if facts.startswith(b":"):
                old_mode, new_mode, old, new, _kind = facts[1:].decode().split()
                yield Changed(self._path(next(parts)), _blob(old, old_mode), _blob(new, new_mode))


def _blob(id: str, mode: str) -> Blob | None:
    return None if mode == "000000" else Blob(id, mode)
