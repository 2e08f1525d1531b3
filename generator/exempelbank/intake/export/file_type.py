"""Bytes -> what kind of file they are, by content. The file's name says nothing here."""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.archive import Archive


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
        raise UnreadableFile(_("can't be opened: {why}").format(why=why.strerror)) from None


def detect_file_type(raw: bytes) -> FileType:
    """Raises UnreadableFile for what is no export."""
    start = _start(raw).lstrip()
    if not start:
        raise UnreadableFile(_("is empty"))
    if raw.startswith(b"PK"):
        return _file_type_of_zip(raw)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            _("is protected by a password, or saved in Excel's old format"),
            fix=_("Open it in Excel and save it as .xlsx, without a password."),
        )
    lowered = start[:1024].lower()
    if start.startswith(b"<"):
        if lowered.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")):
            raise UnreadableFile(
                _("is a web page, although it may be named .xls"),
                fix=_("Choose CSV or Excel (.xlsx) when you export from the form tool."),
            )
        return FileType.XML
    if start.startswith((b"{", b"[")):
        return FileType.JSON
    if start.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z")
    ):
        raise UnreadableFile(
            _("is neither a spreadsheet nor text"),
            fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
        )
    return FileType.TEXT


def _start(raw: bytes) -> bytes:
    start = raw[:4096]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return start.removeprefix(codecs.BOM_UTF8)


def _file_type_of_zip(raw: bytes) -> FileType:
    archive = Archive(raw)
    if "xl/workbook.xml" in archive.names:
        return FileType.XLSX
    if "mimetype" in archive.names and b"opendocument.spreadsheet" in archive.start("mimetype"):
        return FileType.ODS
    if "xl/workbook.bin" in archive.names:
        raise UnreadableFile(
            _("is an Excel file in binary format (.xlsb)"),
            fix=_("Open it in Excel and save it as .xlsx."),
        )
    raise UnreadableFile(
        _("is a zip archive, not a spreadsheet"),
        fix=_("Unpack it and import the file inside."),
    )
