"""A contribution and all others -> those it may be a duplicate of, how similar, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example
from exempelbank.model.trial_note import TrialNote
from exempelbank.text.normalization import comparable

SHINGLE = 4  # words in a row; three are shared by chance, five miss a light rewrite
LEAST_SIMILARITY = 0.25
_LEAST_TITLE_SIMILARITY = 0.75
_LONGEST_TITLE = 200  # characters; the time to compare two grows with the square of this
_SAME_UNIT_BONUS = 0.2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    id: str
    title: str
    path: str
    similarity: float  # 0 to 1
    reasons: tuple[str, ...]

    @property
    def percent(self) -> int:
        return round(100 * self.similarity)


def possible_duplicates(
    example: Contribution, others: Iterable[tuple[str, Contribution]], most: int = 5
) -> tuple[PossibleDuplicate, ...]:
    """`others` are (path, contribution), read one at a time. The most alike come first.

    The time grows with the length of their texts together: each is looked at once.
    """
    title = _title_of(example)
    shingles = frozenset(_shingles(example))
    duplicates = []
    for path, other in others:
        if other.id == example.id or other.public_type() is not example.public_type():
            continue
        titles = _title_similarity(title, _title_of(other)) if title else 0.0
        text = _shared_text(shingles, other)
        duplicate = _duplicate(example, path, other, titles, text)
        if duplicate.similarity >= LEAST_SIMILARITY:
            duplicates.append(duplicate)
    most_alike = sorted(duplicates, key=lambda duplicate: (-duplicate.similarity, duplicate.id))
    return tuple(most_alike[:most])


def _duplicate(
    example: Contribution, path: str, other: Contribution, titles: float, text: float
) -> PossibleDuplicate:
    """`titles` and `text`: how similar those are, 0 to 1."""
    reasons, similarity = [], text
    if titles >= _LEAST_TITLE_SIMILARITY:
        same = titles == 1
        reasons.append(_("the same title") if same else _("a title much like it"))
        similarity = max(similarity, titles * 0.8)
    if text >= 0.05:
        reasons.append(_("{n} % of the text is the same").format(n=round(100 * text)))
    if reasons and example.unit and comparable(example.unit) == comparable(other.unit):
        reasons.append(_("the same unit"))
        similarity += _SAME_UNIT_BONUS
    elif reasons and example.origin and example.origin == other.origin:
        reasons.append(_("from the same place"))
    return PossibleDuplicate(other.id, other.title, path, min(similarity, 1.0), tuple(reasons))


def _title_of(contribution: Contribution) -> str:
    """All notes on an example share theirs: it tells nothing."""
    is_example = isinstance(contribution, Example)
    return comparable(contribution.title)[:_LONGEST_TITLE] if is_example else ""


def _title_similarity(title: str, other: str) -> float:
    """0 to 1, and 0 when it is too little to count."""
    return fuzz.ratio(title, other, score_cutoff=100 * _LEAST_TITLE_SIMILARITY) / 100


def _shared_text(shingles: frozenset[int], other: Contribution) -> float:
    """How much of the shorter text stands in the longer one."""
    other_shingles = set(_shingles(other))
    shorter = min(len(shingles), len(other_shingles))
    return len(shingles & other_shingles) / shorter if shorter >= SHINGLE else 0.0


def _shingles(contribution: Contribution) -> Iterator[int]:
    text = contribution.text if isinstance(contribution, TrialNote) else ""
    if isinstance(contribution, Example):
        parts = (contribution.summary, *contribution.lessons, *contribution.sections.values())
        text = " ".join(parts)
    words = _WORD.findall(text.casefold())
    for four in zip(*(words[n:] for n in range(SHINGLE)), strict=False):
        yield hash(four)
