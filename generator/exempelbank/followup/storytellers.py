"""Catalogue -> who has agreed to tell of their example, where, and how to reach them.

For the coordinators: the example's page says it too, but a list of contacts is another thing.
"""

from __future__ import annotations

from collections import Counter

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.followup.figure_table import FigureTable
from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.rules.origin import origin_label
from exempelbank.settings import Settings


def storytellers(catalogue: Catalogue, settings: Settings) -> FigureTable:
    """By where they come from. The contact only where it is published with the example."""
    willing = sorted(
        (
            (origin_label(example, settings), example)
            for example in catalogue.examples
            if example.storyteller
        ),
        key=lambda one: (one[0], one[1].title),
    )
    return FigureTable(
        "berattare",
        _("Who can tell"),
        (
            pgettext("figures", "From"),
            pgettext("figures", "Example"),
            pgettext("figures", "Id"),
            _("Gladly at"),
            _("Contact"),
            _("E-mail"),
            _("Phone"),
        ),
        tuple(
            (
                origin,
                example.title,
                example.id,
                ", ".join(settings.label("storytelling", id) for id in example.storyteller),
                _contact(example),
                example.contact_email,
                example.contact_phone,
            )
            for origin, example in willing
        ),
        _(
            "Contacts stand here when they stand on the example's page. Of the others, "
            "exempelbank letter and the id says where you find the address in the form tool."
        ),
    )


def _contact(example: LearningExample) -> str:
    return ", ".join(filter(None, (example.contact_role, example.contact_name))) or _("not public")


def storytelling(catalogue: Catalogue, settings: Settings) -> FigureTable:
    """How many, by where they would tell."""
    willing = [example for example in catalogue.examples if example.storyteller]
    counts = Counter(id for example in willing for id in dict.fromkeys(example.storyteller))
    says = ngettext(
        "{n} example has someone who can tell. exempelbank storytellers lists them.",
        "{n} examples have someone who can tell. exempelbank storytellers lists them.",
        len(willing),
    )
    return FigureTable(
        "berattare",
        _("Who can tell"),
        (_("Gladly at"), _("Examples")),
        tuple((term.label, counts[term.id]) for term in settings.vocabulary("storytelling")),
        says.format(n=len(willing)),
        drawn=1,
    )
