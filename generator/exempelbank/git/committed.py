"""Files of a project -> those whose text stands in no commit, and so nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exempelbank.exceptions import GitError
from exempelbank.git.objects import Git


def uncommitted(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Held against the newest commit of where one stands. All of them where there is no
    repository, or no git.
    """
    paths = tuple(paths)
    try:
        git = Git(root)
        commit = git.commit("HEAD")
    except GitError:
        return paths
    return tuple(path for path in paths if not _stands_in(commit, path, root, git))


def _stands_in(commit: str, path: str, root: Path, git: Git) -> bool:
    found = git.run("cat-file", "blob", f"{commit}:{git.prefix}{path}")
    return not found.returncode and _lines(found.stdout) == _lines((root / path).read_bytes())


def _lines(raw: bytes) -> bytes:
    """Git may have been told to write the line ends of this computer."""
    return raw.replace(b"\r\n", b"\n")
