"""An example -> its facts box: names and values, with links to everything else like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.catalogue import LearningExample
from generator.pages.press import Press
from generator.pages.views import lowered
from generator.pages.words import EVIDENCE_SIGNS, stage_of
from generator.texts import _

Fact = tuple[str, str]  # a name, and a value: text or Markup


def facts_of(press: Press, example: LearningExample) -> list[Fact]:
    """What is missing is left out."""
    return [fact for fact in _facts(press, example) if fact[1]]


def _facts(press: Press, example: LearningExample) -> Iterator[Fact]:
    label, inner = press.settings.label, press.book.inner

    def chosen(word: str, vocabulary: str, ids: Iterable[str]) -> Markup:
        """Links to the lists of examples that share the value."""
        return _list(
            _link(label(vocabulary, id), press.section("examples", word, id)) for id in ids
        )

    yield _("How do they know? (ground)"), _evidence(press, example)
    yield _("Municipality"), _places(press, example)
    yield (
        _("Organisation"),
        label("organisations", example.organisation) if example.organisation else "",
    )
    yield _("Unit"), _unit(press, example)
    yield _("Stage"), stage_of(example, press.settings)
    yield _("Area of work"), chosen(inner.work_area, "work_areas", example.work_areas)
    yield _("Support"), _list(label("support", id) for id in example.support)
    yield _("Target group"), chosen(inner.target_group, "target_groups", example.target_groups)
    yield _("Roles"), chosen(inner.role, "roles", example.roles)
    yield (
        _("Perspectives in the text"),
        chosen(inner.perspective, "perspectives", example.perspectives),
    )
    yield (
        _("Focus area"),
        _list(
            _link(area.title, press.link_to(area))
            for area in press.catalogue.focus_areas
            if area.id in example.focus_areas
        ),
    )
    yield _("Supplier"), _supplier(example)
    yield _("Permanent id"), example.id


def _evidence(press: Press, example: LearningExample) -> Markup:
    return Markup().join(
        press.macro(
            "evidence", press.settings.label("evidence", id), EVIDENCE_SIGNS.get(id, "text-search")
        )
        for id in example.evidence
    )


def _places(press: Press, example: LearningExample) -> Markup:
    by_id = {place.id: place for place in press.settings.municipalities}
    ids = [id for id in (example.municipality, *example.other_municipalities) if id in by_id]
    places = _list(_link(by_id[id].label, press.link_to(by_id[id])) for id in ids)
    if example.district:
        district = press.settings.label("districts", example.district)
        return Markup("{} ({})").format(places, district)
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


def _link(text: str, address: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)


def _list(items: Iterable[str]) -> Markup:
    return Markup(", ").join(items)
