"""Git, asked from beside the repository: objects only, by their names.

What came with a pull request can name programs to run in many ways: attributes, submodules, hooks,
filters, settings. Git hears none of them from an empty folder of our own that borrows the
repository's objects, and has nowhere else to write.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from exempelbank.exceptions import GitError
from exempelbank.i18n import _


class Git:
    """`prefix`: where in the repository the project lies: "" or "a/folder/"."""

    def __init__(self, root: Path) -> None:
        if shutil.which("git") is None:
            raise GitError(_("Git is not installed here."))
        self._root = root
        asked = ("--git-path", "objects", "--show-object-format", "--show-prefix")
        told = self.here("rev-parse", "--path-format=absolute", *asked).decode().split("\n")
        if len(told) < len(asked):
            raise GitError(_("{path} is not in a git repository.").format(path=root))
        objects, form, self.prefix = told[:3]
        self._aside = TemporaryDirectory(prefix="exempelbank-")
        self._lay_out(Path(self._aside.name), objects, form)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self._environment = clean | {
            "GIT_DIR": self._aside.name,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_LITERAL_PATHSPECS": "1",
        }

    def commit(self, ref: str) -> str:
        """The commit that someone calls so in the repository. Raises GitUnavailable."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if found := self.here(*asked).decode().strip():
            return found
        raise GitError(_("There is no commit called {ref} here.").format(ref=ref))

    def run(self, *words: str, asked: bytes = b"") -> CompletedProcess[bytes]:
        return _run(self._aside.name, self._environment, *words, asked=asked)

    def answer(self, *words: str, asked: bytes = b"") -> bytes:
        """Nothing when it refuses."""
        return self.run(*words, asked=asked).stdout

    def line(self, *words: str) -> str:
        return self.answer(*words).decode("utf-8", "replace").strip()

    def here(self, *words: str) -> bytes:
        """In the repository itself, for what only its names and its folder can tell."""
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
        return _run(self._root, os.environ | quiet, *_DEAF, *words).stdout

    @staticmethod
    def _lay_out(folder: Path, objects: str, form: str) -> None:
        """A repository without commits or working tree, which borrows these objects."""
        (folder / "objects/info").mkdir(parents=True)
        (folder / "objects/info/alternates").write_text(f"{objects}\n", "utf-8")
        (folder / "refs").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n")
        (folder / "config").write_text(
            "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
            f"[extensions]\n\tobjectFormat = {form}\n"
        )


_DEAF = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def _run(
    where: Path | str, environment: Mapping[str, str], *words: str, asked: bytes = b""
) -> CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *words],
        cwd=where,
        env=environment,
        input=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
