"""Two versions of a text -> their diff: what was kept, removed and added, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word, a run of space, or one sign: joined, they are the text again.
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST_TOKENS = 4_000  # of what differs; beyond that all of it counts as replaced


class DiffOp(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class DiffRun:
    op: DiffOp
    text: str


def word_diff(before: str, after: str) -> tuple[DiffRun, ...]:
    """Without what was added it is `before`, without what was removed it is `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    start = _shared_prefix(old, new)
    end = _shared_prefix(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    runs: list[DiffRun] = []
    _add(runs, "".join(old[:start]))
    removed = added = ""
    for unchanged, taken_away, put_in in _edits(old_middle, new_middle):
        if unchanged:
            _add(runs, removed=removed, added=added)
            _add(runs, unchanged)
            removed = added = ""
        removed, added = removed + taken_away, added + put_in
    _add(runs, removed=removed, added=added)
    _add(runs, "".join(old[len(old) - end :]))
    return tuple(runs)


def _shared_prefix(old: Sequence[str], new: Sequence[str]) -> int:
    """How many tokens the two begin with in common."""
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(kept, removed, added), one after the other; all three together are never there."""
    if len(old) + len(new) > MOST_TOKENS:  # the matcher's time grows with the square of this
        yield "", "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        before, after = "".join(old[i:j]), "".join(new[k:m])
        # A lone space kept between two changes would cut a sentence into crumbs.
        yield (before, "", "") if tag == "equal" and before.strip() else ("", before, after)


def _add(runs: list[DiffRun], unchanged: str = "", removed: str = "", added: str = "") -> None:
    if removed == added:
        unchanged, removed, added = unchanged + removed, "", ""
    for op, text in ((DiffOp.KEPT, unchanged), (DiffOp.REMOVED, removed), (DiffOp.ADDED, added)):
        if text and runs and runs[-1].op is op is DiffOp.KEPT:
            runs[-1] = DiffRun(op, runs[-1].text + text)
        elif text:
            runs.append(DiffRun(op, text))


def shortened(runs: Sequence[DiffRun], context: int = 80) -> tuple[DiffRun, ...]:
    """The same with long kept runs cut down to what stands around a change: `context` is how many
    characters on each side.
    """
    last = len(runs) - 1
    return tuple(
        DiffRun(run.op, _cut(run.text, context, first=number == 0, last=number == last))
        if run.op is DiffOp.KEPT
        else run
        for number, run in enumerate(runs)
    )


def _cut(text: str, context: int, *, first: bool, last: bool) -> str:
    head = "" if first else _whole_words(text, context) + " "
    tail = "" if last else " " + _whole_words(text[::-1], context)[::-1]
    cut = f"{head}…{tail}"
    return text if len(cut) >= len(text) else cut


def _whole_words(text: str, length: int) -> str:
    return text[:length].rpartition(" ")[0] or text[:length]
