"""A text -> the characters that a reader sees of it, and where in the text each of them stands.

What cannot be seen is left out, and signs that look alike become one: all digits 0-9, all dashes
"-", all spaces " ", any other sign that is no letter "·". A line break stays what it is.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exempelbank.privacy.patterns import Match, Pattern

_INVISIBLE = "\0"
_PLUS = "＋⁺₊﬩➕"
_DASH = "−⁻₋⁃ー─━˗﹘➖"  # besides those that Unicode counts as dashes
_BLANK = "ᅟᅠㅤﾠ⠀"  # letters and a sign that show nothing


def _visible(char: str) -> str:
    """One character as it is seen."""
    kind = unicodedata.category(char)
    if char.isascii():
        return " " if char in "\t\v\f\r" else _INVISIBLE if kind == "Cc" and char != "\n" else char
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    if char in _PLUS:
        return "+"
    if kind == "Pd" or char in _DASH:
        return "-"
    if kind[0] == "Z" or char in _BLANK or char == "\x85":
        return " "
    if kind[0] in "CM":
        return _INVISIBLE
    return "·" if kind[0] in "PS" else char


class _VisibleCharacters(dict[int, str]):
    """Filled as characters are met: most of Unicode never is."""

    def __missing__(self, code: int) -> str:
        self[code] = visible = _visible(chr(code))
        return visible


_VISIBLE = _VisibleCharacters()

# What is written around words to say how they look, and so is not seen itself.
_MARKUP = Pattern(
    r"""
    (?P<inline></?(?:a|abbr|b|bd[io]|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong
        |su[bp]|time|u|var|wbr|!--)(?![\w-])[^<>]*+>)
    | (?P<block><[a-zA-Z/!?][^<>]*+>)                           # divides, as a cell does
    | &(?:amp;)*+(?P<entity>\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31}(?=;));?
    | %(?P<escape>[0-9a-fA-F]{2})
    | \](?:\([^()\s]*+(?:\s[^()]*+)?\)|\[[^\[\]]*+\])           # the end of a link
    | (?<!\*)\*{1,3}(?!\*) | __ | ~~? | ` | \[ | \\(?=[!-/:-@\[-`{-~])
    """,
    re.VERBOSE,
)
_ANY_MARKUP = Pattern(r"[<&%\[\]*_~`\\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a reader sees it."""

    text: str
    offsets: Sequence[int] | None = None  # of its characters in what was read; None: all the same

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same characters in the text that was read."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def visible_characters(text: str) -> str:
    """As long as the text, with a NUL for each character that is not seen."""
    return text.translate(_VISIBLE)


def readings(text: str) -> Iterator[Reading]:
    """As it stands, and as it looks when its markup has been carried out."""
    visible = visible_characters(text)
    yield _without_gaps(visible)
    if _ANY_MARKUP.search(visible):
        rendered = _MARKUP.sub(_rendered, visible)
        if rendered != visible:
            yield _without_gaps(rendered)


def _without_gaps(visible: str) -> Reading:
    if _INVISIBLE not in visible:
        return Reading(visible)
    offsets = [offset for offset, char in enumerate(visible) if char != _INVISIBLE]
    return Reading(visible.replace(_INVISIBLE, ""), offsets)


def _rendered(markup: Match) -> str:
    """What is seen in its stead; as long as it was, so that all else keeps its place."""
    visible = _INVISIBLE
    if markup["block"]:
        visible = "|"
    elif entity := markup["entity"]:
        char = html.unescape(f"&{entity};")
        visible = _VISIBLE[ord(char)] if len(char) == 1 else "x"
    elif escape := markup["escape"]:
        code = int(escape, 16)
        visible = _VISIBLE[code] if code < 0x80 else "x"
    return visible + _INVISIBLE * (len(markup[0]) - 1)
