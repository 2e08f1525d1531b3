"""Regular expressions that are compiled when they are first needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Match = re.Match[str]


class Pattern:
    """As `re.compile` gives it. All the rules together take as long to compile as a program to
    start, and most commands look for little.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @cached_property
    def finditer(self) -> Callable[..., Iterator[Match]]:
        return self._compiled.finditer

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in self.finditer(text))

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        return self._compiled.findall

    @cached_property
    def search(self) -> Callable[..., Match | None]:
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., Match | None]:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Match | None]:
        return self._compiled.fullmatch

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self._compiled.sub
