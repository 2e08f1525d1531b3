"""site_config/fields.yml -> what the organisation calls fields and headings, as texts of its own.

Everyone who says or reads a field's name asks `exempelbank.i18n` for it, so nobody else need know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from exempelbank.documents import Document, Keys
from exempelbank.i18n import Speech, _, wordings
from exempelbank.model.example import HEADINGS, Example, Section
from exempelbank.model.labels import FIELD_LABELS
from exempelbank.model.submission import Attestations
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problem
from exempelbank.settings.fields import FieldsFile
from exempelbank.text.normalization import comparable, words_alone

_FIELD, _SECTION = "a field", "section"  # contexts of the catalogues

# What else a field is called, by context and English, where readers meet it.
ON_PAGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "kind": (("facet", "Kind of example"),),
    "stage": (("", "Stage"), ("facet", "Stage")),
    "unit": (("", "Unit"),),
    "provider": (("", "Run by"),),
    "work_areas": (("", "Area of work"), ("facet", "Area of work")),
    "support": (("", "Support"),),
    "target_groups": (("", "Target group"), ("facet", "Target group")),
    "roles": (("facet", "Role"),),
    "focus_areas": (("facet", "Focus area"),),
    "networks": (("facet", "Network"),),
    "perspectives": (("", "Perspectives in the text"), ("facet", "Perspective")),
    "evidence": (("", "How do they know? (ground)"), ("facet", "How they know")),
    "lessons": (("", "What we learnt"),),
    "discussion_questions": (("", "Questions to talk about"),),
    "supplier": (("", "Supplier"), ("a question", "Supplier")),
}


def with_field_names(speech: Speech, file: FieldsFile) -> Speech:
    """In which fields and headings are called as the file says."""
    named = [*_fields(file), *_attestations(file), *_sections(file)]
    names = {one.text: one.name for one in named if one.name}
    on_pages = {
        text: setting.name
        for field, texts in ON_PAGES.items()
        if (setting := file.examples.get(field)) and setting.name
        for text in texts
    }
    aliases = {one.text: one.aliases for one in named if one.aliases}
    return replace(speech, own_texts={**on_pages, **speech.own_texts, **names}, aliases=aliases)


def names_in(data: Mapping[str, Any]) -> FieldsFile:
    """The names alone, of what the file holds when it can't be used: records are written by them,
    and must not be said to be wrong too.
    """
    file = FieldsFile()
    for part, settings in data.items():
        for key, setting in settings.items() if isinstance(settings, dict) else ():
            given = setting if isinstance(setting, dict) else {}
            names = {name: given[name] for name in ("name", "aliases") if name in given}
            with suppress(ValidationError):
                read = FieldsFile.model_validate({part: {key: names}})
                file = file.model_copy(update={part: getattr(file, part) | getattr(read, part)})
    return file


class _Named(NamedTuple):
    keys: Keys  # where it stands in the file
    text: tuple[str, str]  # context and English
    name: str
    aliases: tuple[str, ...] = ()


def _fields(file: FieldsFile) -> Iterator[_Named]:
    for part, settings in (("examples", file.examples), ("trial_notes", file.trial_notes)):
        for field, setting in settings.items():
            if field in FIELD_LABELS:
                yield _Named((part, field), (_FIELD, FIELD_LABELS[field]), setting.name)


def _attestations(file: FieldsFile) -> Iterator[_Named]:
    for name, setting in file.attestations.items():
        if name in FIELD_LABELS:
            yield _Named(("attestations", name), (_FIELD, FIELD_LABELS[name]), setting.name)


def _sections(file: FieldsFile) -> Iterator[_Named]:
    for section, setting in file.sections.items():
        text = _SECTION, HEADINGS[section]
        yield _Named(("sections", section.value), text, setting.name, setting.aliases)


def check_field_names(document: Document, file: FieldsFile) -> Iterator[Problem]:
    """A name that something else has, or had, would be read as that."""
    of_fields = [*_fields(file), *_attestations(file)]
    labels = {
        FIELD_LABELS[name]
        for kind in (Example, TrialNote, Attestations)
        for name in kind.model_fields
        if name in FIELD_LABELS
    }
    yield from _taken(document, of_fields, sorted((_FIELD, label) for label in labels), words_alone)
    headings = [(_SECTION, HEADINGS[section]) for section in Section]
    yield from _taken(document, [*_sections(file)], headings, comparable)


def _taken(
    document: Document,
    named: list[_Named],
    texts: list[tuple[str, str]],
    read: Callable[[str], str],
) -> Iterator[Problem]:
    """`read`: what of a name counts when a file is read."""
    known: dict[str, tuple[str, str]] = {}
    for text in texts:
        for wording in wordings(*text):
            known.setdefault(read(wording), text)
    for one in named:
        for key, name in (("name", one.name), *(("aliases", alias) for alias in one.aliases)):
            if name and known.setdefault(read(name), one.text) != one.text:
                yield Problem(
                    document.location(*one.keys, key),
                    _("“{name}” is the name of something else").format(name=name),
                    _("Files where it stands would be read as that. Choose another name."),
                )
