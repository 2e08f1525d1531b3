"""What the tool's own comments say to itself, in lines that nobody sees.

A mark counts only in a comment that the tool's own account wrote, and that nobody has edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ANSWER, VERSION, ASKED = "answer", "version", "asked"
_MARKS = re.compile(r"(?:<!-- exempelbank:[a-z]+ [\w:-]+ -->\n)+")
_MARK = re.compile(r"<!-- exempelbank:([a-z]+) ([\w:-]+) -->\n")


def mark(kind: str, value: str) -> str:
    return f"<!-- exempelbank:{kind} {value} -->\n"


def marks_in(body: str, kind: str) -> Iterator[str]:
    """Of those that begin the text; further down it may hold the words of others."""
    if begins := _MARKS.match(body.replace("\r\n", "\n")):
        for found, value in _MARK.findall(begins.group()):
            if found == kind:
                yield value
