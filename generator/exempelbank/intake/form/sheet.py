"""A mapping laid upon an export: the answers of each row, under the names of our fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from exempelbank.i18n import _
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.table import SUM_ROW
from exempelbank.intake.export.tree import at_path, path_exists
from exempelbank.intake.form.choices import as_text
from exempelbank.intake.form.excel import is_error
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.intake.form.times import ReadTime, time_from
from exempelbank.problems import Location, Problems
from exempelbank.text.normalization import nearest

_UNSTAMPED = "1980-01-01 00:00:00"  # LimeSurvey's, of a survey that keeps no times


@dataclass(frozen=True)
class Sheet:
    export: Export
    mapping: FormMapping
    zone: ZoneInfo  # of times without one
    home: ZoneInfo  # of the organisation
    columns: Mapping[str, str]  # a mapping's words for a column -> the header
    guard: re.Pattern[str] | None

    def given(self, row: ExportRow, wording: str) -> RawValue:
        """What stands in the file, be it an answer or not."""
        if self.export.nested:
            return self._unguarded(_nested_answer(self.export, row, wording))
        return self._unguarded(row.answers.get(self.columns.get(wording, "")))

    def answer(self, row: ExportRow, wording: str) -> RawValue:
        given = self.given(row, wording)
        return None if isinstance(given, str) and is_error(given) else given

    def text(self, row: ExportRow, wordings: Iterable[str]) -> str:
        """Several columns are parts of one answer: first and last name."""
        return " ".join(filter(None, (as_text(self.answer(row, each)) for each in wordings)))

    def _unguarded(self, answer: RawValue) -> RawValue:
        if self.guard and isinstance(answer, str):
            return self.guard.sub("", answer, count=1)
        return answer

    # ---- What the mapping, or else the dialect, says about every row ----

    def response_id(self, row: ExportRow) -> str:
        return self._first("id", row).strip()

    def has_ids(self) -> bool:
        return bool(self._wordings("id"))

    def time(self, key: str, row: ExportRow) -> tuple[str, ReadTime | None]:
        """(as it was written, as it was read)."""
        wordings = self._wordings(key)
        formats = self.mapping.about.formats
        given = getattr(self.mapping, key)
        if given and given.format:
            formats = (given.format, *formats)
        zone = self.zone
        if any(wording.endswith("(UTC)") for wording in wordings):
            zone = ZoneInfo("UTC")
        text = self._first(key, row) or self._error_in_place_of(key, row)
        if text.strip() == _UNSTAMPED and self.mapping.dialect.startswith("limesurvey"):
            return "", None
        read = time_from(text, formats, zone) if text.strip() else None
        return text, replace(read, moment=read.moment.astimezone(self.home)) if read else None

    def why_skipped(self, row: ExportRow) -> str:
        """Why the row is no response that was sent, or ""."""
        if not self.export.nested:
            first = next((cell for cell in row.answers.values() if as_text(cell).strip()), "")
            if SUM_ROW.fullmatch(as_text(first).strip()):
                return _("is a row of sums")
        only_if = self.mapping.only_if
        if only_if:
            value = self.text(row, only_if.column).strip()
            wanted = {each.strip() for each in only_if.among or ()}
            if (only_if.not_empty and not value) or (
                only_if.among is not None and value not in wanted
            ):
                return _("was not sent in (“{column}”)").format(column=" ".join(only_if.column))
        elif self.mapping.says_nothing_of("only_if") and self.mapping.about.only_if:
            columns, values = self.mapping.about.only_if
            for column in columns:
                if self._has(column):
                    value = as_text(self.answer(row, column)).strip()
                    if (values is None and not value) or (
                        values is not None and value not in values
                    ):
                        return _("was not sent in (“{column}”)").format(column=column)
                    break
        return ""

    def _wordings(self, key: str) -> tuple[str, ...]:
        given = getattr(self.mapping, key)
        if given:
            return tuple(given.column)
        return getattr(self.mapping.about, key) if self.mapping.says_nothing_of(key) else ()

    def _first(self, key: str, row: ExportRow) -> str:
        """A mapping's columns are one answer; of the dialect's, the first in the file is meant."""
        given = getattr(self.mapping, key)
        if given:
            return self.text(row, given.column)
        for wording in self._wordings(key):
            if self._has(wording) and (text := as_text(self.answer(row, wording))):
                return text
        return ""

    def _error_in_place_of(self, key: str, row: ExportRow) -> str:
        given = (as_text(self.given(row, wording)) for wording in self._wordings(key))
        return next(filter(is_error, given), "")

    def _has(self, wording: str) -> bool:
        return self.export.nested or wording in self.columns


def sheet_from(
    export: Export, mapping: FormMapping, home: ZoneInfo, problems: Problems
) -> Sheet | None:
    """None, and a problem for each, when a column that the mapping names is not in the export: a
    question that has got new words must not blank a field.
    """
    columns: dict[str, str] = {}
    found = Problems()
    for field, wording in mapping.wordings():
        if not export.nested:
            header = export.column(wording)
            if header is None:
                _missing(export, mapping, field, wording, found)
            else:
                columns[wording] = header
        elif not _is_asked(export, wording):
            if mapping.about.absent_is_unanswered:
                _unanswered(export, mapping, field, wording, found)
            else:
                _missing(export, mapping, field, wording, found)
    if found.errors and not export.nested and not columns:
        problems.error(
            Location(export.path, 1),
            _("has none of the columns that the mapping reads"),
            _("Is it the export of another form? The mapping is {file}.").format(
                file=f"site_config/forms ({mapping.form})"
            ),
        )
        return None
    problems.found += found.found
    about = mapping.about
    more = [*about.id, *about.submitted_at, *about.modified_at]
    more += about.only_if[0] if about.only_if else ()
    more += mapping.modified_at.column if mapping.modified_at else ()  # older files lack it
    for wording in more:
        if header := export.column(wording):
            columns.setdefault(wording, header)
    named = mapping.timezone or about.timezone
    zone = ZoneInfo(named) if named else home
    if found.errors:
        return None
    return Sheet(export, mapping, zone, home, columns, _guard(mapping, export))


def _missing(
    export: Export,
    mapping: FormMapping,
    field: str,
    wording: str,
    found: Problems,
) -> None:
    close = nearest(wording, export.headers)
    fix = _("Did you mean “{word}”?").format(word=close) + " " if close else ""
    found.error(
        Location(export.path, None if export.nested else 1, wording),
        _("the export has no such column, which the mapping reads {field} from").format(
            field=field
        ),
        fix + _where_to_change(mapping),
    )


def _unanswered(
    export: Export, mapping: FormMapping, field: str, wording: str, found: Problems
) -> None:
    """Tools that leave a question out when nobody has answered it: it may be there or not."""
    found.warning(
        Location(export.path, None, wording),
        _("nobody has answered this, which the mapping reads {field} from").format(field=field),
        _where_to_change(mapping),
    )


def _where_to_change(mapping: FormMapping) -> str:
    return _("Change the mapping when the question has changed: {file}").format(
        file=f"site_config/forms ({mapping.form})"
    )


def _paths(export: Export, wording: str) -> tuple[tuple[str, ...], str]:
    """(the path as given, and as from the top with the record's own name first; the divider)."""
    divider = "/" if export.file_type == "xml" else "."
    return (wording, wording.partition(divider)[2]), divider


def _nested_answer(export: Export, row: ExportRow, wording: str) -> RawValue:
    paths, divider = _paths(export, wording)
    found = (at_path(row.answers, path, divider) for path in paths if path)
    return next((answer for answer in found if answer is not None), None)


def _is_asked(export: Export, wording: str) -> bool:
    paths, divider = _paths(export, wording)
    return any(
        path_exists(row.answers, path, divider) for row in export.rows for path in paths if path
    )


def _guard(mapping: FormMapping, export: Export) -> re.Pattern[str] | None:
    """Tools put a sign before what a spreadsheet would take for a formula: it is taken off."""
    if mapping.unguard:
        prefix, before = re.escape(mapping.unguard.prefix), mapping.unguard.before
    elif mapping.says_nothing_of("unguard") and mapping.about.guard and export.file_type == "text":
        prefix, before = mapping.about.guard, mapping.about.guarded
    else:
        return None
    return re.compile(rf"\A{prefix}(?=[{re.escape(before)}])" if before else rf"\A{prefix}")
