"""Which examples are like which, and what they share.

One example is weighed against all others at once: bit n of a whole number stands for the n-th of
them. The examples with a trait are such a number, and the weights are a few more, one for each
binary digit. So a step of the adding takes as long as copying a bit for each example, and 10,000 of
them are a kilobyte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exempelbank.catalogue.learning_example import LearningExample

# What weighs most is what people ask each other about; a shared role alone says little.
WEIGHTS = {
    "networks": 5,
    "keywords": 4,
    "focus_areas": 3,
    "support": 3,
    "work_areas": 2,
    "target_groups": 2,
    "roles": 1,
}
_PLACES = {  # 5 is 2**0 + 2**2
    field: tuple(place for place in range(weight.bit_length()) if weight >> place & 1)
    for field, weight in WEIGHTS.items()
}
_ENOUGH = 3
_MOST = 3

Trait = tuple[str, str]  # (field, value)


class Related(NamedTuple):
    example: LearningExample
    because: tuple[Trait, ...]  # what they share, what weighs most first


class SimilarityFeatures(NamedTuple):
    """All of an example that its relations depend on."""

    id: str
    slug: str
    published: int  # a day's number
    listed: bool  # those that are not have relations, and are nobody's
    traits: tuple[Trait, ...]  # each once, what weighs most first


def features_of(example: LearningExample, none_of_these: Container[str] = ()) -> SimilarityFeatures:
    """`none_of_these`: ids that say that no term fits, which nobody has in common."""
    traits = dict.fromkeys(
        (field, value.casefold() if field == "keywords" else value)
        for field in WEIGHTS
        for value in getattr(example, field)
        if value not in none_of_these
    )
    published = example.review.published.toordinal()
    return SimilarityFeatures(example.id, example.slug, published, example.listed, tuple(traits))


class RelatedExamples:
    """Of all examples; those of one are worked out when they are asked for."""

    def __init__(self, examples: Iterable[SimilarityFeatures]) -> None:
        self._ordered = sorted(examples, key=lambda one: (-one.published, one.slug))
        self._numbers = {one.id: number for number, one in enumerate(self._ordered)}
        self._examples_by_trait = _examples_by_trait(self._ordered)
        self._listed = sum(1 << number for number, one in enumerate(self._ordered) if one.listed)

    def of(self, id: str) -> Iterator[tuple[str, tuple[Trait, ...]]]:
        """The nearest and what is shared with each: what weighs most, the newest, then by slug."""
        number = self._numbers[id]
        one, others = self._ordered[number], self._listed & ~(1 << number)
        for other in _nearest(_weights(one, self._examples_by_trait), others):
            candidate = self._ordered[other]
            yield candidate.id, tuple(trait for trait in one.traits if trait in candidate.traits)


def _examples_by_trait(examples: Sequence[SimilarityFeatures]) -> Mapping[Trait, int]:
    """The examples with each trait, as bits; none for a trait that no two have in common."""
    numbers: dict[Trait, list[int]] = defaultdict(list)
    for number, one in enumerate(examples):
        for trait in one.traits:
            numbers[trait].append(number)
    return {trait: _bits(found) for trait, found in numbers.items() if len(found) > 1}


def _bits(numbers: Sequence[int]) -> int:
    """`numbers` rise."""
    octets = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def _weights(one: SimilarityFeatures, examples_by_trait: Mapping[Trait, int]) -> list[int]:
    """What all weigh beside this one: the bits of place p hold the 2**p of everyone's weight."""
    places: list[int] = []
    for trait in one.traits:
        if bits := examples_by_trait.get(trait, 0):
            for place in _PLACES[trait[0]]:
                _add(places, bits, place)
    return places


def _add(places: list[int], bits: int, place: int) -> None:
    """Adds one to everyone whose bit is set, with what is carried to the places above."""
    while bits:
        if place >= len(places):
            places += [0] * (place + 1 - len(places))
        places[place], bits = places[place] ^ bits, places[place] & bits
        place += 1


def _nearest(weights: Sequence[int], among: int) -> list[int]:
    found: list[int] = []
    while len(found) < _MOST:
        heaviest, weight = among, 0
        for place in reversed(range(len(weights))):
            if heavier := heaviest & weights[place]:
                heaviest, weight = heavier, weight | 1 << place
        if weight < _ENOUGH:
            break
        first = heaviest & -heaviest  # the lowest bit
        found.append(first.bit_length() - 1)
        among ^= first
    return found
