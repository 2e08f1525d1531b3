"""A file as it stood at a commit, and which examples have changed since: by git, which only reads.

Names come from the one who runs the command and from git itself, never from a file's text. No shell
is between, nothing is checked out, and what a repository says about external programs is not heard.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.documents import Document, document_from
from generator.documents.yaml_reading import Refused
from generator.model.submission import PublishedExample, Submission
from generator.texts import _

FOLDERS = (Submission.folder, PublishedExample.folder)


class NoSuchCommit(Exception):
    """`says` tells a person why."""

    def __init__(self, ref: str) -> None:
        self.says = _("There is no commit called {ref} here.").format(ref=ref)
        super().__init__(self.says)


class Earlier:
    """The project as it stood where the work in hand began: at the merge base with `ref`."""

    def __init__(self, root: Path, ref: str) -> None:
        self._root = root
        tip = self._line(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
        if not tip:
            raise NoSuchCommit(ref)
        self._commit = self._line("merge-base", tip, "HEAD") or tip

    def document(self, path: str) -> Document | None:
        """None when there was no such file, or one that can't be read."""
        raw = self._git("cat-file", "blob", f"{self._commit}:./{path}")
        try:
            return (
                document_from(path, raw.decode("utf-8-sig").replace("\r\n", "\n")) if raw else None
            )
        except (Refused, UnicodeDecodeError):
            return None

    def changed(self) -> list[str]:
        """The examples' files that are new or not as they were, those not committed as well."""
        quiet = ("--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=AM")
        names = self._git(
            "diff", "--name-only", "-z", "--relative", *quiet, self._commit, "--", *FOLDERS
        )
        names += self._git("ls-files", "-z", "--others", "--exclude-standard", "--", *FOLDERS)
        paths = {name.decode("utf-8", "replace") for name in names.split(b"\0") if name}
        return sorted(path for path in paths if path.endswith(".md"))

    def _line(self, *words: str) -> str:
        return self._git(*words).decode("utf-8", "replace").strip()

    def _git(self, *words: str) -> bytes:
        """What git answers; nothing when it refuses."""
        command = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *words]
        return subprocess.run(
            command,
            cwd=self._root,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        ).stdout
