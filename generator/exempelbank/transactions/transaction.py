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

from exempelbank.exceptions import FilesChangedMeanwhile, InterruptedTransaction, UnwritableFile
from exempelbank.files.disk import bytes_of, digest, writing
from exempelbank.files.paths import APPROVED, CONFIG, CONTENT, NEWER, OWN, SUBMISSIONS, TRIAL_NOTES
from exempelbank.transactions.file_steps import READY, FileStep
from exempelbank.transactions.journal import JOURNAL, forget_journal, read_journal, write_journal


@dataclass(frozen=True, slots=True)
class Transaction:
    """`read`: the digest of each file that stood in one of these places when it was decided."""

    write: Mapping[str, str | bytes] = field(default_factory=dict)  # path -> all that stands there
    remove: tuple[str, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)


def carry_out(transaction: Transaction, root: Path) -> None:
    """Raises FilesChangedMeanwhile or UnwritableFile, with every file as it was;
    InterruptedTransaction if that can't be.
    """
    new = {path: bytes_of(text) for path, text in transaction.write.items()}
    after = {path: digest(raw) for path, raw in new.items()} | dict.fromkeys(transaction.remove, "")
    steps = [
        FileStep(number, path, transaction.read.get(path, ""), after[path])
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
    someone has changed a file since, all of it is taken back. Raises InterruptedTransaction.
    """
    steps, done = read_journal(root), False
    if steps and all(step.is_ready(root) for step in steps):
        with suppress(FilesChangedMeanwhile, UnwritableFile):
            _take(steps, root)
            done = True
    elif steps:
        _take_back(steps, root)
    clean(root)
    return Finished(tuple(step.path for step in steps), done) if steps else None


def _take(steps: Sequence[FileStep], root: Path) -> None:
    try:
        for step in steps:
            step.take(root)
        forget_journal(root)
    except (FilesChangedMeanwhile, UnwritableFile):
        _take_back(steps, root)
        raise


def _take_back(steps: Sequence[FileStep], root: Path) -> None:
    try:
        for step in steps:
            step.take_back(root)
        forget_journal(root)
    except UnwritableFile:
        raise InterruptedTransaction(JOURNAL, ours=True) from None


# Where a temporary file may lie beside what is written: an earlier version's, or ours when folders
# lie on several disks. An editor's own, which may be in use, has another name.
_TEMPORARY = re.compile(r"\.[a-z0-9_]{8}\.tmp")
_FOLDERS = (SUBMISSIONS, NEWER, APPROVED, TRIAL_NOTES, f"{CONTENT}/*", CONFIG, f"{CONFIG}/*", OWN)


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
