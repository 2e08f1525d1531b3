"""Two commits -> the files that differ between them, by git's objects alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from exempelbank.exceptions import GitError, MergeConflict
from exempelbank.git.objects import Git
from exempelbank.git.trees import HASH, RAW_OUTPUT, Blob, FileChange, Trees
from exempelbank.i18n import _

MOST_SIGNED = 250  # commits of a branch; older ones count as unsigned
# Only ssh-keygen is ever run, whatever kind of signature a commit brings along.
_SSH_ALONE = ("-c", "gpg.program=none", "-c", "gpg.x509.program=none")
MOST_CHANGES = 20  # changes of one file; what was readable longer ago is not looked for


class Commits(Trees):
    """A branch, and the base where it would land. Raises GitError.

    `tip`: the base as it is now. `base`: where the branch began. `head`: the branch as it is.
    """

    def __init__(self, root: Path, since: str, head: str = "HEAD") -> None:
        super().__init__(Git(root))
        self._merge_bases: dict[str, tuple[str, ...]] = {}
        self.head = self._git.commit(head)
        self.tip = self._git.commit(since)
        if not (merge_bases := self.merge_bases(self.head)):
            raise GitError(
                _(
                    "{ref} and {other} have no commit in common here. Fetch the whole history: "
                    "git fetch --unshallow."
                ).format(ref=head, other=since)
            )
        self.base = merge_bases[0]

    @cached_property
    def result(self) -> str:
        """What the base would be with the branch in it: a commit, or a tree. Raises MergeConflict.

        Git is asked not to look for renamed files, so that what is taken away on one side and
        changed on the other is a person's to decide; an older git looks all the same.
        """
        if self.base == self.tip:
            return self.head
        merge = ("merge-tree", "--write-tree", "--no-messages", self.tip, self.head)
        answer = self._git.run("-c", "merge.renames=false", *merge)
        if answer.returncode == 1:
            raise MergeConflict
        if answer.returncode:
            raise GitError(
                _("Git can't join the branch and its base here. It takes git 2.38 or newer.")
            )
        return answer.stdout.decode().strip()

    def merge_bases(self, commit: str) -> tuple[str, ...]:
        """Where a branch that ends in this commit left the base: at several commits when the two
        have merged each other, and nowhere when they never met.
        """
        if commit not in self._merge_bases:
            known = HASH.fullmatch(commit)
            bases = self._git.line("merge-base", "--all", self.tip, commit) if known else ""
            self._merge_bases[commit] = tuple(bases.split())
        return self._merge_bases[commit]

    def file_changes(self) -> list[FileChange]:
        """What the base would get from the branch. Raises MergeConflict."""
        return self.changes_between(self.tip, self.result)

    def shows(self, commit: str, change: FileChange) -> bool:
        """Does a branch that ends in this commit make this very change?"""
        files = self.tree(commit)
        return (
            files is not None
            and files.get(change.path) == change.new
            and change.old in [self.blob_at(base, change.path) for base in self.merge_bases(commit)]
        )

    def commits_making(self, change: FileChange) -> tuple[str, ...]:
        """The branch's commits that together make this change of a file; none when they don't, as
        when a merge lets go of what the base has, or joins what no commit holds.
        """
        path = ("--", self._path_in_repository(change.path))
        commits = self._git.output("rev-list", f"{self.tip}..{self.head}", *path)
        diff = ("diff-tree", "--stdin", "-m", "-r", "--root", *RAW_OUTPUT, *path)
        changes = list(self._changes_in(self._git.output(*diff, stdin=commits)))
        begins = change.old in [made.old for made in changes]
        ends = change.new in [made.new for made in changes]
        return tuple(commits.decode().split()) if begins and ends else ()

    def commits_touching(self, *paths: str) -> frozenset[str]:
        """The branch's commits that change any of these files."""
        named = [self._path_in_repository(path) for path in paths]
        only = ("--full-history", f"{self.tip}..{self.head}", "--", *named)
        return frozenset(self._git.output("rev-list", *only).decode().split())

    def ssh_signers(self, allowed_signers: str) -> Mapping[str, str]:
        """The branch's commits that are signed by a key in this text -> whom it says the key is.
        `allowed_signers`: as ssh-keygen reads it.
        """
        with TemporaryDirectory(prefix="exempelbank-") as folder:
            file = Path(folder) / "allowed_signers"
            file.write_text(allowed_signers, "utf-8")
            signatures = self._signatures(file)
        return {commit: by for commit, verdict, by in signatures if verdict == "G"}

    def has_signatures(self) -> bool:
        """Of any kind, whether or not they can be verified here."""
        return any(verdict != "N" for _commit, verdict, _by in self._signatures(Path(os.devnull)))

    def _signatures(self, allowed_signers: Path) -> list[tuple[str, str, str]]:
        """(commit, git's letter for how its signature is, whose it is)."""
        keys = ("-c", f"gpg.ssh.allowedSignersFile={allowed_signers}")
        form = ("--format=%H%x09%G?%x09%GS", f"--max-count={MOST_SIGNED}")
        log = self._git.output(*_SSH_ALONE, *keys, "log", *form, f"{self.tip}..{self.head}")
        lines = (line.split("\t", 2) for line in log.decode("utf-8", "replace").splitlines())
        return [(commit, verdict, by) for commit, verdict, by in lines]

    def parents(self, commit: str) -> tuple[str, ...]:
        return tuple(self._git.line("rev-list", "--parents", "-1", commit).split()[1:])

    def deleted_below(self, folder: str) -> list[FileChange]:
        """Files that the branch has taken away, as they last stood; the newest first."""
        log = ("log", "--format=", *RAW_OUTPUT, "--diff-filter=D", f"{self.base}..{self.head}")
        return list(
            self._changes_in(self._git.output(*log, "--", self._path_in_repository(folder)))
        )

    def changed_in_worktree(self, *folders: str) -> list[str]:
        """The files below that are new or not as they were at the base, as they lie in the folder
        now: those that nobody has committed as well.
        """
        diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
        names = self._git.in_repository(*diff, "--diff-filter=AM", self.base, "--", *folders)
        names += self._git.in_repository(
            "ls-files", "-z", "--others", "--exclude-standard", "--", *folders
        )
        return sorted({name.decode("utf-8", "replace") for name in names.split(b"\0") if name})

    # ---- What the base was before ----

    def earlier_versions(self, path: str) -> list[Blob]:
        """What stood in this file; the newest first."""
        log = ("log", "--format=", *RAW_OUTPUT, f"--max-count={MOST_CHANGES}", self.tip)
        changes = self._changes_in(self._git.output(*log, "--", self._path_in_repository(path)))
        return [change.old for change in changes if change.old]

    def commits_changing(self, folder: str) -> list[str]:
        """The commits, on its own line, that changed something below; the newest first."""
        log = ("rev-list", "--first-parent", f"--max-count={MOST_CHANGES}", self.tip)
        return self._git.line(*log, "--", self._path_in_repository(folder)).split()

    def ever_had(self, path: str) -> bool:
        """Has this file ever stood there?"""
        return bool(
            self._git.line("rev-list", "-1", self.tip, "--", self._path_in_repository(path))
        )
