"""site_config/forms/<name>.yml -> Mapping: which column of an export becomes which field.

The file is a contract with whoever runs the form: nothing is imported that it does not name.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from exempelbank.documents import Document, read_document
from exempelbank.files.names import as_on_disk
from exempelbank.files.paths import FORMS
from exempelbank.i18n import N_, _
from exempelbank.intake.export.options import InputOptions, none_if_null
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF, YES_NO_FIELDS, FieldKind
from exempelbank.model.labels import field_label
from exempelbank.model.record import FrozenModel, Texts, YesNo
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.written_as import WrittenAs
from exempelbank.problems import Location, Problems
from exempelbank.records import validated
from exempelbank.settings import Settings
from exempelbank.text.normalization import nearest, normalised


def _several(value: Any) -> Any:
    """One text is a list of one."""
    return [value] if isinstance(value, str) else value


def _joined(value: Any) -> Any:
    """A list of texts is one text."""
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return "".join(value) if texts else value


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones
        raise ValueError(_("“{name}” is not a time zone").format(name=name)) from None
    return name


def _dialect(name: str) -> str:
    if name not in DIALECTS:
        raise ValueError(
            _("“{name}” is not a dialect; there are {names}").format(
                name=name, names=", ".join(DIALECTS)
            )
        )
    return name


_Several = BeforeValidator(_several, json_schema_input_type=str | Texts)
Several = Annotated[Texts, _Several]
Columns = Annotated[Texts, Field(min_length=1), _Several]


class IdColumn(FrozenModel):
    column: Columns


class TimeColumn(FrozenModel):
    column: Columns
    # strptime patterns, iso, excel, unix or google-direct; none: the dialect's
    format: Several = ()


class OnlyIf(FrozenModel):
    column: Columns
    not_empty: YesNo = False
    among: Annotated[Texts | None, _Several, Field(alias="in")] = None


class PrefixRemoval(FrozenModel):
    prefix: str
    before: Annotated[str, BeforeValidator(_joined, json_schema_input_type=str | Texts)]


class YesNoAnswers(FrozenModel):
    yes: Annotated[Several, Field(alias="true")] = ()
    no: Annotated[Several, Field(alias="false")] = ()


class FieldMapping(FrozenModel):
    column: Columns | None = None
    multi: Literal["joined", "columns", "cells", "array", "json", "flags"] | None = None
    sep: str = ""
    options: str = ""
    other: YesNo = False
    columns: Mapping[str, str] | Texts | None = None
    ticked: Annotated[Several, Field(alias="true")] = ()
    other_column: Annotated[Columns | None, BeforeValidator(none_if_null)] = None
    keys: Mapping[str, str] = Field(default_factory=dict)
    bool: YesNoAnswers | None = None
    split: Literal["lines"] | None = None
    files: Literal["names", "urls", "objects", "limesurvey-json"] | None = None
    name: str = "name"
    url: str = "url"

    @model_validator(mode="after")
    def _whole(self) -> FieldMapping:
        if self.multi == "columns" and not isinstance(self.columns, Mapping):
            raise ValueError(_("“multi: columns” needs “columns”, with the answer of each column"))
        if self.multi == "cells" and not self.columns:
            raise ValueError(_("“multi: cells” needs “columns”, a list of them"))
        if self.multi == "flags" and not self.keys:
            raise ValueError(_("“multi: flags” needs “keys”, with the answer of each key"))
        if self.multi not in ("columns", "cells") and not self.column:
            raise ValueError(_("“column” is missing"))
        return self

    def column_names(self) -> Iterator[str]:
        """Every column that must be there."""
        yield from self.column or ()
        yield from self.columns or ()
        yield from self.other_column or ()


# What an answer means: ids in a vocabulary, or nothing (known, but without a term).
# The last validator runs first.
TermIds = Annotated[
    Texts | None,
    BeforeValidator(_several, json_schema_input_type=str | Texts | None),
    BeforeValidator(none_if_null, json_schema_input_type=str | Texts | None),
]
Options = Mapping[str, TermIds] | Texts


class FormMapping(FrozenModel):
    version: Literal["1"]
    dialect: Annotated[str, AfterValidator(_dialect)]
    record: ResponseKind = ResponseKind.EXAMPLE
    form: Annotated[
        str,
        WrittenAs(
            r"[^\s:][^:\x00-\x1f]{0,79}",
            N_("written as", "must be 1 to 80 characters on one line, and no colon"),
            lambda text: " ".join(text.replace(":", " ").split())[:80],
        ),
    ]
    timezone: Annotated[str, AfterValidator(_zone)] = ""
    input: Annotated[InputOptions | None, BeforeValidator(none_if_null)] = None
    id: Annotated[IdColumn | None, BeforeValidator(none_if_null)] = None
    submitted_at: Annotated[TimeColumn | None, BeforeValidator(none_if_null)] = None
    modified_at: Annotated[TimeColumn | None, BeforeValidator(none_if_null)] = None
    only_if: Annotated[OnlyIf | None, BeforeValidator(none_if_null)] = None
    unguard: Annotated[PrefixRemoval | None, BeforeValidator(none_if_null)] = None
    options: Annotated[Mapping[str, Options] | None, BeforeValidator(none_if_null)] = None
    fields: Mapping[str, FieldMapping] = Field(min_length=1)

    @property
    def kinds(self) -> Mapping[str, FieldKind]:
        """Of the fields that it may fill."""
        return FIELD_KINDS_OF[self.record]

    def leaves_to_dialect(self, key: str) -> bool:
        """Left out, so that the dialect decides; null is a decision."""
        return key not in self.model_fields_set

    @cached_property
    def known_answers(self) -> Mapping[str, Mapping[str, tuple[str, ...] | None]]:
        """List -> answer -> ids. An empty tuple: look the answer up by its words."""
        return {
            name: {
                normalised(answer): meaning
                for answer, meaning in (
                    answers.items() if isinstance(answers, Mapping) else ((a, ()) for a in answers)
                )
            }
            for name, answers in (self.options or {}).items()
        }

    def answers_of(self, field: FieldMapping) -> Mapping[str, tuple[str, ...] | None]:
        """The answers that this field may have; all lists together when it names none."""
        if field.options:
            return self.known_answers.get(field.options, {})
        return self._all_answers

    @cached_property
    def _all_answers(self) -> Mapping[str, tuple[str, ...] | None]:
        return ChainMap(*(dict(answers) for answers in self.known_answers.values()))

    def required_columns(self) -> Iterator[tuple[str, str]]:
        """(key, column) for every column that a response can't do without."""
        for key in ("id", "submitted_at", "only_if"):
            part = getattr(self, key)
            yield from ((key, column) for column in (part.column if part else ()))
        for name, field in self.fields.items():
            yield from ((name, column) for column in field.column_names())


def load_mapping(
    root: Path, name: str, problems: Problems, settings: Settings | None = None
) -> FormMapping | None:
    """The mapping called `name`; None, and problems, when it can't be used. With `settings` the
    words that it gives answers are looked up, too.
    """
    path = as_on_disk(root / FORMS, f"{name}.yml")
    forms = sorted((root / FORMS).glob("*.yml"))
    if path not in forms:
        problems.error(
            Location(f"{FORMS}/{name}.yml"),
            _("there is no such form"),
            _("The forms are: {forms}. Make a new one with: exempelbank inspect FILE").format(
                forms=", ".join(form.stem for form in forms) or "–"
            ),
        )
        return None
    document = read_document(path, root, problems)
    if document is None:
        return None
    mapping = validated(document.data, FormMapping, document, problems)
    if mapping is None:
        return None
    found = Problems()
    if settings:
        from exempelbank.intake.form.answer_words import check_words
        from exempelbank.intake.form.wordings import by_ids

        mapping = by_ids(mapping, settings)
        check_words(mapping, document, settings, found)
    _check_fields(mapping, document, found)
    problems.found += found.found
    return None if found.errors else mapping


def _check_fields(mapping: FormMapping, document: Document, found: Problems) -> None:
    for field, field_mapping in mapping.fields.items():
        place = document.location("fields", field)
        if field not in mapping.kinds:
            close = nearest(field, (*mapping.kinds, *map(field_label, mapping.kinds)))
            found.error(
                place,
                _("there is no field called “{field}” here").format(field=field),
                _("Did you mean “{word}”?").format(word=close) if close else "",
            )
        elif field in YES_NO_FIELDS and field_mapping.bool is None:
            found.error(
                place,
                _("must say which answers mean yes and no"),
                _("Write for example: bool: {example}").format(
                    example="{true: [Ja], false: [Nej]}"
                ),
            )
        if field_mapping.options and field_mapping.options not in (mapping.options or {}):
            found.error(
                document.location("fields", field, "options"),
                _("there is no list called “{name}” under options").format(
                    name=field_mapping.options
                ),
            )
    if mapping.record is ResponseKind.TRIAL_NOTE and "example" not in mapping.fields:
        found.error(
            document.location("fields"),
            _("no column is said to hold the number of the example that was tried"),
            _("Add the field example, and let the form ask for it."),
        )
    if mapping.record.needs_consent and "consent" not in mapping.fields:
        found.error(
            document.location("fields"),
            _("no column is said to hold the consent to publish"),
            _("Add the field consent. Without consent nothing may be kept, so the form must ask."),
        )
