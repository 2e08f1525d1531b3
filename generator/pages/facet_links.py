"""The facets beside a list: each value with its page and how many it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalogue.facets import FACETS, Facet, counts, values_in
from generator.pages.press import Press


@dataclass(frozen=True, slots=True)
class FacetValue:
    label: str
    address: str
    count: int
    current: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class FacetChoices:
    label: str
    name: str  # the word in the address
    values: tuple[FacetValue, ...]

    @property
    def open(self) -> bool:
        """Long lists stay folded until someone has chosen from them."""
        return any(value.current for value in self.values)


@dataclass(frozen=True)
class FacetLinks:
    """Those of the examples."""

    press: Press

    @cached_property
    def _held(self) -> Mapping[str, Counter[str]]:
        return counts(self.press.catalogue.examples, {})

    @cached_property
    def everything(self) -> tuple[tuple[Facet, FacetChoices], ...]:
        """Every value of every facet: those that hold nothing have a page too, for old links."""
        examples, settings = self.press.catalogue.examples, self.press.settings
        return tuple(
            (
                facet,
                FacetChoices(
                    facet.label,
                    self._word(facet),
                    tuple(self._value(facet, id) for id in values_in(facet, examples, settings)),
                ),
            )
            for facet in FACETS
        )

    def _value(self, facet: Facet, id: str) -> FacetValue:
        label = self.press.settings.label(facet.vocabulary, id) if facet.vocabulary else id
        address = self.press.href(self.address(facet, id))
        return FacetValue(label, address, self._held[facet.name][id], id=id)

    @cached_property
    def worth_choosing(self) -> tuple[tuple[Facet, FacetChoices], ...]:
        """The values that hold something, of the facets where there is more than one."""
        filled = (
            (facet, replace(choices, values=tuple(one for one in choices.values if one.count)))
            for facet, choices in self.everything
        )
        return tuple((facet, choices) for facet, choices in filled if len(choices.values) > 1)

    def with_chosen(self, facet: Facet, id: str) -> list[FacetChoices]:
        return [
            replace(choices, values=tuple(replace(v, current=v.id == id) for v in choices.values))
            if other == facet
            else choices
            for other, choices in self.worth_choosing
        ]

    def _word(self, facet: Facet) -> str:
        return str(getattr(self.press.book.inner, facet.name))

    def address(self, facet: Facet, value: str) -> str:
        return self.press.book.section("examples", self._word(facet), value)
