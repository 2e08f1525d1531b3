"""What our own form has saved, one file or a folder of them -> the answers, by the form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import JsonRecord, read_json_document
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.tree import headers_of
from exempelbank.intake.form.recognition import is_own_answer
from exempelbank.intake.form.response_kind import ResponseKind
from exempelbank.problems import Location, Problems

_VERSION = "1"


def read_own_answers(path: Path, problems: Problems) -> Mapping[ResponseKind, Export]:
    """A folder's other files are left; one that can't be read is a problem, and stops no other."""
    files = _files_in(path) if path.is_dir() else [path]
    rows: dict[ResponseKind, list[ExportRow]] = {}
    for file in files:
        try:
            for record in _answers_in(file):
                row = ExportRow(file.name, 0, record)
                rows.setdefault(ResponseKind(str(record["form"])), []).append(row)
        except UnreadableFile as why:
            problems.error(Location(file.name, why.line), why.says, why.fix)
    return {kind: _export(path, rows[kind]) for kind in ResponseKind if kind in rows}


def _export(path: Path, rows: list[ExportRow]) -> Export:
    in_order = [ExportRow(row.path, number, row.answers) for number, row in enumerate(rows, 1)]
    return Export(path.name, headers_of(in_order, "."), in_order, nested=True, file_type="json")


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if path.is_file())


def _answers_in(file: Path) -> list[JsonRecord]:
    """Raises UnreadableFile."""
    if detect_file_type(read_bytes(file)) is not FileType.JSON:
        raise _of_another()
    document, _notes = read_json_document(file)
    records = []
    for record in document if isinstance(document, list) else [document]:
        if not isinstance(record, Mapping) or not is_own_answer(record):
            raise _of_another()
        if record["version"] != _VERSION or record["form"] not in [*ResponseKind]:
            raise UnreadableFile(
                _("is an answer to a newer form than this program knows"),
                fix=_("Read it in with a newer version of the program."),
            )
        if not _is_answered(record["answers"], ResponseKind(str(record["form"]))):
            raise UnreadableFile(_("holds no answers"), fix=_("Export it once more."))
        records.append(record)
    return records


def _is_answered(answers: RawValue, kind: ResponseKind) -> bool:
    """A question that we know."""
    return isinstance(answers, Mapping) and not kind.field_kinds.keys().isdisjoint(answers)


def _of_another() -> UnreadableFile:
    return UnreadableFile(
        _("is no answer to our own form"),
        fix=_("Say by which mapping it is read: exempelbank import FILE --form NAME"),
    )
