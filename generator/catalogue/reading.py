"""One file of content/ -> what may be shown of it, and what is wrong in it.

Nothing is looked at but the bytes and the settings, so the same always give the same, and whoever
remembers what was read need not read it again. What binds files together is seen to in `load`.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.learning_example import HiddenExample, LearningExample, shown_from
from generator.checks import check_record
from generator.documents import Refused, raw_of
from generator.fingerprints import fingerprint
from generator.memory import Memory
from generator.model.content import ContentRecord
from generator.model.submission import PublishedExample
from generator.problems import Place, Problem, Problems
from generator.records import record_in
from generator.settings import Settings

Kind = type[PublishedExample] | type[ContentRecord]
Shown = LearningExample | HiddenExample | ContentRecord


class ReadFile(NamedTuple):
    mark: bytes  # changes when the file does, or its name
    shown: Shown | None  # none when an error keeps it from being shown
    problems: tuple[Problem, ...] = ()


def read_file(kind: Kind, path: str, raw: bytes, settings: Settings) -> ReadFile:
    """`path` is from the project; the name of the file becomes the slug of an example."""
    problems = Problems()
    shown: Shown | None = None
    if found := record_in(kind, path, raw, problems):
        document, record = found
        check_record(document, record, settings, problems)
        if problems.errors:
            pass
        elif isinstance(record, PublishedExample):
            shown = shown_from(record, document.stem)
        else:
            shown = record
    return ReadFile(_mark(path, fingerprint(raw)), shown, tuple(problems))


@dataclass
class Reader:
    """Reads what has changed, and remembers the rest."""

    root: Path
    settings: Settings
    memory: Memory

    def __post_init__(self) -> None:
        self._kept = dict(self.memory.shelf("records").items())

    def read(self, kind: Kind, path: str) -> ReadFile:
        shelf = self.memory.shelf("records")
        known = self.memory.mark(path)
        if known and (kept := self._kept.pop(_mark(path, known), None)):
            found: ReadFile = pickle.loads(kept)
        else:
            try:
                raw = raw_of(self.root / path)
            except Refused as why:
                return ReadFile(b"", None, (Problem(Place(path), why.says, why.fix),))
            found = read_file(kind, path, raw, self.settings)
            if not found.problems:  # these quote the file, and what is kept must hold no secret
                shelf[found.mark] = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        return found

    def forget_the_rest(self) -> None:
        """Only what this reader has not asked for: the rest was made of files that are no more."""
        shelf = self.memory.shelf("records")
        for mark in self._kept:
            del shelf[mark]


def _mark(path: str, content: bytes) -> bytes:
    return fingerprint(path.encode(), content)
