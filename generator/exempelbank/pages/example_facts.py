"""An example -> its facts box: names and values, with links to everything else like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from exempelbank.catalogue import LearningExample
from exempelbank.pages.links import linked, to_focus_areas
from exempelbank.pages.once import once
from exempelbank.pages.press import Press
from exempelbank.pages.views import lowered
from exempelbank.pages.words import EVIDENCE_SIGNS, stage_of
from exempelbank.texts import _

Fact = tuple[str, str]  # a name, and a value: text or Markup


def facts_of(press: Press, example: LearningExample) -> list[Fact]:
    """What is missing is left out."""
    return [fact for fact in _facts(press, example) if fact[1]]


def _facts(press: Press, example: LearningExample) -> Iterator[Fact]:
    label, inner = press.settings.label, press.book.inner
    yield _("How do they know? (ground)"), _evidence(press, example.evidence)
    places = (example.municipality, *example.other_municipalities)
    yield _("Municipality"), _places(press, places, example.district)
    yield (
        _("Organisation"),
        label("organisations", example.organisation) if example.organisation else "",
    )
    yield _("Unit"), _unit(press, example)
    yield _("Stage"), stage_of(example, press.settings)
    yield _("Area of work"), _chosen(press, inner.work_area, "work_areas", example.work_areas)
    yield _("Support"), ", ".join(label("support", id) for id in example.support)
    yield (
        _("Target group"),
        _chosen(press, inner.target_group, "target_groups", example.target_groups),
    )
    yield _("Roles"), _chosen(press, inner.role, "roles", example.roles)
    yield (
        _("Perspectives in the text"),
        _chosen(press, inner.perspective, "perspectives", example.perspectives),
    )
    yield _("Focus area"), _focus_areas(press, example.focus_areas)
    yield _("Supplier"), _supplier(example)
    yield _("Permanent id"), example.id


@once
def _evidence(press: Press, ids: tuple[str, ...]) -> Markup:
    label = press.settings.label
    return Markup().join(
        press.macro("evidence", label("evidence", id), EVIDENCE_SIGNS.get(id, "text-search"))
        for id in ids
    )


def _chosen(press: Press, word: str, vocabulary: str, ids: Iterable[str]) -> Markup:
    return Markup(", ".join([_to_examples(press, word, vocabulary, id) for id in ids]))


@once
def _to_examples(press: Press, word: str, vocabulary: str, id: str) -> Markup:
    """A link to the list of those that share the value."""
    label = press.settings.label(vocabulary, id)
    return linked([(label, press.section("examples", word, id))])


@once
def _focus_areas(press: Press, ids: tuple[str, ...]) -> Markup:
    return to_focus_areas(press, ids)


@once
def _places(press: Press, ids: tuple[str, ...], district: str) -> Markup:
    by_id = {place.id: place for place in press.settings.municipalities}
    found = [by_id[id] for id in ids if id in by_id]
    places = linked((place.label, press.link_to(place)) for place in found)
    if district:
        return Markup("{} ({})").format(places, press.settings.label("districts", district))
    return places


def _unit(press: Press, example: LearningExample) -> str:
    provider = press.settings.label("providers", example.provider) if example.provider else ""
    return ", ".join(filter(None, (example.unit, lowered(provider) if example.unit else provider)))


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
