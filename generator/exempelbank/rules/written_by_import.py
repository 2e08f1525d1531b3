"""Whether a file in the queue is still as import wrote it: it bears a hash of itself.

What the program has noted of it, such as that a letter was written, is nobody's work in it.
"""

from __future__ import annotations

import hashlib
import re

from exempelbank.documents import Document

_LINE = re.compile(r"^(  written_hash:).*$", re.MULTILINE)


def is_as_import_wrote_it(document: Document) -> bool:
    source = document.data.get("source")
    written = source.get("written_hash") if isinstance(source, dict) else None
    return written == _written_hash(document.text)


def with_written_hash(text: str) -> str:
    """The file's text, whose placeholder has become its hash."""
    return _LINE.sub(rf"\1 {_written_hash(text)}", text, count=1)


def with_note(document: Document, noted: Document) -> Document:
    """`noted`: the same with what the program notes. It bears its hash anew where `document` was as
    import wrote it; where someone has worked in it, that still shows.
    """
    if not is_as_import_wrote_it(document):
        return noted
    keys = ("source", "written_hash")
    return noted.with_value(keys, _written_hash(noted.text))


def _written_hash(text: str) -> str:
    """Of a file's text with its own hash blanked."""
    blank = _LINE.sub(r"\1", text)
    return "sha256:" + hashlib.sha256(blank.encode()).hexdigest()
