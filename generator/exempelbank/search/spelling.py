"""How far a misspelt word lies from one that the reader may have meant."""

from __future__ import annotations

# Letters that Swedish ears take for one another; å, ä and ö are folded before they come here.
SOUND_ALIKE = ("ea", "oa", "ck", "sc", "sz", "vw", "iy", "ij", "gj", "ou", "bp", "dt", "mn", "qk")
ALIKE = {*SOUND_ALIKE, *(pair[::-1] for pair in SOUND_ALIKE)}
SLIGHT = 0.7  # of an edit: a letter doubled or not, sounding alike, or swapped with the next


def distance(written: str, meant: str, most: int) -> float:
    """Letters added, lost, changed or swapped; anything above `most` when there are more."""
    if abs(len(written) - len(meant)) > most:
        return most + 1
    before: list[float] = []
    last = [0.0]
    for j in range(len(meant)):
        last.append(last[-1] + _single(meant, j))
    for i, letter in enumerate(written):
        row = [last[0] + _single(written, i)]
        for j, other in enumerate(meant):
            same = 0 if letter == other else SLIGHT if letter + other in ALIKE else 1
            edits = min(
                last[j + 1] + _single(written, i), row[-1] + _single(meant, j), last[j] + same
            )
            if i and j and letter == meant[j - 1] and written[i - 1] == other:
                edits = min(edits, before[j - 1] + SLIGHT)
            row.append(edits)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _single(word: str, at: int) -> float:
    """What it costs to have written or left out this letter."""
    return SLIGHT if at and word[at] == word[at - 1] else 1
