"""Git, asked from beside the repository: objects alone, by their names.

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
        wanted = ("--git-path", "objects", "--show-object-format", "--show-prefix")
        absolute = ("rev-parse", "--path-format=absolute")
        answers = self.in_repository(*absolute, *wanted).decode().split("\n")
        if len(answers) < len(wanted):
            raise GitError(_("{path} is not in a git repository.").format(path=root))
        objects, object_format, self.prefix = answers[:3]
        self._scratch = TemporaryDirectory(prefix="exempelbank-")
        self._init_borrowing(Path(self._scratch.name), objects, object_format)
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith("GIT_")
        }
        self._environment = inherited | {
            "GIT_DIR": self._scratch.name,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_LITERAL_PATHSPECS": "1",
        }

    @property
    def folder(self) -> str:
        """Its own, where the repository's objects can be read, and new ones are written."""
        return self._scratch.name

    @property
    def up(self) -> str:
        """From the project's folder to the repository's: "" or "../../"."""
        return "../" * self.prefix.count("/")

    def commit(self, ref: str) -> str:
        """The commit that someone calls so in the repository. Raises GitError."""
        verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        if commit := self.in_repository(*verify, f"{ref}^{{commit}}").decode().strip():
            return commit
        raise GitError(_("There is no commit called {ref} here.").format(ref=ref))

    def run(self, *arguments: str, stdin: bytes = b"") -> CompletedProcess[bytes]:
        return _run(self.folder, self._environment, *arguments, stdin=stdin)

    def output(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Nothing when it refuses."""
        return self.run(*arguments, stdin=stdin).stdout

    def line(self, *arguments: str) -> str:
        return self.output(*arguments).decode("utf-8", "replace").strip()

    def in_repository(self, *arguments: str) -> bytes:
        """In the repository itself, for what only its names and its folder can tell."""
        harmless = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
        return _run(self._root, os.environ | harmless, *_NO_HOOKS, *arguments).stdout

    @staticmethod
    def _init_borrowing(folder: Path, objects: str, object_format: str) -> None:
        """A repository without commits or working tree, which borrows these objects."""
        (folder / "objects/info").mkdir(parents=True)
        (folder / "objects/info/alternates").write_text(f"{objects}\n", "utf-8")
        (folder / "refs").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n")
        (folder / "config").write_text(
            "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
            f"[extensions]\n\tobjectFormat = {object_format}\n"
        )


_NO_HOOKS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def _run(
    folder: Path | str, environment: Mapping[str, str], *arguments: str, stdin: bytes = b""
) -> CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
