"""Bytes of a text file -> text, in one encoding for the whole file."""

from __future__ import annotations

import codecs
import re

from generator.documents import Refused
from generator.texts import _

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TWICE = re.compile("Ã[¥¤¶…„–\x85\x84\x96]")  # å ä ö Å Ä Ö, encoded as UTF-8 twice


def text_from(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """(text, notes). Raises Refused."""
    text = _decoded(raw)
    if found := CONTROL.search(text):
        raise Refused(
            _("holds an invisible control character"),
            line_at(text, found.start()),
            _("Take it away, or export the file once more."),
        )
    notes = []
    if found := _TWICE.search(text):
        notes.append(
            _(
                "line {line}: å, ä and ö look wrong (“Ã¥”), so the file was saved with the wrong "
                "encoding before it came here"
            ).format(line=line_at(text, found.start()))
        )
    return text, tuple(notes)


def line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _decoded(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise Refused(_("begins as UTF-16 but is not")) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        broken = why.start
    if raw.startswith(codecs.BOM_UTF8):
        raise _mixed(raw, broken)
    _refuse_mixture(raw, broken)
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as why:
        raise Refused(
            _("is neither UTF-8 nor Windows-1252 text"),
            raw.count(b"\n", 0, why.start) + 1,
            _("Save it as “CSV UTF-8”."),
        ) from None


def _refuse_mixture(raw: bytes, broken: int) -> None:
    """A file glued together of two: some lines are UTF-8, others Windows-1252."""
    for line in raw.split(b"\n"):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            continue
        raise _mixed(raw, broken)


def _mixed(raw: bytes, index: int) -> Refused:
    return Refused(
        _("is UTF-8 text in some lines and not in others"),
        raw.count(b"\n", 0, index) + 1,
        _("Export it once more, or save the whole file as “CSV UTF-8”."),
    )
