"""Text from anyone -> text in which nothing hides, and Markdown in which nothing happens.

What is invisible or turns the line around is spelt out: a reviewer sees what a machine would.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

_JOINER = "\u2060"  # invisible, and belongs to no word
_MOST_COMBINING = 4  # combining marks in a row; Vietnamese needs two
_PICTOGRAPH = re.compile(r"[\u200d\ufe0f](?=[\u2600-\u27bf\U0001f000-\U0001faff])|\ufe0f")
_SPACES = re.compile(r"\s+")
_SUSPECT = re.compile(r"[^\x20-\x7e\n\t\xa0-\xac\xae-\u02ff]")
_BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters and marks without ink
_COMBINING_MARKS = re.compile(
    r"(?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){5,}"
)


def visible(text: str) -> str:
    """The text as one sees it: NFC, and ⟨U+202E⟩ where a character could not be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    text = _COMBINING_MARKS.sub(lambda marks: marks[0][:_MOST_COMBINING], text)
    in_emoji = {match.start() for match in _PICTOGRAPH.finditer(text)}
    return _SUSPECT.sub(partial(_spelt_out, in_emoji), text)


def _spelt_out(in_emoji: set[int], match: re.Match[str]) -> str:
    character = match[0]
    if character == "\xad":  # a soft hyphen only tells where a word may be cut
        return ""
    category = unicodedata.category(character)
    if category in ("Zl", "Zp"):
        return "\n"
    invisible = category.startswith("C") or character in _BLANK or _is_variation_selector(character)
    spelt_out = invisible and match.start() not in in_emoji
    return f"⟨U+{ord(character):04X}⟩" if spelt_out else character


def _is_variation_selector(character: str) -> bool:
    """They can carry a message; only the one that emoji use is let through."""
    return "\ufe00" <= character <= "\ufe0e" or "\U000e0100" <= character <= "\U000e01ef"


def visible_line(text: str) -> str:
    """Each run of space and line breaks as one space."""
    return _SPACES.sub(" ", visible(text))


# ---- Markdown ----

# The signs that mean something within a line. What only counts first in a line (- + 1.) may stay:
# nobody else's words come first.
_MARKUP = re.compile(r"[\\`*_{}\[\]>&|~^$#]")
# What a forge makes something of after the Markdown is read, where a backslash is forgotten: @name,
# #12, !12, GH-12, :smile:, ~label, %milestone, $snippet, &epic, addresses and commits.
_FORGE_SYNTAX = re.compile(
    r"""@ | [#!:~%$&^](?=\w|\Z) | (?<=:)/(?=/) | ww(?=w\.) | (?<=\bGH)-(?=\d)
        | [0-9a-f]{6}(?=[0-9a-f])""",
    re.VERBOSE | re.IGNORECASE,
)


def escape_markdown(text: str) -> str:
    """Markdown that reads as the text and is nothing else, put anywhere in a line but first."""
    line = _FORGE_SYNTAX.sub(lambda match: match[0] + _JOINER, visible_line(text))
    # An entity, so that each "<" in a comment is ours: whoever posts it can hold it to that.
    return _MARKUP.sub(r"\\\g<0>", line).replace("<", "&lt;")
