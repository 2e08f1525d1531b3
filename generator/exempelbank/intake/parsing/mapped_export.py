"""An export, and the mapping of its form -> rows whose answers are found by the mapping's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exempelbank.i18n import _
from exempelbank.intake.export.error_values import error_values_in, without_error_values
from exempelbank.intake.export.rows import Export, ExportRow, RawValue, heading
from exempelbank.intake.export.table import SUM_ROW
from exempelbank.intake.export.tree import at_path, path_exists
from exempelbank.intake.form.dialect import FormulaPrefix
from exempelbank.intake.form.resolved import ColumnSource, ResolvedMapping
from exempelbank.intake.parsing.choices import as_text
from exempelbank.model.example import Section
from exempelbank.model.labels import field_label
from exempelbank.problems import Location, Problems
from exempelbank.text.normalization import nearest


@dataclass(frozen=True)
class MappedExport:
    export: Export
    mapping: ResolvedMapping
    headers: Mapping[str, str]  # a mapping's name for a column -> the header
    formula_prefix: re.Pattern[str] | None

    def rows(self) -> Iterator[MappedRow]:
        return (MappedRow(self, row) for row in self.export.rows)


@dataclass(frozen=True, slots=True)
class MappedRow:
    mapped: MappedExport
    row: ExportRow

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def file(self) -> str:
        """Its own file's name, where the export is a folder of them."""
        return self.row.path if self.row.path != self.mapped.export.path else ""

    @property
    def fault(self) -> str:
        return self.row.fault

    @property
    def from_1904(self) -> bool:
        return self.mapped.export.from_1904

    def raw(self, column: str) -> RawValue:
        """What stands in the file, be it an answer or not."""
        export = self.mapped.export
        if export.nested:
            value = _nested_value(export, self.row, column)
        else:
            value = self.row.answers.get(self.mapped.headers.get(column, ""))
        prefix = self.mapped.formula_prefix
        return prefix.sub("", value, count=1) if prefix and isinstance(value, str) else value

    def answer(self, column: str) -> RawValue:
        return without_error_values(self.raw(column))

    def text(self, columns: Iterable[str]) -> str:
        """Several columns are parts of one answer: first and last name."""
        return " ".join(filter(None, (as_text(self.answer(column)) for column in columns)))

    def has(self, column: str) -> bool:
        return self.mapped.export.nested or column in self.mapped.headers

    def text_of(self, source: ColumnSource) -> str:
        if not source.first_only:
            return self.text(source.names)
        for column in source.names:
            if self.has(column) and (text := as_text(self.answer(column))):
                return text
        return ""

    def error_in(self, columns: Iterable[str]) -> str:
        """The error value that a spreadsheet wrote in the place of an answer; "": none."""
        errors = (error for column in columns for error in error_values_in(self.raw(column)))
        return next(errors, "")

    def error_of(self, source: ColumnSource) -> str:
        return "" if source.first_only and self.text_of(source) else self.error_in(source.names)

    @property
    def is_sum(self) -> bool:
        if self.mapped.export.nested:
            return False
        first = next((cell for cell in self.row.answers.values() if as_text(cell).strip()), "")
        return bool(SUM_ROW.fullmatch(as_text(first).strip()))

    @property
    def repeats_heading(self) -> bool:
        """Two exports have been put together, one below the other."""
        if self.mapped.export.nested:
            return False
        filled = (
            (header, heading(text))
            for header, cell in self.row.answers.items()
            if (text := as_text(cell)).strip()
        )
        repeated = 0
        for header, text in filled:
            if text != header and not header.startswith(f"{text}#"):
                return False
            repeated += 1
        return repeated > 1


def map_export(export: Export, mapping: ResolvedMapping, problems: Problems) -> MappedExport | None:
    """None, and a problem for each, when a column that the mapping names is not in the export: a
    question that has got new words must not blank a field.
    """
    headers: dict[str, str] = {}
    found = Problems()
    for key, column in mapping.required_columns:
        if not export.nested:
            header = export.header_for(column)
            if header is None:
                _missing(export, mapping, key, column, found)
            else:
                headers[column] = header
        elif not _is_asked(export, column):
            if mapping.absent_is_unanswered:
                _unanswered(export, mapping, key, column, found)
            else:
                _missing(export, mapping, key, column, found)
    if found.errors and not export.nested and not headers:
        problems.error(
            Location(export.path, 1),
            _("has none of the columns that the mapping reads"),
            _("Is it the export of another form? The mapping is {file}.").format(file=mapping.file),
        )
        return None
    problems.found += found.found
    if found.errors:
        return None
    for column in mapping.optional_columns:
        if header := export.header_for(column):
            headers.setdefault(column, header)
    return MappedExport(export, mapping, headers, _prefix_pattern(mapping.formula_prefix, export))


def _missing(
    export: Export, mapping: ResolvedMapping, key: str, column: str, found: Problems
) -> None:
    close = nearest(column, export.headers)
    fix = _("Did you mean “{word}”?").format(word=close) + " " if close else ""
    found.error(
        Location(export.path, None if export.nested else 1, column),
        _("the export has no such column, which the mapping reads {field} from").format(
            field=_called(key)
        ),
        fix + _where_to_change(mapping),
    )


def _unanswered(
    export: Export, mapping: ResolvedMapping, key: str, column: str, found: Problems
) -> None:
    """Tools that leave a question out when nobody has answered it: it may be there or not."""
    found.warning(
        Location(export.path, None, column),
        _("nobody has answered this, which the mapping reads {field} from").format(
            field=_called(key)
        ),
        _where_to_change(mapping),
    )


def _called(key: str) -> str:
    """What a person calls that which is read from a column."""
    if key in (section.value for section in Section):
        return quoted(Section(key).heading)
    match key:
        case "id":
            return _("the id")
        case "submitted_at":
            return _("the time of sending")
    label = field_label(key)
    return key if label == key else quoted(label)


def quoted(question: str) -> str:
    return _("“{question}”").format(question=question)


def _where_to_change(mapping: ResolvedMapping) -> str:
    return _("Change the mapping when the question has changed: {file}").format(file=mapping.file)


def _paths(export: Export, column: str) -> tuple[tuple[str, ...], str]:
    """(the path as given, and as from the top with the record's own name first; the divider)."""
    divider = "/" if export.file_type == "xml" else "."
    return (column, column.partition(divider)[2]), divider


def _nested_value(export: Export, row: ExportRow, column: str) -> RawValue:
    paths, divider = _paths(export, column)
    values = (at_path(row.answers, path, divider) for path in paths if path)
    return next((value for value in values if value is not None), None)


def _is_asked(export: Export, column: str) -> bool:
    paths, divider = _paths(export, column)
    return any(
        path_exists(row.answers, path, divider) for row in export.rows for path in paths if path
    )


def _prefix_pattern(prefix: FormulaPrefix | None, export: Export) -> re.Pattern[str] | None:
    """Of the sign that a tool puts before what a spreadsheet would take for a formula."""
    if prefix is None or (prefix.in_text_only and export.file_type != "text"):
        return None
    before = f"(?=[{re.escape(prefix.before)}])" if prefix.before else ""
    return re.compile(rf"\A{prefix.pattern}{before}")
