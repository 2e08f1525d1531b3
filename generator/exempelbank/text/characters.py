"""Which characters no text may hold: one list, wherever a text comes from."""

from __future__ import annotations

import re

# Joiners, marks of direction and soft hyphens are welcome: Persian names and emoji need them.
_HIDDEN = "".join(
    (
        r"\x00-\x08\x0b-\x1f\x7f-\x9f",  # controls, but for tab and line end
        r"\u2028\u2029",  # line ends of other kinds
        r"\u202a-\u202e\u2066-\u206f",  # what turns the text around it
        r"\ufff9-\ufffb\U000e0000-\U000e007f",  # notes and tags that nobody sees
        r"\ud800-\udfff",  # halves of a pair
        r"\ufdd0-\ufdef",  # what will never be a character, and two more at the end of each plane
        *(f"{chr(end - 1)}{chr(end)}" for end in range(0xFFFF, 0x110000, 0x10000)),
    )
)
# What most texts are made of is passed at once: ten times as quick as to look for each of these.
REFUSED = re.compile(rf"[^\t\n -~\xa0-\xff](?<=[{_HIDDEN}])")


def name_of(character: str) -> str:
    """ "U+202E", as tables of characters have it."""
    return f"U+{ord(character):04X}"
