"""A text -> the same text, as long as it was, with dots for what must not be shown."""

from __future__ import annotations

import re

_PRINTED = re.compile(r"\S")


def with_dots(text: str, start: int, end: int) -> str:
    return text[:start] + _PRINTED.sub("•", text[start:end]) + text[end:]
