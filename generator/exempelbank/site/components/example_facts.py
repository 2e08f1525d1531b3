"""An example -> its facts box: names and values, with links to everything else like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from exempelbank.catalogue import LearningExample
from exempelbank.i18n import _
from exempelbank.rules.places import place_title, places_with
from exempelbank.settings import Term
from exempelbank.site.components.formatting import format_stage
from exempelbank.site.components.links import linked, to_focus_areas
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.site.rendering.icons import icon_or

Fact = tuple[str, str]  # a name, and a value: text or Markup


def facts_of(context: RenderContext, example: LearningExample) -> list[Fact]:
    """What is missing is left out."""
    return [fact for fact in _facts(context, example) if fact[1]]


def _facts(context: RenderContext, example: LearningExample) -> Iterator[Fact]:
    label, inner = context.settings.label, context.urls.inner
    yield _("How do they know? (ground)"), _evidence(context, example.evidence)
    places = (example.municipality, *example.other_municipalities)
    title = place_title(places_with(context.settings, places))
    yield title, _places(context, places, example.district)
    yield (
        _("Organisation"),
        label("organisations", example.organisation) if example.organisation else "",
    )
    yield _("Unit"), example.unit
    yield _("Run by"), label("providers", example.provider) if example.provider else ""
    yield _("Stage"), format_stage(example, context.settings)
    yield _("Area of work"), _chosen(context, inner.work_area, "work_areas", example.work_areas)
    yield _("Support"), ", ".join(label("support", id) for id in example.support)
    yield (
        _("Target group"),
        _chosen(context, inner.target_group, "target_groups", example.target_groups),
    )
    yield _("Roles"), _chosen(context, inner.role, "roles", example.roles)
    yield (
        _("Perspectives in the text"),
        _chosen(context, inner.perspective, "perspectives", example.perspectives),
    )
    yield _("Focus area"), _focus_areas(context, example.focus_areas)
    yield _("Supplier"), _supplier(example)
    yield _("Permanent id"), example.id


@memoized
def _evidence(context: RenderContext, ids: tuple[str, ...]) -> Markup:
    evidence = context.settings.vocabulary("evidence")
    terms = [evidence.by_id.get(id) or Term(id=id, label=id) for id in ids]
    return Markup().join(
        context.component("evidence", term.label, icon_or(term.icon, "text-search"))
        for term in terms
    )


def _chosen(context: RenderContext, word: str, vocabulary: str, ids: Iterable[str]) -> Markup:
    return Markup(", ".join([_to_examples(context, word, vocabulary, id) for id in ids]))


@memoized
def _to_examples(context: RenderContext, word: str, vocabulary: str, id: str) -> Markup:
    """A link to the list of those that share the value."""
    label = context.settings.label(vocabulary, id)
    return linked([(label, context.section_url("examples", word, id))])


@memoized
def _focus_areas(context: RenderContext, ids: tuple[str, ...]) -> Markup:
    return to_focus_areas(context, ids)


@memoized
def _places(context: RenderContext, ids: tuple[str, ...], district: str) -> Markup:
    by_id = {place.id: place for place in context.settings.municipalities}
    found = [by_id[id] for id in ids if id in by_id]
    places = [linked([(place.label, context.link_to(place))]) for place in found]
    if district and places:  # of the first, where the example comes from
        name = context.settings.label("districts", district)
        places[0] = Markup("{} ({})").format(places[0], name)
    return Markup(", ").join(places)


def _supplier(example: LearningExample) -> str:
    if example.supplier is None:
        return ""
    match example.supplier.paid:
        case True:
            paid = _("payment has been made")
        case False:
            paid = _("no payment")
        case None:
            return example.supplier.name
    return f"{example.supplier.name} ({paid})"
