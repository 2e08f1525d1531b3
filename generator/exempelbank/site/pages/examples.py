"""The lists of examples: all of them, one for each value of a facet, and the names in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup
from pydantic_core import to_json

from exempelbank.catalogue import LearningExample
from exempelbank.catalogue.facets import Facet, SectionFacet
from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.rules.places import count_of_places, places_with
from exempelbank.site.components import json_ld
from exempelbank.site.components.cards import ExampleCard, example_card, lowered, render_cards
from exempelbank.site.components.facet_links import (
    FacetChoices,
    FacetLinks,
    FacetValue,
    facet_links,
    filter_script,
)
from exempelbank.site.components.follow import Follow, follow, follow_any
from exempelbank.site.components.formatting import format_eyebrow
from exempelbank.site.components.pagination import ListPage, paginate
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import File, LazyPage, Page
from exempelbank.text.normalization import alphabetical, initial

ON_ONE_PAGE = 24
DATA = "urval.json"

# Of the page, by facet: a municipality, a network and a focus area have a page of their own too.
TITLES: Mapping[str, str] = {
    "work_area": N_("title of a list", "Examples from the area {value}"),
    "focus_area": N_("title of a list", "Examples in the focus area {value}"),
    "target_group": N_("title of a list", "Examples for the target group {value}"),
    "municipality": N_("title of a list", "Examples from {value}"),
    "district": N_("title of a list", "Examples from {value}"),
    "organisation": N_("title of a list", "Examples from {value}"),
    "role": N_("title of a list", "Examples for the role {value}"),
    "network": N_("title of a list", "Examples from the network {value}"),
    "example_kind": N_("title of a list", "Examples of the kind {value}"),
    "perspective": N_("title of a list", "Examples told from the perspective {value}"),
    "year": N_("title of a list", "Examples from {value}"),
    "did_not_work": N_("title of a list", "Examples that tell what did not work"),
    "easy_read": N_("title of a list", "Examples with a text that is easy to read"),
}
LEADS: Mapping[str, str] = {
    "did_not_work": N_(
        "lead of a list", "What did not go as planned teaches too. Each of these says what it was."
    ),
    "easy_read": N_(
        "lead of a list", "Each of these also tells the most important in short, simple sentences."
    ),
}
COMMON_NOUNS = ("work_area", "target_group", "role", "example_kind", "perspective")
_BLANK = ExampleCard("", "#", " ", "", " ", (), " ")  # the script fills it in


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(context.urls.section("examples"), _("Learning examples"), _lead(context))
    links = facet_links(context)
    for facet, choices in links.everything:
        for value in choices.values:
            if isinstance(facet, SectionFacet) and value.count:
                lead = pgettext("lead of a list", LEADS[facet.name])
                yield OwnPage(
                    links.address(facet, value.id), title_of_list(facet, value.label), lead
                )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    links = facet_links(context)
    yield from _everything(context)
    yield _by_name(context)
    for facet, choices in links.everything:
        for value in choices.values:
            yield from _with(context, links, facet, choices, value)


def _lead(context: RenderContext) -> str:
    examples = context.catalogue.examples
    if not examples:
        return ""
    origins = {example.origin for example in examples}
    places = places_with(context.settings, origins)
    return ngettext(
        "{examples} from {places}. Two people have reviewed it.",
        "{examples} from {places}. Two people have reviewed each of them.",
        len(examples),
    ).format(
        examples=ngettext("{n} example", "{n} examples", len(examples)).format(n=len(examples)),
        places=count_of_places(places, beside=len(origins) - len(places)),
    )


def _everything(context: RenderContext) -> Iterator[LazyPage]:
    yield from _list(
        context,
        context.urls.section("examples"),
        _("Learning examples"),
        _lead(context),
        context.catalogue.examples,
        follow_any(context, ("examples", "")),
    )


def _with(
    context: RenderContext,
    links: FacetLinks,
    facet: Facet,
    choices: FacetChoices,
    value: FacetValue,
) -> Iterator[LazyPage]:
    """Those that share one value of a facet."""
    if facet.name == "focus_area" and value.id in context.catalogue.none_of_these:
        title = _("Examples outside the focus areas")
    else:
        title = title_of_list(facet, value.label)
    if isinstance(facet, SectionFacet):
        heading, lead = title, pgettext("lead of a list", LEADS[facet.name])
        description = lead
    else:
        term = context.settings.vocabulary(facet.vocabulary).by_id.get(value.id)
        heading, lead = value.label, term.about if term else ""
        description = f"{_('Learning examples')}, {lowered(choices.label)}: {heading}"
    yield from _list(
        context,
        links.address(facet, value.id),
        title,
        lead,
        links.examples_with(facet, value.id),
        follow_any(context, (facet.vocabulary, value.id), ("examples", "")),
        description=description,
        heading=heading,
        eyebrow=choices.label,
        chosen=(choices.name, value.id),
    )


def title_of_list(facet: Facet, value: str) -> str:
    words = TITLES.get(facet.name)
    if not words:
        return _("Examples, {facet}: {value}").format(facet=lowered(facet.label), value=value)
    word = lowered(value) if facet.name in COMMON_NOUNS else value
    return pgettext("title of a list", words).format(value=word)


def _list(
    context: RenderContext,
    first: str,
    title: str,
    lead: str,
    examples: Sequence[LearningExample],
    follow: Follow | None,
    description: str = "",
    heading: str = "",
    eyebrow: str = "",
    chosen: tuple[str, str] | None = None,
) -> Iterator[LazyPage]:
    links, section = facet_links(context), context.urls.section("examples")
    above = ((_("Learning examples"), section),) if first != section else ()
    any_at_all = bool(context.catalogue.examples)
    several = len(context.catalogue.examples) > 1
    here = heading or title
    # What shows one alone has nothing to choose from.
    offers_choices = bool(links.worth_choosing) and not (chosen and len(examples) < 2)

    def page(list_page: ListPage[LearningExample]) -> Page:
        return context.page(
            "examples.html",
            list_page.address,
            list_page.title(title),
            description=description or lead,
            section="examples",
            head=(
                json_ld.breadcrumbs(context, *above, (here, first)),
                *((filter_script(context, "examples"),) if offers_choices else ()),
            ),
            indexed=bool(examples),
            heading=here,
            lead=lead,
            follow=follow,
            breadcrumbs=[(name, context.href(address)) for name, address in above],
            cards=render_cards(context, list_page.items),
            pages=list_page.addresses,
            number=list_page.number,
            found=len(examples),
            any_at_all=any_at_all,
            several=several,
            data=context.href(section + DATA),
            all_examples=context.href(section),
            facets=_facets(links, chosen) if offers_choices else [],
            names=[choices.name for _facet, choices in links.everything],
            eyebrow=eyebrow,
            chosen=chosen,
            blank=_BLANK,
        )

    for list_page in paginate(examples, first, context.urls.inner.page, ON_ONE_PAGE):
        yield LazyPage(
            list_page.address,
            list_page.title(title),
            "examples",
            partial(page, list_page),
            indexed=bool(examples),
        )


def _facets(links: FacetLinks, chosen: tuple[str, str] | None) -> list[Markup]:
    return links.printed_with(*chosen) if chosen else links.printed


def _by_name(context: RenderContext) -> LazyPage:
    inner = context.urls.inner
    address = context.urls.section("examples", inner.order, inner.name)
    title = _("Learning examples by name")
    make = partial(_names, context, address, title)
    return LazyPage(address, title, "examples", make)


def _names(context: RenderContext, address: str, title: str) -> Page:
    section = context.urls.section("examples")
    named = sorted(context.catalogue.examples, key=lambda example: alphabetical(example.title))
    return context.page(
        "examples-by-name.html",
        address,
        title,
        follow=follow(context, "examples"),
        section="examples",
        head=(
            json_ld.breadcrumbs(context, (_("Learning examples"), section), (title, address)),
        ),
        letters=[
            (
                letter,
                [
                    (one.title, context.link_to(one), format_eyebrow(one, context.settings))
                    for one in group
                ],
            )
            for letter, group in groupby(named, key=lambda example: initial(example.title))
        ],
        breadcrumbs=[(_("Learning examples"), context.href(section))],
    )  # fmt: skip


# ---- The same as data, for the script that combines facets ----


def files(context: RenderContext) -> Iterator[tuple[str, File]]:
    yield context.urls.section("examples") + DATA, partial(_data, context)


def _data(context: RenderContext) -> bytes:
    facets = facet_links(context).everything
    data = {
        "examples": [_row(context, example, facets) for example in context.catalogue.examples],
        "labels": {choices.name: _labels_of_none(choices) for _facet, choices in facets},
        "size": ON_ONE_PAGE,
    }
    return to_json(data) + b"\n"


def _labels_of_none(choices: FacetChoices) -> dict[str, str]:
    """Of values that no example has: an address that someone kept may ask for them."""
    return {value.id: value.label for value in choices.values if not value.count}


def _row(
    context: RenderContext, example: LearningExample, facets: Sequence[tuple[Facet, FacetChoices]]
) -> dict[str, object]:
    card = example_card(context, example)
    return {
        "address": card.address,
        "title": card.title,
        "eyebrow": card.eyebrow,
        "lesson": card.lesson,
        "meta": card.meta,
        "evidence": card.evidence,
        "values": {
            choices.name: values
            for facet, choices in facets
            if (values := facet.values_of(example))
        },
    }
