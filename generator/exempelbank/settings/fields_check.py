"""site_config/fields.yml -> what it asks for that can't be had, each on its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_origin

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.labels import field_label
from exempelbank.model.record import FrozenModel, ListSize, MaxLength
from exempelbank.model.submission import Attestations
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problem
from exempelbank.settings.field_names import check_field_names
from exempelbank.settings.fields import (
    ALWAYS_NEEDED,
    ASKED_OF_A_LEAD,
    MOST_ITEMS,
    ORIGIN,
    PROTECTING,
    SECTION_ROOM,
    Fields,
    FieldsFile,
    Need,
    room,
)
from exempelbank.text.choices import choices_text

_NOT_ASKED = {"id", "schema_version", "sections"}
_OF_NOTES_ALONE = {*TrialNote.model_fields} - {*Example.model_fields}


def check_fields(file: FieldsFile, document: Document) -> Iterator[Problem]:
    rules = Fields(file)
    for part, named, kind in (
        ("examples", file.examples, Example),
        ("trial_notes", file.trial_notes, TrialNote),
    ):
        known = [name for name in kind.model_fields if name not in _NOT_ASKED]
        yield from _unknown(document, part, named, known)
        for name in named:
            if name in known:
                yield from _field(document, (part, name), kind, rules)
    yield from _unknown(document, "leads", file.leads, ASKED_OF_A_LEAD)
    for name, asked in file.leads.items():
        if (name == "title" and asked.need not in (None, Need.REQUIRED)) or (
            name in ORIGIN and asked.need is Need.HIDDEN
        ):
            yield _must_be_asked(document, ("leads", name, "need"))
    for section, setting in file.sections.items():
        here = ("sections", section.value)
        longest = rules.section(section).longest
        yield from _lengths(document, here, setting.shortest or 0, longest, SECTION_ROOM)
    yield from check_field_names(document, file)
    yield from _unknown(document, "attestations", file.attestations, Attestations.model_fields)
    for name, attested in file.attestations.items():
        if name in PROTECTING and attested.need not in (None, Need.REQUIRED):
            yield Problem(
                document.location("attestations", name, "need"),
                _("must be required: it protects those whom an example tells of"),
                _("Take the line away. You may word it anew: name, statement and help."),
            )


def _unknown(
    document: Document, part: str, named: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    labels = {name: (field_label(name),) for name in known}
    for name in named:
        if name not in labels:
            yield Problem(
                document.location(part, name),
                _("there is no field called “{field}” here").format(field=name),
                choices_text(name, labels, also=labels),
            )


def _must_be_asked(document: Document, keys: tuple[str, ...]) -> Problem:
    return Problem(
        document.location(*keys),
        _("must be asked for: pages, lists and letters stand on it"),
        _("Take the line away. You may call it something else: name and help."),
    )


def _field(
    document: Document, here: tuple[str, str], kind: type[FrozenModel], rules: Fields
) -> Iterator[Problem]:
    name = here[1]
    setting = rules.setting(kind, name)
    if setting.name and kind is TrialNote and name not in _OF_NOTES_ALONE:
        yield Problem(
            document.location(*here, "name"),
            _("is called the same here as among examples"),
            _("Move the name there: below examples and {field}.").format(field=name),
        )
    yield from _need(document, here, kind, setting.need)
    length = rules.constraint(kind, name, MaxLength)
    if length:
        most = room(kind, name) or length.characters
        yield from _lengths(document, here, setting.shortest or 0, length.characters, most)
    yield from _size(document, here, kind, rules)
    is_list = get_origin(kind.model_fields[name].annotation) is tuple
    for key, has_it in (
        *(("shortest", length), ("longest", length)),
        *(("fewest", is_list), ("most", is_list)),
    ):
        if getattr(setting, key) and not has_it:
            says = (
                _("this field holds no list")
                if key in ("fewest", "most")
                else _("no text of one's own is written in this field")
            )
            yield Problem(document.location(*here, key), says, _("Take the line away."))


def _need(
    document: Document, here: tuple[str, str], kind: type[FrozenModel], need: Need | None
) -> Iterator[Problem]:
    name, place = here[1], document.location(*here, "need")
    is_asked_harder = need in (Need.REQUIRED, Need.RECOMMENDED)
    if need is None:
        return
    if name in ORIGIN:
        yield Problem(
            place,
            _("can't be changed: each example and trial note comes from somewhere"),
            _("Take the line away. A municipality or another sender is asked for."),
        )
    elif name in CONTACT:
        yield Problem(
            place,
            _("can't be changed: who can be asked must be possible to reach"),
            _("To ask for no contact at all, write need: hidden below contact_publish."),
        )
    elif name in ALWAYS_NEEDED[kind] and need is not Need.REQUIRED:
        yield _must_be_asked(document, (*here, "need"))
    elif kind.model_fields[name].annotation is bool and is_asked_harder:
        yield Problem(
            place,
            _("can't be required: no answer means no"),
            _("Write optional or hidden, or take the line away."),
        )


def _lengths(
    document: Document, here: tuple[str, str], shortest: int, longest: int, most: int
) -> Iterator[Problem]:
    if longest > most:
        yield Problem(
            document.location(*here, "longest"),
            _("there is room for {n} characters and no more").format(n=most),
            _("Pages, letters, pictures and import are made for so much."),
        )
    elif shortest > longest:
        yield Problem(
            document.location(*here, "shortest"),
            _("is more than the longest that is allowed: {n} characters").format(n=longest),
            _("Write a smaller number."),
        )


def _size(
    document: Document, here: tuple[str, str], kind: type[FrozenModel], rules: Fields
) -> Iterator[Problem]:
    name = here[1]
    setting, size = rules.setting(kind, name), rules.constraint(kind, name, ListSize)
    if setting.most and setting.most > MOST_ITEMS:
        yield Problem(
            document.location(*here, "most"),
            _("there is room for {n} in a list and no more").format(n=MOST_ITEMS),
            _("Write a smaller number."),
        )
    elif setting.fewest and size and setting.fewest > size.most:
        yield Problem(
            document.location(*here, "fewest"),
            _("is more than the most that is allowed: {n}").format(n=size.most),
            _("Write a smaller number."),
        )
