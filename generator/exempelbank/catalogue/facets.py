"""The ways to choose among examples and events, what each value holds, and what a choice leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.catalogue.learning_example import LearningExample
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import Event
from exempelbank.model.example import Section
from exempelbank.rules.places import are_municipalities
from exempelbank.settings import Settings

Choice = Mapping[str, Collection[str]]  # facet -> the values chosen


@dataclass(frozen=True, slots=True)
class Facet:
    name: str  # a field of settings.UrlSegments: the word in the address
    fields: tuple[str, ...]  # of the record, whose values it gathers
    vocabulary: str  # none: the values are their own labels
    _label: str

    @property
    def label(self) -> str:
        return pgettext("facet", self._label)

    def label_in(self, settings: Settings) -> str:
        """On a site with these settings."""
        return self.label

    def values_of(self, record: LearningExample | Event) -> tuple[str, ...]:
        values: list[str] = []
        for field in self.fields:
            if value := getattr(record, field):
                values += (value,) if isinstance(value, str) else value
        return tuple(dict.fromkeys(values)) if len(values) > 1 else tuple(values)

    def label_of(self, value: str, settings: Settings) -> str:
        return settings.label(self.vocabulary, value) if self.vocabulary else value


PRESENT = "1"  # in an address: lattlast=1


@dataclass(frozen=True, slots=True)
class SectionFacet(Facet):
    """Whether an example has a section: chosen or not, so it has one value alone."""

    section: Section

    @property
    def label(self) -> str:
        return self.section.heading

    def values_of(self, record: LearningExample | Event) -> tuple[str, ...]:
        present = isinstance(record, LearningExample) and record.sections.get(self.section)
        return (PRESENT,) if present else ()

    def label_of(self, value: str, settings: Settings) -> str:
        return pgettext("facet", self._label)


@dataclass(frozen=True, slots=True)
class PlaceFacet(Facet):
    """Named by what the places are."""

    def label_in(self, settings: Settings) -> str:
        return self.label if are_municipalities(settings.municipalities) else _("Party")


def _section(name: str, section: Section, label: str) -> SectionFacet:
    return SectionFacet(name, (), "", label, section)


# First what this library promises, then in the order that most readers ask: what about, where, for
# whom, by whom, how far, how sure.
FACETS: tuple[Facet, ...] = (
    _section("did_not_work", Section.DID_NOT_WORK, N_("facet", "Tells what did not work")),
    _section("easy_read", Section.EASY_READ, N_("facet", "Has a text that is easy to read")),
    Facet("work_area", ("work_areas",), "work_areas", N_("facet", "Area of work")),
    Facet("focus_area", ("focus_areas",), "focus_areas", N_("facet", "Focus area")),
    Facet("target_group", ("target_groups",), "target_groups", N_("facet", "Target group")),
    PlaceFacet("municipality", ("municipality", "other_municipalities"), "municipalities",
               N_("facet", "Municipality")),
    Facet("district", ("district",), "districts", N_("facet", "District")),
    Facet("organisation", ("organisation",), "organisations", N_("facet", "Organisation")),
    Facet("role", ("roles",), "roles", N_("facet", "Role")),
    Facet("network", ("networks",), "networks", N_("facet", "Network")),
    Facet("example_kind", ("kind",), "kinds", N_("facet", "Kind of example")),
    Facet("stage", ("stage",), "stages", N_("facet", "Stage")),
    Facet("perspective", ("perspectives",), "perspectives", N_("facet", "Perspective")),
    Facet("evidence", ("evidence",), "evidence", N_("facet", "How they know")),
    Facet("year", ("year",), "", N_("facet", "Year")),
)  # fmt: skip

EVENT_FACETS = (
    Facet("kind", ("kind",), "event_kinds", N_("facet", "Kind of activity")),
    Facet("network", ("networks",), "networks", N_("facet", "Network")),
    Facet("focus_area", ("focus_areas",), "focus_areas", N_("facet", "Focus area")),
    Facet("role", ("roles",), "roles", N_("facet", "Role")),
)


def values_in(facet: Facet, examples: Iterable[LearningExample], settings: Settings) -> list[str]:
    """Every value the facet may take, in the order of its list; years newest first."""
    if isinstance(facet, SectionFacet):
        return [PRESENT]
    if facet.vocabulary:
        return [term.id for term in settings.vocabulary(facet.vocabulary)]
    return sorted({value for one in examples for value in facet.values_of(one)}, reverse=True)


def examples_by_value(
    facet: Facet, examples: Iterable[LearningExample]
) -> Mapping[str, Sequence[LearningExample]]:
    """Those with each value, in the order they came."""
    found: dict[str, list[LearningExample]] = {}
    for example in examples:
        for value in facet.values_of(example):
            found.setdefault(value, []).append(example)
    return found


def matches(example: LearningExample, choice: Choice) -> bool:
    """Within a facet any of the values will do; every facet chosen from must agree."""
    return all(
        any(value in choice[facet.name] for value in facet.values_of(example))
        for facet in FACETS
        if choice.get(facet.name)
    )


def counts(examples: Collection[LearningExample], choice: Choice) -> Mapping[str, Counter[str]]:
    """For each facet, how many examples each value would show, given the choices in the others.

    The script on the page does the same.
    """
    found: dict[str, Counter[str]] = {}
    for facet in FACETS:
        others = {name: values for name, values in choice.items() if name != facet.name}
        found[facet.name] = Counter(
            value
            for example in examples
            if matches(example, others)
            for value in facet.values_of(example)
        )
    return found
