"""What Excel does to answers on their way here, and how it shows."""

from __future__ import annotations

import re

from exempelbank.intake import limits

_SHORTENED = re.compile(r"(?<![\w.,])\d(?:[.,]\d+)?E\+\d\d+(?!\w)")
_PHONE = re.compile(r"[1-9]\d{6,13}")


def is_cut(text: str) -> bool:
    """As long as a cell can be. Excel counts a line break as one character, an emoji as two."""
    if not limits.EXCEL_CELL <= 2 * len(text) <= 4 * limits.EXCEL_CELL:
        return False
    for plain in (text, text.replace("\r\n", "\n")):
        if limits.EXCEL_CELL in (len(plain), len(plain.encode("utf-16-le", "replace")) // 2):
            return True
    return False


def holds_shortened_number(text: str) -> bool:
    """2,02603E+11 anywhere: the end of a number is lost."""
    return "E+" in text and bool(_SHORTENED.search(text))


def is_shortened_phone(text: str) -> bool:
    """701740605, or 46701740605: a number has no 0 and no + to begin with."""
    return bool(_PHONE.fullmatch(re.sub(r"[\s\xa0-]", "", text)))
