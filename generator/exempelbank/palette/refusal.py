"""Given colours that can't be read -> each with the nearest that can."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from exempelbank.palette.contrast import PAIRS, Pair
from exempelbank.palette.derivation import (
    FAMILY_OF,
    Given,
    colours_from,
    nearest,
    tokens_given,
)
from exempelbank.palette.palette import COLOUR_FAMILIES, Colours, Scheme

# The paper first: what is written on it is weighed against the one that would do.
_IN_TURN = ("paper", *(name for name in COLOUR_FAMILIES if name != "paper"))


class Refusal(NamedTuple):
    scheme: Scheme
    name: str  # of COLOUR_FAMILIES
    colour: str
    other: str  # the colour that it can't be told from
    measured: float
    least: float
    nearest: str  # that would do, when those before it in the list are as they should be


_ROUNDS = 4  # what mends one colour may touch one before it, but not for long


def refusals(given: Given) -> list[Refusal]:
    found: dict[tuple[Scheme, str], Refusal] = {}
    for _round in range(_ROUNDS):
        new = [*_refusals(given)]
        for one in new:
            key = one.scheme, one.name
            found[key] = found.get(key, one)._replace(nearest=one.nearest)
            given = _with(given, one.scheme, one.name, one.nearest or one.colour)
        if not new:
            break
    return [*found.values()]


def _refusals(given: Given) -> Iterator[Refusal]:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        for name in _IN_TURN:
            if name not in given.get(scheme, {}):
                continue
            colours = colours_from(given, scheme)
            if faults := _faults_of(name, colours, given, scheme):
                worst = min(faults, key=lambda pair: pair.measured(colours) / pair.least)
                in_front = worst.front in tokens_given((name,), scheme)
                other = colours[worst.behind if in_front else worst.front]
                colour, better = given[scheme][name], _nearest(name, given, scheme)
                measured = worst.measured(colours)
                yield Refusal(scheme, name, colour, other, measured, worst.least, better)
                given = _with(given, scheme, name, better or colour)


def _faults_of(name: str, colours: Colours, given: Given, scheme: Scheme) -> list[Pair]:
    """The pairs that this colour is to blame for."""
    faults = [pair for pair in PAIRS if pair.measured(colours) < pair.least]
    mine = given.get(scheme, {})
    return [pair for pair in faults if _to_blame(pair, mine, scheme) == name]


def _to_blame(pair: Pair, mine: Container[str], scheme: Scheme) -> str | None:
    """What stands in front, when it is as given; or else the given ground."""
    front, behind = (FAMILY_OF[scheme].get(token) for token in (pair.front, pair.behind))
    as_given = pair.front in tokens_given(mine, scheme)
    return behind if behind in mine and not as_given else front


def _nearest(name: str, given: Given, scheme: Scheme) -> str:
    def passes(candidate: str) -> bool:
        tried = _with(given, scheme, name, candidate)
        return not _faults_of(name, colours_from(tried, scheme), tried, scheme)

    return nearest(given[scheme][name], passes)


def _with(given: Given, scheme: Scheme, name: str, colour: str) -> Given:
    return {**given, scheme: {**given.get(scheme, {}), name: colour}}
