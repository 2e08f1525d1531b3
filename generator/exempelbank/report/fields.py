"""A contribution -> its public facts and sections, each as a name and a text to compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Link, Section
from exempelbank.model.labels import field_label
from exempelbank.model.record import FrozenModel, InVocabulary
from exempelbank.model.trial_note import Outcome
from exempelbank.rules.publication import public_fields
from exempelbank.settings import Settings

_NO_FACTS = ("schema_version", "id", "sections")


def field_texts(contribution: Contribution, settings: Settings) -> Mapping[str, str]:
    """By name, in the order of the page; lists a line each. Without what is empty."""
    return {name: text for name, text in _field_texts(contribution, settings) if text}


def _field_texts(contribution: Contribution, settings: Settings) -> Iterator[tuple[str, str]]:
    for field, value in public_fields(contribution).items():
        if field not in _NO_FACTS:
            vocabulary = contribution.constraint(field, InVocabulary)
            yield field_label(field), _text(value, vocabulary, settings)
    if isinstance(contribution, Example):
        for section in Section:
            yield section.heading, contribution.sections.get(section, "")


def _text(value: Any, vocabulary: InVocabulary | None, settings: Settings) -> str:
    items = value if isinstance(value, tuple) else (value,)
    return "\n".join(
        settings.label(vocabulary.vocabulary, item) if vocabulary and item else _plain(item)
        for item in items
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, Outcome):
        return value.label
    if isinstance(value, Link):
        return " ".join(filter(None, (value.title, value.url)))
    if isinstance(value, FrozenModel):
        return ", ".join(filter(None, map(_plain, value.model_dump().values())))
    return str(value or "")
