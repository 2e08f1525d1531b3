"""What is no export, though it may look like one -> what it is, and how to save it instead."""

from __future__ import annotations

import re

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.archive import Archive

_OLE = b"\xd0\xcf\x11\xe0"  # begins the files of Office before 2007, and those with a password
_BEFORE_OLE = re.compile(rb"\x09[\x00\x02\x04\x08].\x00", re.DOTALL)  # Excel 2.0 to 4.0
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"mime-version:")
_EXCEL_XML = (b'progid="excel.sheet"', b"urn:schemas-microsoft-com:office:spreadsheet")
_FLAT_ODF = b"<office:document "
_NEITHER = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z")


def refuse_other_formats(raw: bytes, start: bytes) -> None:
    """Raises UnreadableFile for what is neither a zip archive nor an export. `start`: of its text,
    in UTF-8.
    """
    lowered = start.lower()
    if raw.startswith(_OLE):
        raise _of_ole(raw)
    if _BEFORE_OLE.match(raw):
        raise _old_excel()
    if lowered.startswith(_WEB_PAGE):
        raise UnreadableFile(
            _("is a web page, although it may be named .xls"),
            fix=_("Choose CSV or Excel (.xlsx) when you export from the form tool."),
        )
    if start.startswith(b"<") and any(sign in lowered for sign in _EXCEL_XML):
        raise UnreadableFile(_("is an XML spreadsheet from Excel 2003"), fix=_save_in_excel())
    if start.startswith(b"<") and _FLAT_ODF in lowered:
        raise UnreadableFile(
            _("is a flat OpenDocument file (.fods)"),
            fix=_("Open it in LibreOffice and save it as .ods."),
        )
    if start.startswith(_NEITHER):
        raise UnreadableFile(
            _("is neither a spreadsheet nor text"),
            fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
        )


def _of_ole(raw: bytes) -> UnreadableFile:
    """A container for many formats, which names its parts in UTF-16."""
    if _holds_part(raw, "EncryptedPackage"):
        return UnreadableFile(
            _("is protected by a password"),
            fix=_("Open it in Excel and save it as .xlsx, without a password."),
        )
    if _holds_part(raw, "Workbook") or _holds_part(raw, "Book"):
        return _old_excel()
    return UnreadableFile(
        _("is saved in an old Office format, and is no Excel file"),
        fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
    )


def _holds_part(raw: bytes, name: str) -> bool:
    return (name + "\0").encode("utf-16-le") in raw


def _old_excel() -> UnreadableFile:
    return UnreadableFile(_("is saved in Excel's old format (.xls)"), fix=_save_in_excel())


def _save_in_excel() -> str:
    return _("Open it in Excel and save it as .xlsx.")


def other_archive(archive: Archive) -> UnreadableFile:
    """Of a zip archive that is no spreadsheet we read."""
    names = archive.names
    if "xl/workbook.bin" in names:
        return UnreadableFile(_("is an Excel file in binary format (.xlsb)"), fix=_save_in_excel())
    if any(name.endswith((".iwa", "Index.zip")) for name in names) or "index.apxl" in names:
        return UnreadableFile(
            _("is saved in the format of Apple's Numbers"),
            fix=_("Open it in Numbers and choose File, Export To, Excel or CSV."),
        )
    if "word/document.xml" in names:
        return UnreadableFile(
            _("is a Word document"),
            fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
        )
    return UnreadableFile(
        _("is a zip archive, not a spreadsheet"), fix=_("Unpack it and import the file inside.")
    )
