"""Lines that look like the heading of a section, and are read as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.documents import Document
from exempelbank.i18n import _, kept_while_spoken
from exempelbank.model.example import sections_by_heading
from exempelbank.problems import Location, Problem, Severity
from exempelbank.records import heading_meant, heading_nearest

_IS_HEADING = re.compile(r"##[ \t]")  # as `exempelbank.documents.sections` reads it
_HASHES = re.compile(r"[ \t\xa0]*[#＃]")
_BOLD = re.compile(r"\s*(\*\*|__)[^*_]+(\*\*|__):?\s*$")
_UNDERLINE = re.compile(r"[ \t]*(=+|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r" {4}|\t")
_MARKS_AT_MOST = 20  # characters around the name


def check_headings(document: Document) -> Iterator[Problem]:
    """`##Name`, `# Name`, `**Name**`, `Name:` or the name on a line of its own."""
    lines = document.body.split("\n")
    fence, before = "", ""
    for number, line in enumerate(lines):
        if ("```" in line or "~~~" in line) and (match := _FENCE.match(line)):
            if not fence:
                fence = match[1]
            elif line.strip().startswith(fence):
                fence = ""
        elif line and not fence and len(line) <= _longest() and not _IS_HEADING.match(line):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            if meant := _heading_meant(line, before, below):
                yield Problem(
                    Location(document.path, document.body_line + number),
                    _("looks like the heading “{heading}”, and is read as text").format(
                        heading=meant
                    ),
                    _("If a section begins here, write the line so: ## {heading}").format(
                        heading=meant
                    ),
                    Severity.WARNING,
                )
        before = line


def _heading_meant(line: str, before: str, below: str) -> str:
    begins_paragraph = not before.strip()
    if _CODE.match(line) and begins_paragraph:
        return ""
    if _HASHES.match(line) or _BOLD.match(line) or _UNDERLINE.fullmatch(below):
        return heading_nearest(line)
    # One word of a text may well have come alone on a line: there it has no mark of any kind.
    alone = begins_paragraph or line.rstrip().endswith(":")
    return heading_meant(line) if alone else ""


@kept_while_spoken
def _longest() -> int:
    return max(map(len, sections_by_heading())) + _MARKS_AT_MOST
