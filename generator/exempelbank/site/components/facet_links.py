"""The facets beside a list: each value with its page and how many it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.facets import (
    FACETS,
    Facet,
    SectionFacet,
    examples_by_value,
    values_in,
)
from exempelbank.i18n import ngettext
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized

OPEN = 2  # so many of the facets that fold, the first


@dataclass(frozen=True, slots=True)
class FacetValue:
    label: str
    address: str
    count: int
    counted: str  # the word for what is counted
    current: bool = False
    id: str = ""


class FacetChoices(NamedTuple):
    label: str
    name: str  # the word in the address
    values: tuple[FacetValue, ...]
    folds: bool = True  # not what is chosen or not, a line alone

    def with_chosen(self, id: str) -> FacetChoices:
        values = tuple(replace(one, current=True) if one.id == id else one for one in self.values)
        return self._replace(values=values)


def render_facets(context: RenderContext, facets: Sequence[FacetChoices]) -> list[Markup]:
    """As they stand in the box. Long lists stay folded until someone has chosen from them."""
    open_names = [choices.name for choices in facets if choices.folds][:OPEN]
    return [_printed(context, choices, choices.name in open_names) for choices in facets]


def _printed(context: RenderContext, choices: FacetChoices, is_open: bool) -> Markup:
    is_open = is_open or any(value.current for value in choices.values)
    return context.component("facet", choices, is_open)


@dataclass(frozen=True)
class FacetLinks:
    """Those of the examples."""

    context: RenderContext

    @cached_property
    def _held(self) -> Mapping[str, Mapping[str, Sequence[LearningExample]]]:
        examples = self.context.catalogue.examples
        return {facet.name: examples_by_value(facet, examples) for facet in FACETS}

    def examples_with(self, facet: Facet, id: str) -> Sequence[LearningExample]:
        return self._held[facet.name].get(id, ())

    @cached_property
    def everything(self) -> tuple[tuple[Facet, FacetChoices], ...]:
        """Every value of every facet: those that hold nothing have a page too, for old links."""
        examples, settings = self.context.catalogue.examples, self.context.settings
        return tuple(
            (
                facet,
                FacetChoices(
                    facet.label_in(settings),
                    self._word(facet),
                    tuple(self._value(facet, id) for id in values_in(facet, examples, settings)),
                    folds=not isinstance(facet, SectionFacet),
                ),
            )
            for facet in FACETS
        )

    def _value(self, facet: Facet, id: str) -> FacetValue:
        label = facet.label_of(id, self.context.settings)
        address = self.context.href(self.address(facet, id))
        count = len(self.examples_with(facet, id))
        return FacetValue(label, address, count, ngettext("example", "examples", count), id=id)

    @cached_property
    def worth_choosing(self) -> tuple[tuple[Facet, FacetChoices], ...]:
        """The values that hold something, of the facets where one of them leaves something out."""
        total = len(self.context.catalogue.examples)
        filled = (
            (facet, choices._replace(values=tuple(one for one in choices.values if one.count)))
            for facet, choices in self.everything
        )
        return tuple(
            (facet, choices)
            for facet, choices in filled
            if any(value.count < total for value in choices.values)
        )

    @cached_property
    def printed(self) -> list[Markup]:
        return render_facets(self.context, [choices for _facet, choices in self.worth_choosing])

    def printed_with(self, word: str, id: str) -> list[Markup]:
        """With one value chosen: no facet but its own looks otherwise."""
        return [
            _with_chosen(self.context, place, id) if choices.name == word else as_it_was
            for place, ((_facet, choices), as_it_was) in enumerate(
                zip(self.worth_choosing, self.printed, strict=True)
            )
        ]

    def _word(self, facet: Facet) -> str:
        return str(getattr(self.context.urls.inner, facet.name))

    def address(self, facet: Facet, value: str) -> str:
        further = () if isinstance(facet, SectionFacet) else (value,)
        return self.context.urls.section("examples", self._word(facet), *further)


facet_links = memoized(FacetLinks)


@memoized
def _with_chosen(context: RenderContext, place: int, id: str) -> Markup:
    _facet, choices = facet_links(context).worth_choosing[place]
    return _printed(context, choices.with_chosen(id), is_open=True)


@memoized
def filter_script(context: RenderContext, name: str) -> Markup:
    """For a page's head: what combines the facets of "examples" or "calendar"."""
    script = f"filter/{name}.js"
    return context.preload_tags(script) + context.script_tag(script)
