"""What the tool's own branches are called: "svar/" or "pausa/" and an id, and nothing that a sender
wrote.
"""

from __future__ import annotations

import re

PREFIX = "svar/"
_ID = r"[A-Z]{1,6}-\d{4}-[A-Z0-9]{1,12}"
# A number follows where an earlier branch of the same name is done with.
_OF_ONE = re.compile(rf"{PREFIX}(?P<id>{_ID})(-\d+)?")
_OF_PAUSE = re.compile(rf"pausa/(?P<id>{_ID})-\d+")
_OF_BATCH = re.compile(rf"{PREFIX}samling-[0-9a-f]{{8}}-\d+")


def is_id(name: str) -> bool:
    return bool(re.fullmatch(_ID, name))


def branch_of(id: str) -> str:
    return f"{PREFIX}{id}"


def batch_branch(digest: str, number: int) -> str:
    """Of a first load. `digest`: eight hex digits that the form always has."""
    return f"{PREFIX}samling-{digest}-{number}"


def is_response_branch(name: str) -> bool:
    return bool(_OF_ONE.fullmatch(name) or _OF_BATCH.fullmatch(name))


def pause_branch(id: str, comment: int) -> str:
    """`comment`: the number of the one that asks for it, so that a second run finds the first."""
    return f"pausa/{id}-{comment}"


def id_in_branch(name: str) -> str:
    """ "" of a first load, and of a branch that the tool has not named."""
    match = _OF_ONE.fullmatch(name) or _OF_PAUSE.fullmatch(name)
    return match["id"] if match else ""
