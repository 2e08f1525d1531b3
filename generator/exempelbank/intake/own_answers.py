"""What our own form has saved or sent, one file or a folder of them -> the answers, by the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import JsonRecord, read_json_document
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.reader import read_export
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.tree import headers_of
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF
from exempelbank.intake.posted_answers import (
    as_saved_by_us,
    has_columns_of_ours,
    record_from_row,
)
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Location, Problems
from exempelbank.questionnaire import is_own_answer

_VERSION = "1"
_FORMS = frozenset(map(str, ResponseKind))


def read_own_answers(path: Path, problems: Problems) -> Mapping[ResponseKind, Export]:
    """A folder's other files are left; one that can't be read is a problem, and stops no other."""
    files = _files_in(path) if path.is_dir() else [path]
    rows: dict[ResponseKind, list[ExportRow]] = {}
    for file in files:
        try:
            for row in _rows_in(file, problems):
                rows.setdefault(ResponseKind(str(row.answers["form"])), []).append(row)
        except UnreadableFile as why:
            problems.error(Location(file.name, why.line), why.says, why.fix)
    return {kind: _export(path, rows[kind]) for kind in ResponseKind if kind in rows}


def _export(path: Path, rows: list[ExportRow]) -> Export:
    in_order = [
        ExportRow(row.path, row.number or number, row.answers) for number, row in enumerate(rows, 1)
    ]
    return Export(path.name, headers_of(in_order, "."), in_order, nested=True, file_type="json")


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if path.is_file())


def _rows_in(file: Path, problems: Problems) -> Iterator[ExportRow]:
    """Raises UnreadableFile."""
    if detect_file_type(read_bytes(file)) is FileType.JSON:
        document, _notes = read_json_document(file)
        for record in document if isinstance(document, list) else [document]:
            yield ExportRow(file.name, 0, _own_answer(record))
    else:
        yield from _rows_of_table(file, problems)


def _rows_of_table(file: Path, problems: Problems) -> Iterator[ExportRow]:
    """A row that can't be read is a problem, and stops no other."""
    export = read_export(file, ReadOptions())
    if not has_columns_of_ours(export):
        raise _of_another()
    for note in export.notes:
        problems.warning(Location(file.name), note)
    for row in export.rows:
        try:
            if row.fault:
                raise UnreadableFile(row.fault)
            yield ExportRow(file.name, row.number, _own_answer(record_from_row(row)))
        except UnreadableFile as why:
            problems.error(Location(file.name, row.number), why.says, why.fix)


def _own_answer(record: RawValue) -> JsonRecord:
    """Raises UnreadableFile."""
    if not isinstance(record, Mapping):
        raise _of_another()
    answer = record if is_own_answer(record) else as_saved_by_us(record)
    if answer is None:
        raise _of_another()
    if answer["version"] != _VERSION or str(answer["form"]) not in _FORMS:
        raise UnreadableFile(
            _("is an answer to a newer form than this program knows"),
            fix=_("Read it in with a newer version of the program."),
        )
    if not _is_answered(answer["answers"], ResponseKind(str(answer["form"]))):
        raise UnreadableFile(_("holds no answers"), fix=_("Export it once more."))
    return answer


def _is_answered(answers: RawValue, kind: ResponseKind) -> bool:
    """A question that we know."""
    return isinstance(answers, Mapping) and not FIELD_KINDS_OF[kind].keys().isdisjoint(answers)


def _of_another() -> UnreadableFile:
    return UnreadableFile(
        _("is no answer to our own form"),
        fix=_("Say by which mapping it is read: exempelbank import FILE --form NAME"),
    )
