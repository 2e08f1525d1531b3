"""The `##` sections of a body: no text can open or close one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from exempelbank.documents.document import Document

# They begin with a plain text, and not with ^, for the search to leap from one to the next.
_HEADING = re.compile(r"\n##[ \t]+(.*[^ \t\n]|[ \t])[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\n\\(\\*##[ \t])")


class BodySection(NamedTuple):
    heading: str
    text: str
    line: int  # of the heading, in the whole file
    text_line: int  # where the text begins


def body_sections(document: Document) -> tuple[str, tuple[BodySection, ...]]:
    """(text before the first heading, the sections). A line `\\## x` is the text `## x`."""
    before, *found = _HEADING.split("\n" + document.body)
    escaped = "\\##" in document.body
    line = document.body_line - 1 + before.count("\n")
    sections = []
    for heading, text in zip(found[::2], found[1::2], strict=True):
        line += 1
        content = text.strip("\n")
        begins = line + len(text) - len(text.lstrip("\n"))
        sections.append(
            BodySection(heading, _unescaped(content) if escaped else content, line, begins)
        )
        line += text.count("\n")
    return _unescaped(before.strip("\n")), tuple(sections)


def body_from(sections: Iterable[tuple[str, str]]) -> str:
    """(heading, text) pairs -> a body. No text can open or close a section."""
    return "".join(f"\n## {heading}\n\n{_escaped(text)}\n" for heading, text in sections if text)


def _escaped(text: str) -> str:
    return re.sub(r"^(\\*##[ \t])", r"\\\1", text, flags=re.MULTILINE)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\n\1", "\n" + text)[1:]
