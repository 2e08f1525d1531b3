"""Several files written and taken away as one.

It is first written down what is to be done. From then on it will be: by this run, or by the next
command if this one is cut short. It is done only if every file is as it was when it was decided.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from exempelbank.changes.journal import (
    JOURNAL,
    CutShort,
    forget_journal,
    read_journal,
    write_journal,
)
from exempelbank.changes.own import OWN
from exempelbank.changes.steps import READY, Meanwhile, Step
from exempelbank.disk import Unwritable, bytes_of, digest, writing


@dataclass(frozen=True, slots=True)
class Change:
    """`read`: the digest of each file that stood in one of these places when it was decided."""

    write: Mapping[str, str | bytes] = field(default_factory=dict)  # path -> all that stands there
    remove: tuple[str, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)


def carry_out(change: Change, root: Path) -> None:
    """Raises Meanwhile or Unwritable, with every file as it was; CutShort if that can't be."""
    new = {path: bytes_of(text) for path, text in change.write.items()}
    after = {path: digest(raw) for path, raw in new.items()} | dict.fromkeys(change.remove, "")
    steps = [
        Step(number, path, change.read.get(path, ""), after[path])
        for number, path in enumerate(after)
    ]
    for step in steps:
        step.check(root)
    steps = [step for step in steps if step.before != step.after]
    try:
        with writing(root / READY):
            (root / READY).mkdir(parents=True)
        for step in steps:
            if step.after:
                step.make_ready(new[step.path], root)
        write_journal(steps, root)
        _take(steps, root)
    finally:
        clean(root)


class Finished(NamedTuple):
    paths: tuple[str, ...]
    done: bool  # or taken back


def finish(root: Path) -> Finished | None:
    """Does what an earlier command had decided and was kept from doing. When that can't be, because
    someone has changed a file since, all of it is taken back. Raises CutShort.
    """
    steps, done = read_journal(root), False
    if steps and all(step.is_ready(root) for step in steps):
        with suppress(Meanwhile, Unwritable):
            _take(steps, root)
            done = True
    elif steps:
        _take_back(steps, root)
    clean(root)
    return Finished(tuple(step.path for step in steps), done) if steps else None


def _take(steps: Sequence[Step], root: Path) -> None:
    try:
        for step in steps:
            step.take(root)
        forget_journal(root)
    except (Meanwhile, Unwritable):
        _take_back(steps, root)
        raise


def _take_back(steps: Sequence[Step], root: Path) -> None:
    try:
        for step in steps:
            step.take_back(root)
        forget_journal(root)
    except Unwritable:
        raise CutShort(ours=True) from None


# Where a temporary file may lie beside what is written: an earlier version's, or ours when folders
# lie on several disks. An editor's own, which may be in use, has another name.
_TEMPORARY = re.compile(r"\.[a-z0-9_]{8}\.tmp")
_FOLDERS = ("submissions", "submissions/newer", "content/*", "site_config", "site_config/*", OWN)


def clean(root: Path) -> None:
    """Take away what a command that was killed had begun to write, unless its journal needs it."""
    if os.path.lexists(root / JOURNAL):
        return
    with suppress(OSError):
        if (root / READY).is_symlink():
            (root / READY).unlink()
        shutil.rmtree(root / READY, ignore_errors=True)
        for folder in _FOLDERS:
            for path in root.glob(f"{folder}/.*.tmp"):
                if _TEMPORARY.fullmatch(path.name):
                    path.unlink()
