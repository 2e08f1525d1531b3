"""What someone wrote for the heading of a section -> the heading that they meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exempelbank.documents import Document, body_sections
from exempelbank.i18n import kept_while_spoken
from exempelbank.model.example import sections_by_heading
from exempelbank.text.normalization import comparable, nearest

_MARKS = re.compile(
    r"^(?:[\s#＃*_]|<[bh][1-6]?>|[0-9]+[.)] )+|(?:[\s#＃*_:.]|</[bh][1-6]?>)+$", re.IGNORECASE
)


def heading_meant(written: str) -> str:
    """By its name alone, with whatever marks around it; an empty text when it is no name."""
    return _headings().get(comparable(_MARKS.sub("", written)), "")


def heading_nearest(written: str) -> str:
    """As `heading_meant`, and also when it is misspelt."""
    name = _MARKS.sub("", written)
    return heading_meant(name) or nearest(name, sections_by_heading()) or ""


def with_own_headings(document: Document) -> Document:
    """Each heading of an example as the organisation calls it today. The document itself when they
    are so already.
    """
    lines, by_heading = document.body.split("\n"), sections_by_heading()
    for part in body_sections(document)[1]:
        section = by_heading.get(part.heading)
        if section and section.heading != part.heading:
            lines[part.line - document.body_line] = f"## {section.heading}"
    body = "\n".join(lines)
    return document if body == document.body else document.with_body(body)


@kept_while_spoken
def _headings() -> Mapping[str, str]:
    return {comparable(heading): heading for heading in sections_by_heading()}
