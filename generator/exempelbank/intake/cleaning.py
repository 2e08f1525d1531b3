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
_TURNING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
_REPLACEMENT = "\ufffd"
_MARK = r"[\u0300-\u036f\u0489\u20d0-\u20ff]"
_PILED_MARKS = re.compile(rf"({_MARK}{{{limits.MARKS}}}){_MARK}+")
_MIXED = re.compile(
    r"[A-Za-zÀ-ɏ][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-zÀ-ɏ]"
)
_SPACES = re.compile(r"[^\S\n]+")
_SPACE_AT_END = re.compile(r"[^\S\n]\n")  # of a line


def without_unseen(text: str) -> str:
    """And with one kind of line end. Most texts hold nothing of it, and that is quickly seen."""
    text = text.replace("\r\n", "\n")
    if _is_all_seen(text):
        return text
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return REFUSED.sub("", text)  # what no file may hold, whatever else is seen as unseen


def _is_all_seen(text: str) -> bool:
    return text.isprintable() or text.replace("\n", "").isprintable()


def lines(text: str) -> str:
    """Several lines, their breaks as they were."""
    text = without_unseen(text)
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _PILED_MARKS.sub(r"\1", composed(text)).replace("\xa0", " ")
    if _SPACE_AT_END.search(text):
        text = "\n".join(map(str.rstrip, text.split("\n")))
    return text.strip()


def one_line(text: str) -> str:
    return _SPACES.sub(" ", lines(text).replace("\n", " ")).strip()


def holds_controls(text: str) -> bool:
    """What no keyboard writes: NUL, escape, half an emoji … but not the breaks that Word makes."""
    return any(sign not in _TURNING for sign in _refused(text))


def turns_text(text: str) -> bool:
    """What shows the text around it in the other direction."""
    return not _TURNING.isdisjoint(_refused(text))


def holds_odd_characters(text: str) -> bool:
    """Any of those that are asked for above and below; seldom, and soon answered."""
    return has_lost_characters(text) or not _is_all_seen(text.replace("\r", ""))


def has_lost_characters(text: str) -> bool:
    return _REPLACEMENT in text


def _refused(text: str) -> list[str]:
    return [] if _is_all_seen(text) else REFUSED.findall(_LINE_ENDS.sub("", text))


def mixes_scripts(text: str) -> bool:
    """A word of both Latin and Greek or Cyrillic letters, as in look-alike addresses."""
    return not text.isascii() and bool(_MIXED.search(text))
