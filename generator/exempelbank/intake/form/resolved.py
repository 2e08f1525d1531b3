"""The mapping of a form, and the dialect of its tool -> one value that says how a row is read.

What the mapping says goes before what the dialect knows. That is decided here, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from exempelbank.files.paths import FORMS
from exempelbank.intake.cleaning import one_line
from exempelbank.intake.export.json_export import ShortNames
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.rows import heading
from exempelbank.intake.export.table import IsHeading
from exempelbank.intake.form.dialect import Dialect, FormulaPrefix
from exempelbank.intake.form.dialects import DIALECTS, OWN
from exempelbank.intake.form.field_kinds import FieldKind, question_on
from exempelbank.intake.form.mapping import FieldMapping, FormMapping
from exempelbank.model.response_kind import ResponseKind

_QUESTION_LENGTH = 80  # characters of one, in a message


@dataclass(frozen=True, slots=True)
class ColumnSource:
    """Columns that hold one thing."""

    names: tuple[str, ...] = ()
    # A mapping's columns are one answer; of the dialect's, the first in the file is meant.
    first_only: bool = False


@dataclass(frozen=True, slots=True)
class TimeSource:
    columns: ColumnSource
    formats: tuple[str, ...]  # tried in order
    zone: ZoneInfo  # of a time that names none
    no_time: str  # what is written for a time that was not kept; "": nothing


@dataclass(frozen=True, slots=True)
class RowCondition:
    """What a row must hold to be a response that was sent in."""

    columns: ColumnSource
    not_empty: bool
    among: frozenset[str] | None  # None: any value


@dataclass(frozen=True, slots=True)
class ResolvedField:
    name: str
    kind: FieldKind
    mapping: FieldMapping
    question: str  # as messages call it
    sep: str  # between joined answers
    known_answers: Mapping[str, tuple[str, ...] | None]  # normalised -> ids; None: without a term

    @property
    def columns(self) -> tuple[str, ...]:
        return self.mapping.column or ()


@dataclass(frozen=True)
class ResolvedMapping:
    dialect: str
    form: str
    file: str  # the mapping's own
    record: ResponseKind  # what a row becomes
    options: ReadOptions
    is_heading: IsHeading
    short_names: ShortNames
    # (key, column) of every column that a response can't do without.
    required_columns: tuple[tuple[str, str], ...]
    id: ColumnSource
    submitted_at: TimeSource
    modified_at: TimeSource
    zone: ZoneInfo  # the organisation's
    only_if: RowCondition | None
    fields: tuple[ResolvedField, ...]
    formula_prefix: FormulaPrefix | None
    absent_is_unanswered: bool

    @property
    def optional_columns(self) -> tuple[str, ...]:
        """Those that are read where the file has them."""
        sources = [self.id, self.submitted_at.columns, self.modified_at.columns]
        sources += [self.only_if.columns] if self.only_if else []
        return tuple(name for source in sources for name in source.names)


def resolve_mapping(mapping: FormMapping, zone: ZoneInfo, name: str = "") -> ResolvedMapping:
    """`zone`: the organisation's. `name`: of its file, if not the form's."""
    dialect = DIALECTS[mapping.dialect]
    required = tuple(mapping.required_columns())
    return ResolvedMapping(
        dialect=mapping.dialect,
        form=mapping.form,
        file=f"{FORMS}/{name or mapping.form}.yml",
        record=mapping.record,
        options=dialect.read.overridden_by(mapping.input),
        is_heading=heading_test(dialect, [column for _key, column in required]),
        short_names=dialect.short_names,
        required_columns=required,
        id=_column_source("id", mapping, dialect),
        submitted_at=_time_source("submitted_at", mapping, dialect, zone),
        modified_at=_time_source("modified_at", mapping, dialect, zone),
        zone=zone,
        only_if=_row_condition(mapping, dialect),
        fields=tuple(
            _resolved_field(name, field, mapping, dialect) for name, field in mapping.fields.items()
        ),
        formula_prefix=_formula_prefix(mapping, dialect),
        absent_is_unanswered=dialect.absent_is_unanswered,
    )


def heading_test(dialect: Dialect, columns: Collection[str]) -> IsHeading:
    """Whether a row is the heading: it has a signature of the tool, or half of the columns."""
    wanted = {heading(column) for column in columns}
    signatures = [[heading(name) for name in signature] for signature in dialect.signatures]

    def is_heading(cells: Sequence[str]) -> bool:
        names = {heading(cell) for cell in cells if cell.strip()}
        is_signed = any(names.issuperset(signature) for signature in signatures)
        return is_signed or (bool(wanted) and len(names & wanted) * 2 >= len(wanted))

    return is_heading


def _column_source(key: str, mapping: FormMapping, dialect: Dialect) -> ColumnSource:
    if own := getattr(mapping, key):
        return ColumnSource(own.column)
    if mapping.leaves_to_dialect(key):
        return ColumnSource(getattr(dialect, key), first_only=True)
    return ColumnSource()


def _time_source(key: str, mapping: FormMapping, dialect: Dialect, zone: ZoneInfo) -> TimeSource:
    columns = _column_source(key, mapping, dialect)
    own = getattr(mapping, key)
    formats = (*own.format, *dialect.formats) if own else dialect.formats
    name = mapping.timezone or dialect.timezone
    if any(column.endswith("(UTC)") for column in columns.names):
        name = "UTC"
    return TimeSource(columns, formats, ZoneInfo(name) if name else zone, dialect.no_time)


def _row_condition(mapping: FormMapping, dialect: Dialect) -> RowCondition | None:
    if own := mapping.only_if:
        among = None if own.among is None else frozenset(text.strip() for text in own.among)
        return RowCondition(ColumnSource(own.column), own.not_empty, among)
    if mapping.leaves_to_dialect("only_if") and dialect.only_if:
        columns, values = dialect.only_if
        return RowCondition(
            ColumnSource(columns, first_only=True),
            not_empty=values is None,
            among=None if values is None else frozenset(values),
        )
    return None


def _formula_prefix(mapping: FormMapping, dialect: Dialect) -> FormulaPrefix | None:
    if own := mapping.unguard:
        return FormulaPrefix(re.escape(own.prefix), own.before, in_text_only=False)
    return dialect.formula_prefix if mapping.leaves_to_dialect("unguard") else None


def _resolved_field(
    name: str, field: FieldMapping, mapping: FormMapping, dialect: Dialect
) -> ResolvedField:
    asked = question_on(name) if mapping.dialect == OWN else " ".join(field.column or (name,))
    return ResolvedField(
        name=name,
        kind=mapping.kinds[name],
        mapping=field,
        question=one_line(asked)[:_QUESTION_LENGTH],
        sep=field.sep or dialect.sep,
        known_answers=mapping.answers_of(field),
    )
