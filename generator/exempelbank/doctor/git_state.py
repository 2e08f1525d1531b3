"""Git, and the repository around the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exempelbank.doctor.diagnosis import Diagnosis, Standing
from exempelbank.i18n import _, ngettext

OLDEST = (2, 38)  # what merges without a working folder: the gate needs it


@dataclass(frozen=True)
class GitState:
    version: tuple[int, ...] = ()  # empty: git is not there
    has_name: bool = False
    has_email: bool = False
    in_repository: bool = False
    refused: str = ""  # why git won't look at it, in its own words
    unsaved: int = 0  # files
    has_remote: bool = False
    unsent: int | None = None  # commits; None: the branch has no other to compare with


def look_at_git(root: Path) -> GitState:
    """Changes nothing, and asks nobody over the net."""
    if shutil.which("git") is None:
        return GitState()
    version = re.search(r"\d+(\.\d+)+", _git(root, "--version")[0])
    numbers = tuple(map(int, version[0].split("."))) if version else (0,)
    named = {key: bool(_git(root, "config", f"user.{key}")[0]) for key in ("name", "email")}
    inside, why = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside != "true":
        # That there is none is no fault; that git does not trust its owner is.
        refused = "" if "not a git repository" in why else why.partition("\n")[0]
        return GitState(numbers, named["name"], named["email"], refused=refused)
    unsent = _git(root, "rev-list", "--count", "@{upstream}..HEAD")[0]
    return GitState(
        numbers,
        named["name"],
        named["email"],
        True,
        unsaved=len(_git(root, "status", "--porcelain", "--", ".")[0].splitlines()),
        has_remote=bool(_git(root, "remote")[0]),
        unsent=int(unsent) if unsent.isdigit() else None,
    )


def _git(root: Path, *arguments: str) -> tuple[str, str]:
    """What it says, and what it complains of. No program that the repository names is run."""
    # What a hook has set would lead to another repository.
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    command = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment | {"LC_ALL": "C"}, capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return "", ""
    said = done.stdout.decode("utf-8", "replace").rstrip("\n") if done.returncode == 0 else ""
    return said, done.stderr.decode("utf-8", "replace").strip()


def diagnoses_of_git(state: GitState, root: Path) -> Iterator[Diagnosis]:
    if not state.version:
        yield Diagnosis(
            "git",
            _("is not installed, so nothing tells who has changed what"),
            _("Install it as the guide says: docs/borja.md."),
            Standing.LOOK_OVER,
        )
        return
    yield _version(state.version)
    for key, known in (("user.name", state.has_name), ("user.email", state.has_email)):
        if not known:
            yield Diagnosis(
                f"git ({key})",
                _("is not set, so you can't save anything in git"),
                f'git config --global {key} "…"',
                Standing.LOOK_OVER,
            )
    if state.refused:
        yield Diagnosis(
            "git",
            _("won't look at the project: {why}").format(why=state.refused),
            _("If the folder is yours, write: {command}").format(
                command=f'git config --global --add safe.directory "{root.as_posix()}"'
            ),
            Standing.MEND,
        )
    elif not state.in_repository:
        yield Diagnosis(
            "git",
            _("the project is in no repository, so what is lost can't be had back"),
            _("Stand in its folder and write: {command}").format(
                command="git init, git add --all, git commit -m …"
            ),
            Standing.LOOK_OVER,
        )
    else:
        yield from _repository(state)


def _version(version: tuple[int, ...]) -> Diagnosis:
    says = ".".join(map(str, version))
    if version >= OLDEST:
        return Diagnosis("git", says)
    return Diagnosis(
        "git",
        _("{version} is too old to review in pull requests").format(version=says),
        _("Install {version} or newer.").format(version=".".join(map(str, OLDEST))),
        Standing.LOOK_OVER,
    )


def _repository(state: GitState) -> Iterator[Diagnosis]:
    if state.unsaved:
        says = ngettext(
            "{n} file is changed and not saved in git",
            "{n} files are changed and not saved in git",
            state.unsaved,
        )
        fix = _("git status shows which. Save with: git add --all, git commit -m …")
        yield Diagnosis(_("Saved"), says.format(n=state.unsaved), fix, Standing.LOOK_OVER)
    if not state.has_remote:
        yield Diagnosis(
            _("Sent"),
            _("the project lies on this computer alone"),
            _("Put it where you share it, or see to it that the folder is backed up."),
            Standing.LOOK_OVER,
        )
    elif state.unsent:
        says = ngettext(
            "{n} saved change has not been sent", "{n} saved changes have not been sent",
            state.unsent,
        )  # fmt: skip
        fix = _("Send with: git push")
        yield Diagnosis(_("Sent"), says.format(n=state.unsent), fix, Standing.LOOK_OVER)
    if not state.unsaved and state.has_remote and state.unsent == 0:
        yield Diagnosis(_("Saved"), _("all is saved in git, and sent"))
