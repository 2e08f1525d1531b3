"""Which examples are like which, and what they share.

One example is weighed against all others at once: bit n of a whole number stands for the n-th of
them. The examples with a trait are such a number, and the weights are a few more, one for each
binary digit. So a step of the adding takes as long as copying a bit for each example, and 10,000 of
them are a kilobyte.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.learning_example import LearningExample
from generator.fingerprints import of_value
from generator.memory import Memory, keep_only

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
_MOST = 3
_NONE_OF_THESE = "inget"

Trait = tuple[str, str]  # (field, value)
Relations = Mapping[
    str, tuple[tuple[str, tuple[Trait, ...]], ...]
]  # by id: (its id, what is shared)


class Related(NamedTuple):
    example: LearningExample
    because: tuple[Trait, ...]  # what they share, what weighs most first


class Likeness(NamedTuple):
    """All of an example that its relations depend on."""

    id: str
    slug: str
    published: int  # a day's number
    listed: bool  # those that are not have relations, and are nobody's
    traits: tuple[Trait, ...]  # each once, what weighs most first


def likeness_of(example: LearningExample) -> Likeness:
    traits = dict.fromkeys(
        (field, value.casefold() if field == "keywords" else value)
        for field in _WEIGHTS
        for value in getattr(example, field)
        if value != _NONE_OF_THESE
    )
    published = example.review.published.toordinal()
    return Likeness(example.id, example.slug, published, example.listed, tuple(traits))


def relations_of(examples: Iterable[Likeness]) -> Relations:
    """The nearest of each: what weighs most, then the newest, then by slug."""
    ordered = sorted(examples, key=lambda one: (-one.published, one.slug))
    holders = _holders(ordered)
    listed = sum(1 << number for number, one in enumerate(ordered) if one.listed)
    return {
        one.id: tuple(
            (ordered[other].id, _shared(one, ordered[other]))
            for other in _nearest(_weights(one, holders), listed & ~(1 << number))
        )
        for number, one in enumerate(ordered)
    }


def remembered_relations(
    examples: Sequence[LearningExample], mark: bytes, memory: Memory
) -> Relations:
    """`relations_of`, worked out once for as long as nobody's likeness changes.

    `mark` changes with anything in the examples: while it is the same, nobody is even looked at.
    """
    keys, shelf = memory.shelf("likenesses"), memory.shelf("relations")
    key = keys.get(mark)
    if key is None:
        key = of_value([likeness_of(example) for example in examples])
        keep_only(keys, set())
        keys[mark] = key
    if kept := shelf.get(key):
        found: Relations = pickle.loads(kept)
        return found
    found = relations_of(map(likeness_of, examples))
    keep_only(shelf, set())
    shelf[key] = pickle.dumps(found)
    return found


def _holders(examples: Sequence[Likeness]) -> Mapping[Trait, int]:
    """The examples with each trait, as bits; none for a trait that no two have in common."""
    common = Counter(trait for one in examples for trait in one.traits)
    holders: dict[Trait, int] = defaultdict(int)
    for number, one in enumerate(examples):
        for trait in one.traits:
            if common[trait] > 1:
                holders[trait] |= 1 << number
    return holders


def _weights(one: Likeness, holders: Mapping[Trait, int]) -> list[int]:
    """What all weigh beside this one: the bits of place p hold the 2**p of everyone's weight."""
    places: list[int] = []
    for trait in one.traits:
        if bits := holders.get(trait, 0):
            for place, digit in enumerate(reversed(f"{_WEIGHTS[trait[0]]:b}")):
                if digit == "1":
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


def _shared(one: Likeness, other: Likeness) -> tuple[Trait, ...]:
    theirs = set(other.traits)
    return tuple(trait for trait in one.traits if trait in theirs)
