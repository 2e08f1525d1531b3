"""One command at a time in a project's folder, from reading to writing; another waits.

The system holds the lock, and lets go of it however a command ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path

from exempelbank.exceptions import (
    InterruptedTransaction,
    ProjectLocked,
    UnwritableFile,
)
from exempelbank.files.disk import writing
from exempelbank.files.paths import OWN
from exempelbank.i18n import _
from exempelbank.transactions.journal import cut_short
from exempelbank.transactions.own import own_folder
from exempelbank.transactions.transaction import Finished, finish

LOCK = f"{OWN}/lock"
PATIENCE = 1  # seconds before it is said that a command waits
LIMIT = 60  # seconds; a build of ten thousand examples from nothing takes about as long


class Access(StrEnum):
    """What a command does in the folder."""

    CHECKS = "checks"  # writes nothing whatever
    READS = "reads"  # writes nothing but what an earlier command was kept from
    BUILDS = "builds"  # reads; the site is no part of the project
    WRITES = "writes"


@contextmanager
def project_lock(root: Path, access: Access, tell: Callable[[str], None]) -> Iterator[None]:
    """With the folder to oneself, and with what an earlier command had begun done or taken back.

    Raises ProjectLocked, UnwritableFile, and InterruptedTransaction. A folder that can't be written
    to can still be read.
    """
    with ExitStack() as stack:
        locked = _lock(root, access, tell, stack)
        if access is not Access.CHECKS:
            try:
                if locked:
                    _tell_of(finish(root), tell)
                elif half_done := cut_short(root):
                    raise half_done
            except InterruptedTransaction as why:
                if access is not Access.READS:
                    raise
                tell(str(why))
        yield


def _lock(root: Path, access: Access, tell: Callable[[str], None], stack: ExitStack) -> bool:
    """False when there is no lock to be had by one who only reads: then nobody writes here, or it
    is somewhere else that they do.
    """
    from filelock import FileLock, Timeout

    path = root / LOCK
    makes_one = access in (Access.BUILDS, Access.WRITES)
    if not makes_one and (path.parent.is_symlink() or not path.exists()):
        return False
    try:
        if makes_one:
            own_folder(root)
        with writing(path):
            lock = FileLock(path)
            try:
                stack.enter_context(lock.acquire(timeout=PATIENCE))
            except Timeout:
                tell(_("Waits for another command in the same project …"))
                try:
                    stack.enter_context(lock.acquire(timeout=LIMIT))
                except Timeout:
                    raise ProjectLocked from None
    except UnwritableFile:
        if access is Access.WRITES:
            raise
        return False
    return True


def _tell_of(finished: Finished | None, tell: Callable[[str], None]) -> None:
    if finished:
        says = (
            _("An earlier command was cut short. It is done now: {paths}.")
            if finished.done
            else _("An earlier command was cut short. What it had begun is taken back: {paths}.")
        )
        tell(says.format(paths=", ".join(finished.paths)))
