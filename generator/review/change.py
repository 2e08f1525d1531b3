"""Several files written and taken away as one: a crash leaves all of it done, or nothing.

The whole change is first written down in a journal, by one rename. From then on it will be done: by
this run, or by the next command if this one is cut short.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.documents import write_atomically

JOURNAL = ".exempelbank/change.json"


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
    if not (root / JOURNAL).exists():
        return None
    noted = json.loads((root / JOURNAL).read_text("utf-8"))
    change = Change(noted["write"], tuple(noted["remove"]))
    _apply(change, root)
    return change


def _apply(change: Change, root: Path) -> None:
    for path, text in change.write.items():
        write_atomically(root / path, text)
    for path in change.remove:
        (root / path).unlink(missing_ok=True)
    (root / JOURNAL).unlink()


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
