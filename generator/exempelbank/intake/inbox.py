"""Raw exports that lie in submissions/inbox/, and how long they may lie there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from exempelbank.files.paths import INBOX


def exports_in(root: Path) -> list[Path]:
    folder = root / INBOX
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def age(path: Path, now: datetime) -> float:
    """In days, since the file was last changed: a download is as old as its answers are here."""
    return (now.timestamp() - path.lstat().st_mtime) / 86_400


def older_than(paths: list[Path], days: int, now: datetime) -> list[Path]:
    return [path for path in paths if age(path, now) >= days]
