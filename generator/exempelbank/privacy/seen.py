"""A text -> what a reader sees of it, and where in the text each of its characters stands.

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

_GONE = "\0"
_PLUS = "＋⁺₊﬩➕"
_DASH = "−⁻₋⁃ー─━˗﹘➖"  # besides those that Unicode counts as dashes
_BLANK = "ᅟᅠㅤﾠ⠀"  # letters and a sign that show nothing


def _sign(char: str) -> str:
    """One character as it is seen."""
    kind = unicodedata.category(char)
    if char.isascii():
        return " " if char in "\t\v\f\r" else _GONE if kind == "Cc" and char != "\n" else char
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
        return _GONE
    return "·" if kind[0] in "PS" else char


class _Signs(dict[int, str]):
    """Filled as characters are met: most of Unicode never is."""

    def __missing__(self, code: int) -> str:
        self[code] = sign = _sign(chr(code))
        return sign


_SIGNS = _Signs()

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
class Seen:
    text: str
    places: Sequence[int] | None = None  # None: nothing is left out

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same characters in the text that was read."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def signs_of(text: str) -> str:
    """As long as the text, with a NUL for each character that is not seen."""
    return text.translate(_SIGNS)


def readings(text: str) -> Iterator[Seen]:
    """As it stands, and as it looks when its markup has been carried out."""
    signs = signs_of(text)
    yield _without_gaps(signs)
    if _ANY_MARKUP.search(signs):
        carried_out = _MARKUP.sub(_carried_out, signs)
        if carried_out != signs:
            yield _without_gaps(carried_out)


def _without_gaps(signs: str) -> Seen:
    if _GONE not in signs:
        return Seen(signs)
    return Seen(
        signs.replace(_GONE, ""), [place for place, sign in enumerate(signs) if sign != _GONE]
    )


def _carried_out(found: Match) -> str:
    """What is seen in its stead; as long as it was, so that all else keeps its place."""
    seen = _GONE
    if found["block"]:
        seen = "|"
    elif entity := found["entity"]:
        char = html.unescape(f"&{entity};")
        seen = _SIGNS[ord(char)] if len(char) == 1 else "x"
    elif escape := found["escape"]:
        code = int(escape, 16)
        seen = _SIGNS[code] if code < 0x80 else "x"
    return seen + _GONE * (len(found[0]) - 1)
