"""What stands on what in the style sheets, and how much it must stand out (WCAG 2.2 AA).

`contrast` is WCAG's own measure: 1 of a colour on itself, 21 of black on white.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from exempelbank.palette.palette import Colours

TEXT, SHAPE = 4.5, 3.0  # what is read; what is seen, such as a border of a field (1.4.3, 1.4.11)


class Pair(NamedTuple):
    front: str
    behind: str
    least: float

    def measured(self, colours: Colours) -> float:
        return contrast(colours[self.front], colours[self.behind])


_GROUNDS = ("paper", "surface", "sunk")
_KINDS = ("exempel", "nyhet", "kalender", "natverk", "fokus")
_TINTS = (*(f"{kind}-tint" for kind in _KINDS), "danger-tint")


def _pairs() -> Iterator[Pair]:
    for ground in (*_GROUNDS, *_TINTS):
        for text in ("ink", "ink-soft", "link", "link-hover"):
            yield Pair(text, ground, TEXT)
        yield Pair("focus", ground, SHAPE)
    for kind in (*_KINDS, "danger"):
        # On `surface` it is also the leaf, with its sign in the colour of the surface.
        for ground in (*_GROUNDS, f"{kind}-tint"):
            yield Pair(kind, ground, TEXT)
    for ground in _GROUNDS:
        for shape in ("line-strong", "brand", "county-3"):
            yield Pair(shape, ground, SHAPE)
    for front, behind in (
        ("on-brand", "brand"),
        ("on-deep", "deep"),
        ("on-deep-soft", "deep"),
        ("honey", "deep"),
        ("on-honey", "honey"),
        ("on-mark", "mark"),
        ("ink", "mark"),
    ):
        yield Pair(front, behind, TEXT)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def _luminance(colour: str) -> float:
    from coloraide import Color  # slow to import, and seldom needed

    return Color(colour).luminance()


PAIRS = tuple(_pairs())
