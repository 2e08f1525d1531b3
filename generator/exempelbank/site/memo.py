"""What is the same wherever it stands -> made once in a process, and kept by the context."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from exempelbank.site.context import RenderContext

P = ParamSpec("P")
V = TypeVar("V")


def memoized(
    make: Callable[Concatenate[RenderContext, P], V],
) -> Callable[Concatenate[RenderContext, P], V]:
    """For each subject anew. A record is known by its id, anything else by itself."""

    @wraps(make)
    def memoizing(context: RenderContext, /, *subjects: P.args, **named: P.kwargs) -> V:
        if named:
            raise TypeError("what is named would be no part of the key")
        known_by = make, *[getattr(subject, "id", subject) for subject in subjects]
        try:
            found: V = context.memo[known_by]
        except KeyError:
            found = context.memo[known_by] = make(context, *subjects, **named)
        return found

    return memoizing
