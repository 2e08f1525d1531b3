"""Columns that are called by an option alone, as in Typeform and Gravity Forms -> questions.

Which question they belong to stands nowhere in the file: our lists tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exempelbank.intake.form.field_kinds import FIELD_KINDS, PLACES, FieldKind, vocabulary_of
from exempelbank.intake.suggest.export_column import ExportColumn
from exempelbank.intake.suggest.headings import ExportQuestion, is_other
from exempelbank.settings import Settings
from exempelbank.text.normalization import comparable

_FIELDS = tuple(
    field for field, kind in FIELD_KINDS.items() if kind is FieldKind.TERMS and field not in PLACES
)
_NUMBER = re.compile(r"#\d+$")  # of a heading that comes again


def with_bare_options(
    questions: Iterable[ExportQuestion], columns: Mapping[str, ExportColumn], settings: Settings
) -> Iterator[ExportQuestion]:
    """The same questions, where a row of bare options has become one."""
    row = _Row()
    for question in questions:
        option = _NUMBER.sub("", question.text)
        column = columns[question.headers[0]]
        listing = _listing(option, settings)
        is_ticked = {*map(comparable, column.counts)} == {comparable(option)}
        if question.options or (column.answers and not is_ticked and not is_other(option)):
            yield from row.taken()
            yield question
        elif is_other(option):
            row.add(question)
            yield from row.taken()
        elif is_ticked or listing:
            if listing and not row.may_be(listing):
                yield from row.taken()
            row.add(question, listing)
        else:  # nobody has ticked it: an option, if others come after
            row.unsure.append(question)
    yield from row.taken()


def _listing(option: str, settings: Settings) -> tuple[str, ...]:
    """The fields in whose lists it is."""
    return tuple(f for f in _FIELDS if settings.vocabulary(vocabulary_of(f)).find(option))


@dataclass
class _Row:
    """Options that stand beside one another."""

    options: list[ExportQuestion] = field(default_factory=list)
    fields: tuple[str, ...] = ()  # that all of them may be of; none: not known yet
    unsure: list[ExportQuestion] = field(default_factory=list)  # after the last that is sure

    def may_be(self, fields: Collection[str]) -> bool:
        return not self.fields or not set(self.fields).isdisjoint(fields)

    def add(self, question: ExportQuestion, fields: tuple[str, ...] = ()) -> None:
        both = [field for field in self.fields if field in fields]
        self.fields = tuple(both) or self.fields or fields
        self.options += [*self.unsure, question]
        self.unsure = []

    def taken(self) -> Iterator[ExportQuestion]:
        """As one question, if that is what they are. The row is empty after it."""
        if len(self.options) > 1 and self.fields:
            options = {q.headers[0]: _NUMBER.sub("", q.text) for q in self.options}
            yield ExportQuestion(self.fields[0], self.fields[0], tuple(options), options)
        else:
            yield from self.options
        yield from self.unsure
        self.options, self.fields, self.unsure = [], (), []
