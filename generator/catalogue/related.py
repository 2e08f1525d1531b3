"""Which examples are like this one, and what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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

Trait = tuple[str, str]  # (field, value)


@dataclass(frozen=True, slots=True)
class Related:
    example: LearningExample
    because: tuple[Trait, ...]  # what they share, what weighs most first


class Relations:
    """Among these examples. Found by what they share, so that a large collection costs little."""

    def __init__(self, examples: Iterable[LearningExample]) -> None:
        self._with: dict[Trait, list[LearningExample]] = defaultdict(list)
        for example in examples:
            for trait in _traits(example):
                self._with[trait].append(example)

    def of(self, example: LearningExample, most: int) -> tuple[Related, ...]:
        weights: Counter[str] = Counter()
        others: dict[str, LearningExample] = {}
        traits = _traits(example)
        for field, value in traits:
            for other in self._with.get((field, value), ()):
                weights[other.id] += _WEIGHTS[field]
                others[other.id] = other
        del weights[example.id]
        close = [others[id] for id, weight in weights.items() if weight >= _ENOUGH]
        close.sort(key=lambda one: (-weights[one.id], -one.review.published.toordinal(), one.slug))
        return tuple(_related(traits, other) for other in close[:most])


def _related(traits: tuple[Trait, ...], other: LearningExample) -> Related:
    theirs = set(_traits(other))
    return Related(other, tuple(trait for trait in traits if trait in theirs))


def _traits(example: LearningExample) -> tuple[Trait, ...]:
    """Each once, what weighs most first."""
    return tuple(
        dict.fromkeys(
            (field, value.casefold() if field == "keywords" else value)
            for field in _WEIGHTS
            for value in getattr(example, field)
            if value != _NONE_OF_THESE
        )
    )
