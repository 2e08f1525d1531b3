"""A stranger's text -> the same text without what the eye can't see."""

from __future__ import annotations

import re

from exempelbank.intake import limits
from exempelbank.text.characters import REFUSED
from exempelbank.text.normalization import composed

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Marks of direction, zero width (but not the joiners that Persian and emoji need), soft hyphens,
# and most of what no file may hold.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARK = r"[\u0300-\u036f\u0489\u20d0-\u20ff]"
_PILED_MARKS = re.compile(rf"({_MARK}{{{limits.MARKS}}}){_MARK}+")
_MIXED = re.compile(
    r"[A-Za-zÀ-ɏ][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-zÀ-ɏ]"
)
_SPACES = re.compile(r"[^\S\n]+")
_SPACE_AT_END = re.compile(r"[^\S\n]\n")  # of a line


def lines(text: str) -> str:
    """Several lines, their breaks as they were."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", composed(text)))
    text = REFUSED.sub("", text)  # what no file may hold, whatever else is seen as unseen
    text = _PILED_MARKS.sub(r"\1", text).replace("\xa0", " ")
    if _SPACE_AT_END.search(text):
        text = "\n".join(map(str.rstrip, text.split("\n")))
    return text.strip()


def one_line(text: str) -> str:
    return _SPACES.sub(" ", lines(text).replace("\n", " ")).strip()


def holds_controls(text: str) -> bool:
    """What no keyboard writes: NUL, escape … but not the breaks that Word makes of lines."""
    return not text.isprintable() and bool(_CONTROLS.search(text))


def mixes_scripts(text: str) -> bool:
    """A word of both Latin and Greek or Cyrillic letters, as in look-alike addresses."""
    return not text.isascii() and bool(_MIXED.search(text))
