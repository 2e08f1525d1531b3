"""What tool wrote an export: each dialect knows what gives it away. Several answers or none: nobody
guesses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exempelbank.intake.export.rows import RawValue
from exempelbank.intake.form.dialect import Dialect
from exempelbank.intake.form.dialects import DIALECTS


def dialects_of_headers(
    headers: Sequence[str], first_row: Sequence[str], file_type: str
) -> list[str]:
    return [
        name
        for name, dialect in DIALECTS.items()
        if file_type in dialect.file_types
        and not dialect.fits_text
        and _fits(dialect, headers, first_row, file_type)
    ]


def _fits(
    dialect: Dialect, headers: Sequence[str], first_row: Sequence[str], file_type: str
) -> bool:
    is_signed = any(set(headers).issuperset(signature) for signature in dialect.signatures)
    if dialect.first_headers:
        return headers[0] in dialect.first_headers and (is_signed or not dialect.signatures)
    if dialect.fits_headers and not is_signed:
        return dialect.fits_headers(headers, first_row, file_type)
    return is_signed


def dialects_of_text(text: str) -> list[str]:
    """By the beginning of a text."""
    return [name for name, d in DIALECTS.items() if d.fits_text and d.fits_text(text)]


def dialects_of_json(document: RawValue) -> list[str]:
    first = document[0] if isinstance(document, list) and document else document
    if not isinstance(first, Mapping):
        return []
    return [name for name, d in DIALECTS.items() if d.fits_json and d.fits_json(first)]


def dialects_of_xml(raw: bytes) -> list[str]:
    return [name for name, d in DIALECTS.items() if d.fits_xml and d.fits_xml(raw)]
