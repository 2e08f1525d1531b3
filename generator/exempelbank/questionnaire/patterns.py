"""How answers of a certain form are written: expressions that Python and browsers read alike.

Each is narrower than the constraint of the model, or the same: what a form takes is never refused
later.
"""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.model.record import YearMonth

_HOST = r"([0-9A-Za-z-]+\.)+[A-Za-z]{2,}"

# Of the whole text.
PATTERNS: Mapping[str, str] = {
    "month": YearMonth.pattern.pattern,
    "email": rf"[0-9A-Za-z.!#$%&'*+\/=?^_`{{|}}~-]+@{_HOST}",
    # Words, if any, and then the address.
    "link": rf"([^:/@]{{1,80}} )?https:\/\/{_HOST}(\/[0-9A-Za-z%.,;:+&=?#~_\/-]*)?",
    "example": r"[A-Z]{1,6}-[0-9]{4}-[0-9A-Z]{3,8}",
}

# What is cut off around an answer before anything is asked of it.
SPACE = " \t\n\r\u00a0"
