"""An example and all others -> those it may be a duplicate of, how like they are, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from exempelbank.i18n import _
from exempelbank.model.example import Example
from exempelbank.text.normalization import comparable

SHINGLE = 4  # words in a row; three are shared by chance, five miss a light rewrite
ALIKE_FROM = 0.25
_TITLE_FROM = 0.75
_TITLE = 200  # characters; the time to compare two grows with the square of this
_SAME_UNIT = 0.2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    id: str
    title: str
    path: str
    degree: float  # 0 to 1
    reasons: tuple[str, ...]

    @property
    def percent(self) -> int:
        return round(100 * self.degree)


def likenesses(
    example: Example, others: Iterable[tuple[str, Example]], most: int = 5
) -> tuple[Likeness, ...]:
    """`others` are (path, example), read one at a time. The most alike come first.

    The time grows with the length of their texts together: each is looked at once.
    """
    title = comparable(example.title)[:_TITLE]
    told = frozenset(_shingles(example))
    found = []
    for path, other in others:
        if other.id == example.id:
            continue
        titles = _alike(title, comparable(other.title)[:_TITLE]) if title else 0.0
        text = _share(told, other)
        if (alike := _likeness(example, path, other, titles, text)).degree >= ALIKE_FROM:
            found.append(alike)
    return tuple(sorted(found, key=lambda one: (-one.degree, one.id))[:most])


def _likeness(example: Example, path: str, other: Example, titles: float, text: float) -> Likeness:
    reasons, degree = [], text
    if titles >= _TITLE_FROM:
        same = titles == 1
        reasons.append(_("the same title") if same else _("a title much like it"))
        degree = max(degree, titles * 0.8)
    if text >= 0.05:
        reasons.append(_("{n} % of the text is the same").format(n=round(100 * text)))
    if reasons and example.unit and comparable(example.unit) == comparable(other.unit):
        reasons.append(_("the same unit"))
        degree += _SAME_UNIT
    elif reasons and example.origin and example.origin == other.origin:
        reasons.append(_("from the same place"))
    return Likeness(other.id, other.title, path, min(degree, 1.0), tuple(reasons))


def _alike(title: str, other: str) -> float:
    """0 to 1, and 0 when it is too little to count."""
    return fuzz.ratio(title, other, score_cutoff=100 * _TITLE_FROM) / 100


def _share(told: frozenset[int], other: Example) -> float:
    """How much of the shorter text stands in the longer one."""
    theirs = set(_shingles(other))
    shorter = min(len(told), len(theirs))
    return len(told & theirs) / shorter if shorter >= SHINGLE else 0.0


def _shingles(example: Example) -> Iterator[int]:
    text = " ".join((example.summary, *example.lessons, *example.sections.values()))
    words = _WORD.findall(text.casefold())
    for four in zip(*(words[n:] for n in range(SHINGLE)), strict=False):
        yield hash(four)
