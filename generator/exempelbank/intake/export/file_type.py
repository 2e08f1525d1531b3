"""Bytes -> what kind of file they are, by content. The file's name says nothing here."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.archive import Archive
from exempelbank.intake.export.other_formats import other_archive, refuse_other_formats
from exempelbank.intake.export.utf16 import utf16_encoding
from exempelbank.intake.export.worksheet import workbook_part
from exempelbank.system_words import system_words

_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xe2\x80\x8b)+")


class FileType(StrEnum):
    TEXT = "text"
    XLSX = "xlsx"
    ODS = "ods"
    JSON = "json"
    XML = "xml"


def read_bytes(path: Path) -> bytes:
    """Raises UnreadableFile."""
    try:
        if not path.is_file():
            raise UnreadableFile(_("there is no such file"))
        size = path.stat().st_size
        if size > limits.EXPORT:
            raise UnreadableFile(
                _("is larger than {n} MB").format(n=limits.EXPORT // limits.MEGABYTE),
                fix=_("Export fewer responses at a time, for example one year."),
            )
        return path.read_bytes()
    except OSError as why:
        raise UnreadableFile(_("can't be opened: {why}").format(why=system_words(why))) from None


def detect_file_type(raw: bytes) -> FileType:
    """Raises UnreadableFile for what is no export."""
    start = _start(raw).lstrip()
    if not start:
        raise UnreadableFile(_("is empty"))
    if raw.startswith(b"PK"):
        return _file_type_of_zip(raw)
    refuse_other_formats(raw, start)
    if start.startswith(b"<"):
        return FileType.XML
    return FileType.JSON if start.startswith((b"{", b"[")) else FileType.TEXT


def _start(raw: bytes) -> bytes:
    start = raw[:4096]
    if utf16 := utf16_encoding(start):
        return start.decode(utf16, "ignore").encode("utf-8", "ignore")
    return _MARKS.sub(b"", start)


def _file_type_of_zip(raw: bytes) -> FileType:
    archive = Archive(raw)
    if "mimetype" in archive.names and b"opendocument.spreadsheet" in archive.start("mimetype"):
        return FileType.ODS
    if workbook_part(archive.names):
        return FileType.XLSX
    raise other_archive(archive)
