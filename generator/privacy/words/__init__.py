"""The words that the rules look for: one on each line, a line that begins with # explains."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def words(name: str) -> tuple[str, ...]:
    text = (_HERE / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def names(name: str) -> frozenset[str]:
    """Names stand many on a line."""
    return frozenset(" ".join(words(name)).split())


def any_of(name: str) -> str:
    """A pattern that matches any of the patterns in the list."""
    return "(?:" + "|".join(words(name)) + ")"
