"""A telephone number as people write it -> what a link calls."""

from __future__ import annotations

import re

_BEGINNING = re.compile(r"\+?[0-9][0-9()\s./–-]*")


def phone_link(number: str) -> str:
    """With the country's code, so that it can be called from anywhere: "08-465 004 00, 9–11" ->
    "tel:+46846500400". Without one it is Swedish. Empty when there is no number.
    """
    found = _BEGINNING.search(number.replace("(0)", ""))
    digits = re.sub(r"[^+0-9]", "", found[0]) if found else ""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+46{digits[1:]}"
    return f"tel:{digits}" if digits else ""
