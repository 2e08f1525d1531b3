"""The lists of examples: all of them, one for each value of a facet, and the names in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup
from pydantic_core import to_json

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.facets import Facet
from exempelbank.pages import json_ld
from exempelbank.pages.facet_links import FacetChoices, FacetLinks, FacetValue, facet_links
from exempelbank.pages.numbered import Part, numbered
from exempelbank.pages.once import once
from exempelbank.pages.press import Press
from exempelbank.pages.site import File, Page, PlannedPage
from exempelbank.pages.views import ExampleCard, example_card, lowered, printed_cards
from exempelbank.pages.words import eyebrow_of
from exempelbank.spelling import alphabetical
from exempelbank.texts import _, ngettext

ON_ONE_PAGE = 24
DATA = "urval.json"
_BLANK = ExampleCard("", "#", " ", "", " ", (), " ")  # the script fills it in


def pages(press: Press) -> Iterator[PlannedPage]:
    links = facet_links(press)
    yield from _everything(press, links)
    yield _by_name(press)
    for facet, choices in links.everything:
        for value in choices.values:
            yield from _with(press, links, facet, choices, value)


def _everything(press: Press, links: FacetLinks) -> Iterator[PlannedPage]:
    examples = press.catalogue.examples
    homes = len({example.home for example in examples})
    lead = _("{examples} from {municipalities}. Two people have reviewed each of them.").format(
        examples=ngettext("{n} example", "{n} examples", len(examples)).format(n=len(examples)),
        municipalities=ngettext("{n} municipality", "{n} municipalities", homes).format(n=homes),
    )
    yield from _list(
        press,
        press.book.section("examples"),
        _("Learning examples"),
        lead,
        examples,
    )


def _with(
    press: Press, links: FacetLinks, facet: Facet, choices: FacetChoices, value: FacetValue
) -> Iterator[PlannedPage]:
    """Those that share one value of a facet."""
    term = press.settings.vocabulary(facet.vocabulary).by_id.get(value.id)
    yield from _list(
        press,
        links.address(facet, value.id),
        value.label,
        term.about if term else "",
        links.examples_with(facet, value.id),
        eyebrow=facet.label,
        chosen=(choices.name, value.id),
    )


def _list(
    press: Press,
    first: str,
    title: str,
    lead: str,
    examples: Sequence[LearningExample],
    eyebrow: str = "",
    chosen: tuple[str, str] | None = None,
) -> Iterator[PlannedPage]:
    links, section = facet_links(press), press.book.section("examples")
    above = ((_("Learning examples"), section),) if first != section else ()

    def page(part: Part[LearningExample]) -> Page:
        return press.page(
            "examples.html",
            part.address,
            part.title(title),
            description=f"{_('Learning examples')}, {lowered(eyebrow)}: {title}"
            if chosen
            else lead,
            section="examples",
            head=(
                json_ld.breadcrumbs(press, *above, (title, first)),
                _filter_script(press),
            ),
            indexed=bool(examples),
            heading=title,
            lead=lead,
            way=[(name, press.href(address)) for name, address in above],
            cards=printed_cards(press, part.items),
            pages=part.addresses,
            number=part.number,
            found=len(examples),
            data=press.href(section + DATA),
            all_examples=press.href(section),
            facets=links.printed_with(*chosen) if chosen else links.printed,
            eyebrow=eyebrow,
            chosen=chosen,
            blank=_BLANK,
        )

    for part in numbered(examples, first, press.book.inner.page, ON_ONE_PAGE):
        yield PlannedPage(
            part.address,
            part.title(title),
            "examples",
            partial(page, part),
            indexed=bool(examples),
        )


@once
def _filter_script(press: Press) -> Markup:
    return press.module("example-filter.js")


def _by_name(press: Press) -> PlannedPage:
    inner = press.book.inner
    address = press.book.section("examples", inner.order, inner.name)
    title = _("Learning examples by name")
    make = partial(_names, press, address, title)
    return PlannedPage(address, title, "examples", make)


def _names(press: Press, address: str, title: str) -> Page:
    section = press.book.section("examples")
    named = sorted(press.catalogue.examples, key=lambda example: alphabetical(example.title))
    return press.page(
        "examples-by-name.html",
        address,
        title,
        section="examples",
        head=(
            json_ld.breadcrumbs(press, (_("Learning examples"), section), (title, address)),
        ),
        letters=[
            (
                letter,
                [(one.title, press.link_to(one), eyebrow_of(one, press.settings)) for one in group],
            )
            for letter, group in groupby(named, key=lambda example: example.title[:1].upper())
        ],
        way=[(_("Learning examples"), press.href(section))],
    )  # fmt: skip


# ---- The same as data, for the script that combines facets ----


def files(press: Press) -> Iterator[tuple[str, File]]:
    yield press.book.section("examples") + DATA, partial(_data, press)


def _data(press: Press) -> bytes:
    facets = facet_links(press).worth_choosing
    data = {
        "examples": [_row(press, example, facets) for example in press.catalogue.examples],
        "facets": [choices.name for _facet, choices in facets],
        "size": ON_ONE_PAGE,
        "words": {
            "one": ngettext("{n} example", "{n} examples", 1),
            "many": ngettext("{n} example", "{n} examples", 2),
            "order": press.book.inner.order,
            "name": press.book.inner.name,
            "page": press.book.inner.page,
        },
    }
    return to_json(data) + b"\n"


def _row(
    press: Press, example: LearningExample, facets: Sequence[tuple[Facet, FacetChoices]]
) -> dict[str, object]:
    card = example_card(press, example)
    return {
        "address": card.address,
        "title": card.title,
        "eyebrow": card.eyebrow,
        "lesson": card.lesson,
        "meta": card.meta,
        "evidence": card.evidence,
        "values": {choices.name: facet.values_of(example) for facet, choices in facets},
    }
