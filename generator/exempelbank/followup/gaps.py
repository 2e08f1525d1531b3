"""Catalogue -> what no example tells of yet, by the words that examples are described with."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.catalogue.facets import FACETS, Facet, examples_by_value
from exempelbank.model.content import FocusArea
from exempelbank.settings import Settings, Term

_FACETS = tuple(
    facet for facet in FACETS if facet.name in ("work_area", "target_group", "perspective", "role")
)
# Within a focus area the roles would be a long list of what nobody has asked for.
_FACETS_IN_AREA = tuple(facet for facet in _FACETS if facet.name != "role")


@dataclass(frozen=True, slots=True)
class Gap:
    """The terms of one facet that no example has."""

    facet: Facet
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class AreaGaps:
    area: FocusArea
    examples: int
    gaps: tuple[Gap, ...]  # beside those that are everywhere; none where there is no example at all


@dataclass(frozen=True, slots=True)
class Gaps:
    everywhere: tuple[Gap, ...]
    areas: tuple[AreaGaps, ...]  # those in which something is missing

    def in_area(self, area: FocusArea) -> AreaGaps | None:
        return next((one for one in self.areas if one.area.id == area.id), None)


def gaps_in(catalogue: Catalogue, settings: Settings, today: date) -> Gaps:
    """In the whole library, and in the focus areas of the day; in the latest when none is current.

    Archived examples fill no gap, and a term that has been replaced is none.
    """
    everywhere = _missing(catalogue.examples, _FACETS, settings)
    unknown = {term.id for gap in everywhere for term in gap.terms}
    areas = []
    for area in areas_asked_about(catalogue, today):
        examples = catalogue.examples_in(area)
        gaps = _missing(examples, _FACETS_IN_AREA, settings, unknown) if examples else ()
        if gaps or not examples:
            areas.append(AreaGaps(area, len(examples), gaps))
    return Gaps(everywhere, tuple(areas))


def areas_asked_about(catalogue: Catalogue, today: date) -> tuple[FocusArea, ...]:
    by_period = catalogue.focus_areas_on(today)
    return by_period.current or by_period.earlier[:1]


def _missing(
    examples: Iterable[LearningExample],
    facets: Iterable[Facet],
    settings: Settings,
    already: Collection[str] = (),
) -> tuple[Gap, ...]:
    """`already`: the ids of terms that are said to be missing elsewhere."""
    known = tuple(examples)
    gaps = []
    for facet in facets:
        held = examples_by_value(facet, known)
        terms = tuple(
            term
            for term in settings.vocabulary(facet.vocabulary)
            if not term.replaced_by and term.id not in held and term.id not in already
        )
        if terms:
            gaps.append(Gap(facet, terms))
    return tuple(gaps)
