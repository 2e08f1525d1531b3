"""Documents on disk, read as plain text only."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from dataclasses import replace
from pathlib import Path

from exempelbank.documents.document import Document, document_from
from exempelbank.documents.yaml_reading import refusal_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.disk import digest
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.system_words import system_words
from exempelbank.text.characters import REFUSED
from exempelbank.text.normalization import composed

LARGEST = 1_000_000  # bytes; a thousand times a long example


def read_document(path: Path, root: Path, problems: Problems) -> Document | None:
    """None, and a problem that says why, when the file can't be read."""
    name = path.relative_to(root).as_posix()
    try:
        raw = raw_of(path)
        return replace(document_from(name, text_from(raw)), read=digest(raw))
    except UnreadableFile as why:
        problems.error(Location(name, why.line), why.says, why.fix)
        return None


def text_of(path: Path) -> str:
    """The file as text in NFC with "\\n" for line ends. Raises UnreadableFile."""
    return text_from(raw_of(path))


def raw_of(path: str | Path) -> bytes:
    """The file as it lies there. Raises UnreadableFile."""
    if os.path.islink(path):
        raise UnreadableFile(_("is a link to another file"), fix=_("Put the file itself here."))
    try:
        with open(path, "rb", buffering=0) as file:
            return file.readall()
    except OSError as why:
        raise UnreadableFile(_("can't be opened: {why}").format(why=system_words(why))) from None


def text_from(raw: bytes) -> str:
    """A file's bytes -> text, as `text_of`. Raises UnreadableFile."""
    if len(raw) > LARGEST:
        raise UnreadableFile(_("is larger than {n} kB").format(n=LARGEST // 1000))
    try:
        text = raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as why:
        line = raw[: why.start].count(b"\n") + 1
        raise UnreadableFile(_("is not UTF-8 text"), line, _("Save the file as UTF-8.")) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := REFUSED.search(text):
        raise refusal_of(found[0], text.count("\n", 0, found.start()) + 1)
    return composed(text)
