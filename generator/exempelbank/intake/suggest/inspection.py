"""A file -> what it is, what it asks, and a mapping to begin from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _, ngettext
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import read_json_document
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.reader import read_export
from exempelbank.intake.export.rows import Export, heading
from exempelbank.intake.export.table import IsHeading
from exempelbank.intake.export.xml_export import xml_text
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.resolved import heading_test
from exempelbank.intake.parsing.choices import as_text
from exempelbank.intake.suggest.detection import (
    dialects_of_headers,
    dialects_of_json,
    dialects_of_text,
    dialects_of_xml,
)
from exempelbank.intake.suggest.export_column import (
    ExportColumn,
    columns_of,
    is_mail,
    is_number,
)
from exempelbank.intake.suggest.matching import probable_field
from exempelbank.intake.suggest.samples import MASK, harmless_answers, sample_lines
from exempelbank.settings import Settings

_DIGITS_OF_A_PERSON = 6  # of a phone, a day of birth or an identity number, at least
_START = 1 << 16  # bytes


@dataclass(frozen=True)
class Inspection:
    export: Export
    dialects: tuple[str, ...]  # that it may be

    @property
    def dialect(self) -> str:
        return self.dialects[0] if len(self.dialects) == 1 else "generic"

    @cached_property
    def columns(self) -> Mapping[str, ExportColumn]:
        return columns_of(self.export)


def inspect_export(path: Path) -> Inspection:
    """Raises UnreadableFile."""
    inspection = _inspect(path)
    if not inspection.export.nested and _are_answers(inspection.export.headers):
        raise UnreadableFile(
            _("has no row of questions: the first row looks like somebody's answers"),
            fix=_("Export it again with the questions as headings, or write them in a first row."),
        )
    return inspection


def _are_answers(headers: Sequence[str]) -> bool:
    """Nothing of them may be shown, then. No question is a mail address or a long number alone."""
    others = [header for header in headers if not _is_an_answer(header)]
    return len(others) < len(headers) and not any(map(probable_field, others))


def _is_an_answer(header: str) -> bool:
    return is_mail(header) or (
        is_number(header) and sum(map(str.isdigit, header)) >= _DIGITS_OF_A_PERSON
    )


def _inspect(path: Path) -> Inspection:
    dialects = _dialects_before_reading(path)
    if len(dialects) == 1:
        return _read_as(path, dialects[0])
    export = read_export(path, ReadOptions(), _any_heading_test())
    if not dialects and not export.nested:
        cells = [as_text(cell) for cell in export.rows[0].answers.values()] if export.rows else []
        dialects = dialects_of_headers(export.headers, cells, export.file_type)
        if len(dialects) == 1:
            return _read_as(path, dialects[0])
    return Inspection(export, tuple(dialects))


def _dialects_before_reading(path: Path) -> list[str]:
    raw = read_bytes(path)
    match detect_file_type(raw):
        case FileType.JSON:
            return dialects_of_json(read_json_document(path)[0])
        case FileType.XML:
            return dialects_of_xml(xml_text(raw)[0])
        case FileType.TEXT:
            return dialects_of_text(utf8_from(raw)[0][:_START].decode("utf-8", "ignore"))
    return []


def _read_as(path: Path, name: str) -> Inspection:
    dialect = DIALECTS[name]
    export = read_export(path, dialect.read, heading_test(dialect, ()), dialect.short_names)
    return Inspection(export, (name,))


def _any_heading_test() -> IsHeading:
    """The heading is the first row that any tool would write, or that has three cells: what stands
    alone above it is a title.
    """
    signatures = [s for dialect in DIALECTS.values() for s in dialect.signatures if len(s) > 1]

    def is_heading(cells: Sequence[str]) -> bool:
        names = {heading(cell) for cell in cells}
        filled = sum(bool(cell.strip()) for cell in cells)
        return filled > 2 or any(names.issuperset(signature) for signature in signatures)

    return is_heading


def inspection_lines(inspection: Inspection, settings: Settings) -> list[str]:
    export = inspection.export
    tools = [DIALECTS[name].tool for name in inspection.dialects]
    match len(inspection.dialects):
        case 0:
            verdict = _(
                "No tool's way of writing was recognised; it is read as a table of one's own."
            )
        case 1:
            verdict = _("It looks like an export from {tool}.").format(tool=tools[0])
        case _:
            verdict = _("It may be from any of {tools}; you must say which.").format(
                tools=", ".join(tools)
            )
    count = len(export.rows)
    lines = [
        _("File type: {type}").format(type=export.file_type),
        verdict,
        ngettext("{n} response", "{n} responses", count).format(n=count),
        *(_("note: {text}").format(text=note) for note in export.notes),
        *(
            _("row {n}: {fault}").format(n=row.number, fault=row.fault)
            for row in export.rows
            if row.fault
        ),
        "",
        _("Questions and samples. What may tell of a person is {mask}:").format(mask=MASK),
    ]
    harmless = harmless_answers(settings)
    for header, column in inspection.columns.items():
        lines.append(f"  {header}")
        lines += (f"      {line}" for line in sample_lines(column, harmless))
    return lines
