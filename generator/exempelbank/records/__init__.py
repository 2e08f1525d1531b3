"""Document <-> Record."""

from exempelbank.records.canonical import Wordings, canonical, term_ids_in
from exempelbank.records.file_names import mended_file_name, wrong_file_name
from exempelbank.records.headings import heading_meant, heading_nearest, with_own_headings
from exempelbank.records.reading import (
    body_in,
    damaged_record_from,
    document_from_bytes,
    load_files,
    load_records,
    record_files,
    record_from,
    record_in,
    record_paths,
)
from exempelbank.records.validation import validated
from exempelbank.records.writing import document_of, front_matter_of

__all__ = [
    "Wordings",
    "body_in",
    "canonical",
    "damaged_record_from",
    "document_from_bytes",
    "document_of",
    "front_matter_of",
    "heading_meant",
    "heading_nearest",
    "load_files",
    "load_records",
    "mended_file_name",
    "record_files",
    "record_from",
    "record_in",
    "record_paths",
    "term_ids_in",
    "validated",
    "with_own_headings",
    "wrong_file_name",
]
