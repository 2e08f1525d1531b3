"""What the answers of several forges have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote


def moment_from(text: str) -> datetime:
    """ "2026-12-01T08:00:00Z", with or without parts of a second. Always with a zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def login_of(account: Mapping[str, Any] | None, key: str = "login") -> str:
    """ "" when the account is gone."""
    return str(account[key]) if account else ""


def in_path(text: str | int) -> str:
    """As one part of an address, whatever stands in it."""
    return quote(str(text), safe="")


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def nothing(_answer: Any) -> None:
    pass
