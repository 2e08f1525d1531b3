"""A colour in any of the ways of CSS -> as it is written here."""

from __future__ import annotations

import re


def colour_meant(text: str) -> str:
    """ "navy", "1d4f91", "#9cf" and "rgb(29 79 145)" -> "#1d4f91"; empty when it is no colour."""
    from coloraide import Color  # slow to import, and seldom needed

    text = text.strip()
    if re.fullmatch(r"(?:[0-9a-fA-F]{3}){1,2}", text):
        text = f"#{text}"
    try:
        return Color(text).convert("srgb").fit().to_string(hex=True)[:7]
    except ValueError:
        return ""
