"""What our own form has saved, one file or a folder of them -> the answers, by the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import JsonRecord, read_json_document
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.tree import headers_of
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF, FieldKind
from exempelbank.intake.form.recognition import is_own_answer
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Location, Problems

_VERSION = "1"
# Where a form service writes when something was sent, and which it was.
_SENT, _IDS = ("sent", "created_at", "submitted_at", "_date"), ("id", "_id")
_FORMS = frozenset(map(str, ResponseKind))
_AROUND = ("form", "version", "key")  # sent with the answers


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
        record = _as_saved_by_us(record) if isinstance(record, Mapping) else {}
        if not is_own_answer(record):
            raise _of_another()
        if record["version"] != _VERSION or str(record["form"]) not in _FORMS:
            raise UnreadableFile(
                _("is an answer to a newer form than this program knows"),
                fix=_("Read it in with a newer version of the program."),
            )
        if not _is_answered(record["answers"], ResponseKind(str(record["form"]))):
            raise UnreadableFile(_("holds no answers"), fix=_("Export it once more."))
        records.append(record)
    return records


def _as_saved_by_us(record: JsonRecord) -> JsonRecord:
    """A form service keeps what was sent to it as it came, beside its own or under “data”. What it
    knows of the sender is left there.
    """
    sent = record.get("data", record)
    if is_own_answer(record) or not isinstance(sent, Mapping):
        return record
    if str(sent.get("form")) not in _FORMS:
        return record
    kinds = FIELD_KINDS_OF[ResponseKind(str(sent["form"]))]
    return {
        **{name: sent.get(name, "") for name in _AROUND},
        "sent": _first(record, _SENT),
        "key": sent.get("key") or _first(record, _IDS),
        "answers": {
            name: _by_line(answer) if kinds[name] is FieldKind.TEXTS else answer
            for name, answer in sent.items()
            if name in kinds
        },
    }


def _by_line(answer: RawValue) -> RawValue:
    return answer.splitlines() if isinstance(answer, str) else answer


def _first(record: JsonRecord, names: Iterable[str]) -> RawValue:
    return next((record[name] for name in names if record.get(name)), "")


def _is_answered(answers: RawValue, kind: ResponseKind) -> bool:
    """A question that we know."""
    return isinstance(answers, Mapping) and not FIELD_KINDS_OF[kind].keys().isdisjoint(answers)


def _of_another() -> UnreadableFile:
    return UnreadableFile(
        _("is no answer to our own form"),
        fix=_("Say by which mapping it is read: exempelbank import FILE --form NAME"),
    )
