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
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path

from generator.changes.steps import OWN, Step, Stopped
from generator.disk import write_atomically, writing
from generator.problems import Place, Problem
from generator.texts import _

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
    told = json.dumps([asdict(step) for step in steps])
    write_atomically(root / JOURNAL, json.dumps({"steps": told, "seal": _seal(told)}))


def read_journal(root: Path) -> list[Step]:
    """Empty when there is none. Raises CutShort when it isn't ours."""
    try:
        raw = (root / JOURNAL).read_bytes()
    except OSError:
        return []
    with suppress(ValueError, TypeError, KeyError):
        journal = json.loads(raw)
        if hmac.compare_digest(journal["seal"], _seal(journal["steps"])):
            return [Step(**step) for step in json.loads(journal["steps"])]
    raise CutShort(ours=False)


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


def _seal(told: str) -> str:
    return hmac.new(_key(), told.encode(), hashlib.sha256).hexdigest()


@cache
def _key() -> bytes:
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
