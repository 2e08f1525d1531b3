"""Several files written and taken away as one: a crash leaves all of it done, or nothing.

The whole change is first written down in a journal, by one rename. From then on it will be done: by
this run, or by the next command if this one is cut short.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.documents import write_atomically

JOURNAL = ".exempelbank/change.json"
_OURS = re.compile(r"(submissions/[A-Z0-9-]+|content/(examples|news)/[a-z0-9-]+)\.md")


@dataclass(frozen=True, slots=True)
class Change:
    write: Mapping[str, str] = field(default_factory=dict)  # path below the project -> whole text
    remove: tuple[str, ...] = ()


def carry_out(change: Change, root: Path) -> None:
    """Raises OSError, with every file as it was, when one can't be written."""
    before = {path: _bytes_of(root / path) for path in (*change.write, *change.remove)}
    write_atomically(root / JOURNAL, json.dumps(asdict(change), ensure_ascii=False))
    try:
        _apply(change, root)
    except OSError:
        for path, raw in before.items():
            if raw is None:
                (root / path).unlink(missing_ok=True)
            else:
                write_atomically(root / path, raw)
        (root / JOURNAL).unlink()
        raise


def finish_interrupted(root: Path) -> Change | None:
    """Does what an earlier run had decided and was kept from doing."""
    journal = root / JOURNAL
    if not journal.is_file() or journal.is_symlink():
        return None
    change = _noted(journal.read_bytes())
    if change is None:
        journal.unlink()
        return None
    _apply(change, root)
    return change


def _noted(raw: bytes) -> Change | None:
    """None when it isn't ours: a repository could hold a journal that someone else has written, so
    it may only touch what a review touches.
    """
    try:
        match json.loads(raw):
            case {"write": dict() as write, "remove": list() as remove}:
                paths, texts = [*write, *remove], list(write.values())
                if all(isinstance(text, str) for text in (*paths, *texts)) and all(
                    _OURS.fullmatch(path) for path in paths
                ):
                    return Change(write, tuple(remove))
    except ValueError:
        pass
    return None


def _apply(change: Change, root: Path) -> None:
    for path, text in change.write.items():
        write_atomically(root / path, text)
    for path in change.remove:
        (root / path).unlink(missing_ok=True)
    (root / JOURNAL).unlink()


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
