"""What the organisation would like to have answered, and what it has chosen not to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exempelbank.checks.example import place_of_section
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings import Need, Settings


def check_needs(
    document: Document, contribution: Contribution, settings: Settings, strict: bool
) -> Iterator[Problem]:
    """None of it stops an approval. `strict`: what is recommended is missed."""
    for place, need, value in _asked(document, contribution, settings):
        if need is Need.RECOMMENDED and strict and not value:
            yield Problem(
                place,
                _("is not told, and would be good to have"),
                _("Ask the sender, or leave it so: it stops nothing."),
                Severity.WARNING,
            )
        elif need is Need.HIDDEN and value:
            yield Problem(
                place,
                _("is answered, though you don't ask for it (site_config/fields.yml)"),
                _("Take it away if it should not be shown."),
                Severity.WARNING,
            )


def _asked(
    document: Document, contribution: Contribution, settings: Settings
) -> Iterator[tuple[Location, Need, object]]:
    fields, kind = settings.fields, type(contribution)
    for name in contribution.public_type().model_fields:
        need = fields.need(kind, name)
        if need in _TOLD:
            yield document.location(name), need, getattr(contribution, name)
    if isinstance(contribution, Example):
        for section in Section:
            need = fields.section(section).need
            if need in _TOLD:
                place = replace(place_of_section(section, document), label=section.heading)
                yield place, need, contribution.sections.get(section)


_TOLD = (Need.RECOMMENDED, Need.HIDDEN)
