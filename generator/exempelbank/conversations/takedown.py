"""The names of branches that tell which example it is about."""

from __future__ import annotations

import re

_ID = r"([A-Z]{1,6}-\d{4}-[A-Z0-9]+)"
_ANSWERED = re.compile(rf"svar/{_ID}(-\d+)?")  # as import names them
_TAKEDOWN = re.compile(rf"pausa/{_ID}-\d+")


def example_of(branch: str) -> str:
    """The id of the contribution that a branch of the tool is about; empty when it tells none."""
    match = _ANSWERED.fullmatch(branch) or _TAKEDOWN.fullmatch(branch)
    return match.group(1) if match else ""


def takedown_branch(id: str, comment: str) -> str:
    """`comment`: "comment:345". One for each word, so that a second run finds the first."""
    return f"pausa/{id}-{comment.rpartition(':')[2]}"
