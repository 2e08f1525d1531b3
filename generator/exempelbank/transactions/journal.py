"""What a command is about to do in a project, written down before it is done.

A command that is killed leaves its journal behind, and the next one finishes what stands there. It
is sealed with a key of this account on this computer: a repository may hold a journal that someone
has brought along, and with it an example that nobody has approved.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from exempelbank.exceptions import InterruptedTransaction
from exempelbank.files.disk import write_atomically, writing
from exempelbank.files.paths import OWN
from exempelbank.transactions.file_steps import FileStep

JOURNAL = f"{OWN}/change.json"


def write_journal(steps: Sequence[FileStep], root: Path) -> None:
    """Raises UnwritableFile."""
    entry = json.dumps([asdict(step) for step in steps]).encode()
    write_atomically(root / JOURNAL, _seal(entry) + b"\n" + entry)


def read_journal(root: Path) -> list[FileStep]:
    """Empty when there is none. Raises InterruptedTransaction when it isn't ours: then nothing in
    it is read.
    """
    try:
        seal, _end, entry = (root / JOURNAL).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return []
    except OSError:
        raise InterruptedTransaction(JOURNAL, ours=False) from None
    if not hmac.compare_digest(seal, _seal(entry)):
        raise InterruptedTransaction(JOURNAL, ours=False)
    return [FileStep(**step) for step in json.loads(entry)]


def forget_journal(root: Path) -> None:
    """Raises UnwritableFile."""
    with writing(root / JOURNAL):
        (root / JOURNAL).unlink()


def cut_short(root: Path) -> InterruptedTransaction | None:
    """Whether an earlier command left a change half done."""
    try:
        return InterruptedTransaction(JOURNAL, ours=True) if read_journal(root) else None
    except InterruptedTransaction as why:
        return why


def _seal(entry: bytes) -> bytes:
    return hmac.new(own_key(), entry, hashlib.sha256).hexdigest().encode()


@cache
def own_key() -> bytes:
    """Made the first time. Where it can't be kept it is forgotten with this run: what is cut short
    is then still known as such, and nothing of it is carried out.
    """
    from platformdirs import user_state_path

    path, key = user_state_path("exempelbank") / "key", secrets.token_hex(32).encode()
    try:
        if not path.exists():
            write_atomically(path, key, mode=0o600)
        return path.read_bytes() or key
    except OSError:
        return key
