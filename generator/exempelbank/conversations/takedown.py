"""The names of branches that tell which example it is about."""

from __future__ import annotations

import re

from exempelbank.rules.branch_names import ID, id_in_branch

_TAKEDOWN = re.compile(rf"pausa/({ID})-\d+")


def example_of(branch: str) -> str:
    """The id of the contribution that a branch of the tool is about; empty when it tells none."""
    match = _TAKEDOWN.fullmatch(branch)
    return match[1] if match else id_in_branch(branch)


def takedown_branch(id: str, comment: str) -> str:
    """`comment`: "comment:345". One for each word, so that a second run finds the first."""
    return f"pausa/{id}-{comment.rpartition(':')[2]}"
