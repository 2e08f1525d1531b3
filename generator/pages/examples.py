"""The lists of examples: all of them, one for each value of a facet, and the names in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import LearningExample
from generator.catalogue.facets import FACETS, Facet, counts, values_in
from generator.pages import json_ld
from generator.pages.numbered import numbered
from generator.pages.press import Press
from generator.pages.site import Page
from generator.pages.views import example_card, example_cards
from generator.pages.words import alphabetical, eyebrow_of
from generator.texts import _, ngettext

ON_ONE_PAGE = 24
DATA = "urval.json"


@dataclass(frozen=True, slots=True)
class FacetValue:
    label: str
    address: str
    count: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class FacetChoices:
    label: str
    name: str  # the word in the address
    values: tuple[FacetValue, ...]

    @property
    def open(self) -> bool:
        """Long lists stay folded until someone has chosen from them."""
        return any(value.current for value in self.values)


def pages(press: Press) -> Iterator[Page]:
    examples = press.catalogue.examples
    yield from _list(press, (), _("Learning examples"), _lead(press), examples)
    yield _by_name(press)
    for facet in FACETS:
        for value in values_in(facet, examples, press.settings):
            chosen = tuple(one for one in examples if value in facet.values_of(one))
            title = label_of(press, facet, value)
            yield from _list(press, (facet, value), title, _facet_lead(facet, title), chosen)


def _lead(press: Press) -> str:
    examples = press.catalogue.examples
    homes = {example.home for example in examples}
    many = ngettext("{n} example", "{n} examples", len(examples)).format(n=len(examples))
    places = ngettext("{n} municipality", "{n} municipalities", len(homes)).format(n=len(homes))
    return _("{examples} from {municipalities}. Two people have reviewed each of them.").format(
        examples=many, municipalities=places
    )


def _facet_lead(facet: Facet, title: str) -> str:
    return _("Learning examples where {facet} is {value}.").format(
        facet=facet.label[:1].lower() + facet.label[1:], value=title
    )


def label_of(press: Press, facet: Facet, value: str) -> str:
    return press.settings.label(facet.vocabulary, value) if facet.vocabulary else value


def address_of(press: Press, facet: Facet, value: str) -> str:
    return press.book.section("examples", getattr(press.book.inner, facet.name), value)


def _list(
    press: Press,
    chosen: tuple[Facet, str] | tuple[()],
    title: str,
    lead: str,
    examples: Sequence[LearningExample],
) -> Iterator[Page]:
    section = press.book.section("examples")
    first = address_of(press, *chosen) if chosen else section
    above = ((_("Learning examples"), section),) if chosen else ()
    crumbs = (*above, (title, first))
    for part in numbered(examples, first, press.book.inner.page, ON_ONE_PAGE):
        yield press.page(
            "examples.html",
            part.address,
            part.title(title),
            description=lead,
            section="examples",
            head=(json_ld.breadcrumbs(press, *crumbs), press.module("example-filter.js")),
            indexed=bool(examples),
            heading=title,
            lead=lead,
            way=[(name, press.href(address)) for name, address in above],
            cards=example_cards(press, part.items),
            pages=[press.href(address) for address in part.addresses],
            number=part.number,
            found=len(examples),
            chosen=chosen[0].label if chosen else "",
            facets=_choices(press, chosen),
            data=press.href(section + DATA),
            list_address=press.href(section),
        )


def _choices(press: Press, chosen: tuple[Facet, str] | tuple[()]) -> tuple[FacetChoices, ...]:
    held = counts(press.catalogue.examples, {})
    found = []
    for facet in FACETS:
        values = tuple(
            FacetValue(
                label_of(press, facet, value),
                press.href(address_of(press, facet, value)),
                held[facet.name][value],
                current=chosen == (facet, value),
            )
            for value in values_in(facet, press.catalogue.examples, press.settings)
            if held[facet.name][value]
        )
        if len(values) > 1:
            found.append(FacetChoices(facet.label, getattr(press.book.inner, facet.name), values))
    return tuple(found)


def _by_name(press: Press) -> Page:
    inner = press.book.inner
    section = press.book.section("examples")
    named = sorted(press.catalogue.examples, key=lambda example: alphabetical(example.title))
    return press.page(
        "examples-by-name.html",
        press.book.section("examples", inner.order, inner.name),
        _("Learning examples by name"),
        section="examples",
        letters=[
            (
                letter,
                [(one.title, press.link_to(one), eyebrow_of(one, press.settings)) for one in group],
            )
            for letter, group in groupby(named, key=lambda example: example.title[:1].upper())
        ],
        way=((_("Learning examples"), press.href(section)),),
    )


# ---- The same for the script that combines facets ----


def files(press: Press) -> Iterator[tuple[str, bytes]]:
    data = json.dumps(_data(press), ensure_ascii=False, separators=(",", ":")) + "\n"
    yield press.book.section("examples") + DATA, data.encode()


def _data(press: Press) -> dict[str, object]:
    examples = press.catalogue.examples
    shown = [(facet, choices) for facet, choices in _facets_shown(press)]
    return {
        "facets": [
            {
                "name": choices.name,
                "label": choices.label,
                "values": [
                    [value, label_of(press, facet, value)]
                    for value in values_in(facet, examples, press.settings)
                    if any(value in facet.values_of(one) for one in examples)
                ],
            }
            for facet, choices in shown
        ],
        "examples": [_row(press, example) for example in examples],
    }


def _facets_shown(press: Press) -> list[tuple[Facet, FacetChoices]]:
    by_name = {choices.name: choices for choices in _choices(press, ())}
    words = press.book.inner
    return [
        (facet, by_name[word])
        for facet in FACETS
        if (word := getattr(words, facet.name)) in by_name
    ]


def _row(press: Press, example: LearningExample) -> dict[str, object]:
    card = example_card(press, example)
    return {
        "address": card.address,
        "title": card.title,
        "eyebrow": card.eyebrow,
        "lesson": card.lesson,
        "meta": card.meta,
        "evidence": card.evidence,
        "values": {
            choices.name: facet.values_of(example) for facet, choices in _facets_shown(press)
        },
    }
