"""A file of any type, and how it is to be read -> an Export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exempelbank.intake.export.delimited import parse_delimited
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.file_type import FileType, detect_file_type, read_bytes
from exempelbank.intake.export.json_export import ShortNames, no_short_names, read_json
from exempelbank.intake.export.ods import rows_of_ods
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.export.rows import Export
from exempelbank.intake.export.table import IsHeading, export_from, no_known_heading, table_from
from exempelbank.intake.export.xml_export import read_xml
from exempelbank.intake.workbook import rows_of_workbook


def read_export(
    path: Path,
    options: ReadOptions,
    is_heading: IsHeading = no_known_heading,
    short_names: ShortNames = no_short_names,
) -> Export:
    """`is_heading`: whether a row of cells is the heading; without one it is the first row that
    holds anything. `short_names`: of JSON only. Raises UnreadableFile.
    """
    file_type = detect_file_type(read_bytes(path))
    notes: Iterable[str]
    from_1904 = False
    match file_type:
        case FileType.JSON:
            return read_json(path, options.records, short_names)
        case FileType.XML:
            return read_xml(path.name, read_bytes(path), options.records)
        case FileType.TEXT:
            utf8, notes = utf8_from(read_bytes(path))
            table = parse_delimited(utf8, options, is_heading)
        case FileType.XLSX:
            raw = read_bytes(path)
            rows, notes, from_1904 = rows_of_workbook(raw, options.sheet, is_heading)
            table = table_from(rows, options, is_heading)
        case FileType.ODS:
            rows, notes = rows_of_ods(read_bytes(path), options.sheet)
            table = table_from(rows, options, is_heading)
    return export_from(path.name, table, file_type, notes, from_1904)
