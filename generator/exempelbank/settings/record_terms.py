"""Focus areas and networks -> the terms that they are, each by a file of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from exempelbank.model.content import FocusArea, Network
from exempelbank.problems import Problems
from exempelbank.records import load_records
from exempelbank.settings.vocabulary import Term

# By the name of the list.
MAKING_TERMS: Mapping[str, type[FocusArea] | type[Network]] = {
    "focus_areas": FocusArea,
    "networks": Network,
}


def terms_of_records(name: str, root: Path) -> Iterable[Term]:
    unheard = Problems()  # broken ones are the catalogue's to report
    for _document, record in load_records(MAKING_TERMS[name], root, unheard):
        yield Term(id=record.id, label=record.title, aliases=record.aliases, about=record.summary)


def damaged_records(name: str, root: Path, known: Container[str]) -> Mapping[str, str]:
    """By the id that each would have, its file."""
    kind = MAKING_TERMS[name]
    paths = sorted((root / kind.folder).glob("*.md"))
    return {one.stem: f"{kind.folder}/{one.name}" for one in paths if one.stem not in known}
