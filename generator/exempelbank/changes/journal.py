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

from exempelbank.changes.own import OWN
from exempelbank.changes.steps import Step, Stopped
from exempelbank.disk import write_atomically, writing
from exempelbank.i18n import _
from exempelbank.problems import Place, Problem

JOURNAL = f"{OWN}/change.json"


class CutShort(Stopped):
    """A change is half done. `ours`: this account on this computer began it, and may finish it."""

    def __init__(self, ours: bool) -> None:
        if ours:
            says = _("an earlier command was cut short, and what it began is half done")
            fix = _("Run exempelbank queue: it is finished, or taken back if files were changed.")
        else:
            says = _("tells of a change that you did not begin on this computer, and is left alone")
            fix = _(
                "Let the one whose command was cut short run exempelbank queue. If there is no "
                "such person, take the file away."
            )
        self.problem = Problem(Place(JOURNAL), says, fix)
        super().__init__(str(self.problem))


def write_journal(steps: Sequence[Step], root: Path) -> None:
    """Raises Unwritable."""
    told = json.dumps([asdict(step) for step in steps]).encode()
    write_atomically(root / JOURNAL, _seal(told) + b"\n" + told)


def read_journal(root: Path) -> list[Step]:
    """Empty when there is none. Raises CutShort when it isn't ours: then nothing in it is read."""
    try:
        seal, _end, told = (root / JOURNAL).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return []
    except OSError:
        raise CutShort(ours=False) from None
    if not hmac.compare_digest(seal, _seal(told)):
        raise CutShort(ours=False)
    return [Step(**step) for step in json.loads(told)]


def forget_journal(root: Path) -> None:
    """Raises Unwritable."""
    with writing(root / JOURNAL):
        (root / JOURNAL).unlink()


def cut_short(root: Path) -> CutShort | None:
    """Whether an earlier command left a change half done."""
    try:
        return CutShort(ours=True) if read_journal(root) else None
    except CutShort as why:
        return why


def _seal(told: bytes) -> bytes:
    return hmac.new(own_key(), told, hashlib.sha256).hexdigest().encode()


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
