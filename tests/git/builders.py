"""A shared repository, and a folder that was cloned from it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from exempelbank.git.writing import Signature

# Nobody's own settings count, nor the hooks they may have.
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": f"anna@{who.lower()}.example" if what == "EMAIL" else "Anna Ek"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}
TOOL = Signature(
    "Exempelbank", "noreply@bank.example", datetime.fromisoformat("2026-03-16T12:00:00+01:00")
)


def git(folder: Path, *arguments: str, **environment: str) -> str:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **ALONE, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()


def commit_files(
    folder: Path, message: str, files: Mapping[str, str | bytes], **environment: str
) -> str:
    """What a person does in the folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode() if isinstance(text, str) else text)
        git(folder, "add", "--", path)
    git(folder, "commit", "--quiet", "--message", message, **environment)
    return git(folder, "rev-parse", "HEAD")


def a_shared_repository(root: Path, files: Mapping[str, str | bytes]) -> tuple[Path, Path]:
    """The bare one, and a clone of it with these files on main."""
    bare, clone = root / "shared.git", root / "clone"
    bare.mkdir(parents=True)
    git(bare, "init", "--quiet", "--bare", "--initial-branch=main")
    git(bare, "config", "receive.denyNonFastForwards", "true")
    git(root, "clone", "--quiet", str(bare), str(clone))
    git(clone, "checkout", "--quiet", "-B", "main")
    commit_files(clone, "Begin", files)
    git(clone, "push", "--quiet", "origin", "main")
    git(clone, "remote", "set-head", "origin", "main")
    return bare, clone
