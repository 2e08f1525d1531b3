"""The words that the rules look for: one on each line, a line that begins with # explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
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
    """A pattern that matches any of the patterns in the list, letter by letter.

    As alternatives one after the other they would all be tried at each word of a text.
    """
    return _any_of(words(name))


def _any_of(patterns: Iterable[str]) -> str:
    by_letter, others = defaultdict[str, list[str]](list), list[str]()
    for pattern in patterns:
        if pattern[:1].isalpha() and pattern[1:2] not in ("?", "*", "+", "{"):
            by_letter[pattern[0]].append(pattern[1:])
        else:
            others.append(pattern)
    grouped = (
        letter + (_any_of(rests) if len(rests) > 1 else rests[0])
        for letter, rests in by_letter.items()
    )
    return f"(?:{'|'.join([*grouped, *others])})"


@lru_cache(maxsize=1)  # most rules ask, one after the other
def lowered(text: str) -> str:
    """In small letters, and as long as it was: a few letters become two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[0] for sign in text)
