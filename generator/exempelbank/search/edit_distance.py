"""A misspelt word and one that the reader may have meant -> how many edits lie between."""

from __future__ import annotations

# Letters that Swedish ears take for one another; å, ä and ö are folded before they come here.
SOUND_ALIKE = ("ea", "oa", "ck", "sc", "sz", "vw", "iy", "ij", "gj", "ou", "bp", "dt", "mn", "qk")
SIMILAR_PAIRS = {*SOUND_ALIKE, *(pair[::-1] for pair in SOUND_ALIKE)}
SLIGHT_COST = 0.7  # of an edit: a letter doubled or not, sounding alike, or swapped with the next


def edit_distance(written: str, intended: str, limit: float) -> float:
    """Letters added, lost, changed or swapped; anything above `limit` when there are more."""
    if abs(len(written) - len(intended)) > limit:
        return limit + 1
    second_last: list[float] = []
    last = [0.0]
    for j in range(len(intended)):
        last.append(last[-1] + _cost_of_letter(intended, j))
    for i, letter in enumerate(written):
        row = [last[0] + _cost_of_letter(written, i)]
        for j, other in enumerate(intended):
            change = 0 if letter == other else SLIGHT_COST if letter + other in SIMILAR_PAIRS else 1
            edits = min(
                last[j + 1] + _cost_of_letter(written, i),
                row[-1] + _cost_of_letter(intended, j),
                last[j] + change,
            )
            if i and j and letter == intended[j - 1] and written[i - 1] == other:
                edits = min(edits, second_last[j - 1] + SLIGHT_COST)
            row.append(edits)
        if min(row) > limit:
            return limit + 1
        second_last, last = last, row
    return last[-1]


def _cost_of_letter(word: str, at: int) -> float:
    """What it costs to have written or left out this letter."""
    return SLIGHT_COST if at and word[at] == word[at - 1] else 1
