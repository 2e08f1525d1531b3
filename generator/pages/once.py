"""What is the same wherever it stands -> made once in a build, and kept by the press."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.pages.press import Press

T = TypeVar("T")
V = TypeVar("V")


def once(make: Callable[[Press, T], V]) -> Callable[[Press, T], V]:
    """A record is known by its id, anything else by itself."""

    @wraps(make)
    def kept(press: Press, subject: T) -> V:
        known_by = make, getattr(subject, "id", subject)
        try:
            found: V = press.kept[known_by]
        except KeyError:
            found = press.kept[known_by] = make(press, subject)
        return found

    return kept
