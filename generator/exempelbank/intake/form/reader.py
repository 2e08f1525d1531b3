"""A file and the mapping of its form -> an Export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from exempelbank.intake.export.delimited import table_of_utf8
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import read_json
from exempelbank.intake.export.ods import rows_of_ods
from exempelbank.intake.export.rows import Export, heading
from exempelbank.intake.export.table import ReadOptions, export_from, table_from
from exempelbank.intake.export.xml_export import read_xml
from exempelbank.intake.form.dialects import Dialect
from exempelbank.intake.form.mapping import FormMapping, Input
from exempelbank.intake.form.tools_json import names_of
from exempelbank.intake.workbook import rows_of_workbook


def read_export(path: Path, mapping: FormMapping) -> Export:
    """Raises UnreadableFile."""
    wordings = {heading(wording) for _key, wording in mapping.wordings()}
    layout = layout_of(mapping.about, mapping.input or Input(), wordings)
    return read_with(path, layout, mapping.dialect)


def read_with(path: Path, layout: ReadOptions, dialect: str) -> Export:
    """Raises UnreadableFile."""
    kind = detect_file_type(read_bytes(path))
    notes: Iterable[str]
    match kind:
        case FileType.JSON:
            return read_json(path, layout.records, names_of(dialect))
        case FileType.XML:
            return read_xml(path.name, read_bytes(path), layout.records)
        case FileType.TEXT:
            utf8, notes = utf8_from(read_bytes(path))
            table = table_of_utf8(utf8, layout)
        case FileType.XLSX:
            rows, notes = rows_of_workbook(read_bytes(path), layout.sheet)
            table = table_from(rows, layout)
        case FileType.ODS:
            rows, notes = rows_of_ods(read_bytes(path), layout.sheet)
            table = table_from(rows, layout)
    return export_from(path.name, table, kind, notes)


def layout_of(about: Dialect, given: Input, wordings: set[str]) -> ReadOptions:
    """The mapping's own word first, then the dialect's."""

    def is_heading(cells: Sequence[str]) -> bool:
        names = {heading(cell) for cell in cells if cell.strip()}
        signed = any(names.issuperset(map(heading, each)) for each in about.signatures)
        return signed or (bool(wordings) and len(names & wordings) * 2 >= len(wordings))

    return ReadOptions(
        sheet=given.sheet,
        header_row=given.header_row or about.header_row,
        header_rows=given.header_rows or about.header_rows,
        delimiter={"tab": "\t", "\\t": "\t"}.get(given.delimiter, given.delimiter)
        or about.delimiter,
        quoting=about.quoting and given.quoting != "none",
        vv=about.vv or given.unescape == "limesurvey-vv",
        php_quotes=about.php_quotes,
        preamble=about.preamble or given.preamble == "ListSchema",
        entities=about.entities or given.entities == "html",
        skips_second_heading=about.skips_second_heading,
        records=about.records if given.records is None else given.records,
        is_heading=is_heading,
    )
