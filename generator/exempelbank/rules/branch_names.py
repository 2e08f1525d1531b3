"""What the branches of an import are called: "svar/" and an id, and nothing that a sender wrote."""

from __future__ import annotations

import re

PREFIX = "svar/"
ID = r"[A-Z]{1,6}-\d{4}-[A-Z0-9]{1,12}"
# A number follows where an earlier branch of the same name is done with.
_OF_ONE = re.compile(rf"{PREFIX}(?P<id>{ID})(-\d+)?")
_OF_BATCH = re.compile(rf"{PREFIX}samling-[0-9a-f]{{8}}-\d+")


def is_id(name: str) -> bool:
    return bool(re.fullmatch(ID, name))


def branch_of(id: str) -> str:
    return f"{PREFIX}{id}"


def batch_branch(digest: str, number: int) -> str:
    """Of a first load. `digest`: eight hex digits that the form always has."""
    return f"{PREFIX}samling-{digest}-{number}"


def is_response_branch(name: str) -> bool:
    return bool(_OF_ONE.fullmatch(name) or _OF_BATCH.fullmatch(name))


def id_in_branch(name: str) -> str:
    """ "" of a first load, and of a branch that import has not named."""
    match = _OF_ONE.fullmatch(name)
    return match["id"] if match else ""
