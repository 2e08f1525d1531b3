"""The `##` sections of a body: no text can open or close one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.documents.document import Document

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*$")


@dataclass(frozen=True, slots=True)
class BodySection:
    heading: str
    text: str
    line: int  # of the heading, in the whole file


def body_sections(document: Document) -> tuple[str, tuple[BodySection, ...]]:
    """(text before the first heading, the sections). A line `\\## x` is the text `## x`."""
    before: list[str] = []
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if heading := _HEADING.match(line):
            found.append((heading[1], number, []))
        elif found:
            found[-1][2].append(line)
        else:
            before.append(line)
    return _unescaped(before), tuple(
        BodySection(heading, _unescaped(lines), line) for heading, line, lines in found
    )


def body_from(sections: Iterable[tuple[str, str]]) -> str:
    """(heading, text) pairs -> a body. No text can open or close a section."""
    return "".join(f"\n## {heading}\n\n{_escaped(text)}\n" for heading, text in sections if text)


def _escaped(text: str) -> str:
    return re.sub(r"^(\\*##[ \t])", r"\\\1", text, flags=re.MULTILINE)


def _unescaped(lines: Sequence[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return re.sub(r"^\\(\\*##[ \t])", r"\1", text, flags=re.MULTILINE)
