"""Two versions of a text -> what was kept, taken away and added, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word, a run of space, or one sign: joined, they are the text again.
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
MOST_PIECES = 4_000  # of what differs; beyond that all of it counts as replaced


class Fate(StrEnum):
    KEPT = "kept"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    fate: Fate
    text: str


def compared(before: str, after: str) -> tuple[Run, ...]:
    """Without what was added it is `before`, without what is gone it is `after`."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    was, became = old[start : len(old) - end], new[start : len(new) - end]
    runs: list[Run] = []
    _add(runs, "".join(old[:start]))
    gone = added = ""
    for kept, taken_away, put_in in _steps(was, became):
        if kept:
            _add(runs, gone=gone, added=added)
            _add(runs, kept)
            gone = added = ""
        gone, added = gone + taken_away, added + put_in
    _add(runs, gone=gone, added=added)
    _add(runs, "".join(old[len(old) - end :]))
    return tuple(runs)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pieces the two begin with in common."""
    alike = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        alike += 1
    return alike


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(kept, taken away, put in), one after the other; all three together are never there."""
    if len(old) + len(new) > MOST_PIECES:  # the matcher's time grows with the square of this
        yield "", "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for step, i, j, k, m in matcher.get_opcodes():
        was, became = "".join(old[i:j]), "".join(new[k:m])
        # A lone space kept between two changes would cut a sentence into crumbs.
        yield (was, "", "") if step == "equal" and was.strip() else ("", was, became)


def _add(runs: list[Run], kept: str = "", gone: str = "", added: str = "") -> None:
    if gone == added:
        kept, gone, added = kept + gone, "", ""
    for fate, text in ((Fate.KEPT, kept), (Fate.GONE, gone), (Fate.ADDED, added)):
        if text and runs and runs[-1].fate is fate is Fate.KEPT:
            runs[-1] = Run(fate, runs[-1].text + text)
        elif text:
            runs.append(Run(fate, text))


def shortened(runs: Sequence[Run], around: int = 80) -> tuple[Run, ...]:
    """The same with long kept runs cut down to what stands around a change."""
    last = len(runs) - 1
    return tuple(
        Run(run.fate, _cut(run.text, around, first=number == 0, last=number == last))
        if run.fate is Fate.KEPT
        else run
        for number, run in enumerate(runs)
    )


def _cut(text: str, around: int, *, first: bool, last: bool) -> str:
    head = "" if first else _to_a_word(text, around) + " "
    tail = "" if last else " " + _to_a_word(text[::-1], around)[::-1]
    cut = f"{head}…{tail}"
    return text if len(cut) >= len(text) else cut


def _to_a_word(text: str, length: int) -> str:
    return text[:length].rpartition(" ")[0] or text[:length]
