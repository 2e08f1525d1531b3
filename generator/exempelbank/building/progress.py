"""The steps of a build, as they are taken: how long each takes, and how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
EVERY = 200  # things; so often is it said how far a step has come


@dataclass
class Progress:
    """`say` hears the name of each step as it begins, then how many of how many are done."""

    say: Callable[[str, int, int], None] = lambda name, done, of: None
    spent: dict[str, float] = field(default_factory=dict)  # seconds, without the steps within
    _within: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._turn()
        self._within.append(name)
        self.say(name, 0, 0)
        try:
            yield
        finally:
            self._turn()
            self._within.pop()

    def counted(self, things: Iterable[T], total: int) -> Iterator[T]:
        """The things, one by one, within the step that is being taken."""
        for number, thing in enumerate(things):
            if number % EVERY == 0:
                self.say(self._within[-1], number, total)
            yield thing

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._within:
            name = self._within[-1]
            self.spent[name] = self.spent.get(name, 0) + now - self._since
        self._since = now
