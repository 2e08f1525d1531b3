"""Which examples are like this one, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.learning_example import LearningExample

# What weighs most is what people ask each other about; a shared role alone says little.
_WEIGHTS = {
    "networks": 5,
    "keywords": 4,
    "focus_areas": 3,
    "support": 3,
    "work_areas": 2,
    "target_groups": 2,
    "roles": 1,
}
_ENOUGH = 3
_NONE_OF_THESE = "inget"


@dataclass(frozen=True, slots=True)
class Related:
    example: LearningExample
    because: tuple[tuple[str, str], ...]  # (field, the shared value), what weighs most first


def related_among(
    examples: Iterable[LearningExample], example: LearningExample, most: int
) -> tuple[Related, ...]:
    traits = dict.fromkeys(_traits(example))
    found = []
    for other in examples:
        if other.id == example.id:
            continue
        theirs = set(_traits(other))
        shared = tuple(trait for trait in traits if trait in theirs)
        weight = sum(_WEIGHTS[field] for field, _value in shared)
        if weight >= _ENOUGH:
            newest = -other.review.published.toordinal()
            found.append((-weight, newest, other.slug, Related(other, shared)))
    return tuple(related for *_order, related in sorted(found, key=lambda one: one[:3])[:most])


def _traits(example: LearningExample) -> Iterator[tuple[str, str]]:
    for field in _WEIGHTS:
        for value in getattr(example, field):
            if value != _NONE_OF_THESE:
                yield field, value.casefold() if field == "keywords" else value
