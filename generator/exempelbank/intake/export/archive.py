"""A zip archive from anyone -> the bytes of its members, a block at a time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits

_BLOCK = 1 << 16
_ENTRY = b"PK\x01\x02"  # begins what the table of contents says of a member
_PACKED_AS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # by every program that writes spreadsheets
# What zipfile raises for a damaged archive; it promises no fewer.
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, OverflowError,
)  # fmt: skip


def damaged(line: int | None = None) -> UnreadableFile:
    return UnreadableFile(
        _("is damaged, or was cut short on its way"), line, fix=_("Export it once more.")
    )


class Archive:
    """One whose declared sizes are safe to unpack; zipfile stops at the size declared."""

    def __init__(self, raw: bytes) -> None:
        """Raises UnreadableFile."""
        if raw.count(_ENTRY) > limits.PARTS:  # before zipfile makes an object of each
            raise _too_many_parts(raw.count(_ENTRY))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except _FAULTS:
            raise damaged() from None
        members = self._zip.infolist()
        self.names = {member.filename for member in members}
        if len(self.names) < len(members):
            raise UnreadableFile(_("holds two files with the same name"))
        _refuse_dangerous(members)

    def start(self, name: str) -> bytes:
        """Raises UnreadableFile."""
        return next(self.blocks(name), b"")

    def blocks(self, name: str) -> Iterator[bytes]:
        """Raises UnreadableFile when there is no such member, or a damaged one."""
        if name not in self.names:
            raise damaged()
        try:
            with self._zip.open(name) as member:
                while block := member.read(_BLOCK):
                    yield block
        except _FAULTS:
            raise damaged() from None


def _refuse_dangerous(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(_("is protected by a password"), fix=_("Save it without a password."))
    if any(member.compress_type not in _PACKED_AS for member in members):
        raise UnreadableFile(
            _("is packed in a way that no spreadsheet is"), fix=_("Export it once more.")
        )
    unpacked = sum(member.file_size for member in members)
    largest = max((member.file_size for member in members), default=0)
    if largest > limits.PART or unpacked > limits.UNPACKED:
        raise UnreadableFile(
            _("would be {n} MB unpacked, which is too much for responses to a form").format(
                n=unpacked // limits.MEGABYTE
            ),
            fix=_("Export the responses from the form tool once more, fewer at a time."),
        )


def _too_many_parts(n: int) -> UnreadableFile:
    return UnreadableFile(_("holds {n} files; a spreadsheet has a dozen").format(n=n))
