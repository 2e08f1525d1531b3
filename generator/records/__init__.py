"""Document <-> Record."""

from generator.records.reading import (
    load_files,
    load_records,
    record_files,
    record_from,
    record_in,
    record_paths,
)
from generator.records.validation import validated
from generator.records.writing import document_of, front_matter_of

__all__ = [
    "document_of",
    "front_matter_of",
    "load_files",
    "load_records",
    "record_files",
    "record_from",
    "record_in",
    "record_paths",
    "validated",
]
