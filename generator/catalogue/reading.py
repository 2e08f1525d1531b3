"""One file of content/ -> what may be shown of it, and what is wrong in it.

Nothing is looked at but the bytes and the settings, so the same always give the same, and whoever
remembers what was read need not read it again. What binds files together is seen to in `load`.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.learning_example import HiddenExample, LearningExample, shown_from
from generator.checks import check_record, held_to_privacy
from generator.documents import Refused, raw_of
from generator.fingerprints import fingerprint, of_value
from generator.memory import Memory
from generator.model.content import ContentRecord
from generator.model.submission import PublishedExample
from generator.problems import Place, Problem, Problems
from generator.records import record_in
from generator.settings import Settings

Kind = type[PublishedExample] | type[ContentRecord]
IN_A_DRAWER = 64  # files; with more, each change packs more anew
Shown = LearningExample | HiddenExample | ContentRecord


class ReadFile(NamedTuple):
    mark: bytes  # changes when the file does, or its name
    face: bytes  # changes when anything does that others show of it
    shown: Shown | None  # none when an error keeps it from being shown
    problems: tuple[Problem, ...] = ()


Drawer = tuple[ReadFile, ...]


def read_file(kind: Kind, path: str, raw: bytes, settings: Settings) -> ReadFile:
    """`path` is from the project; the name of the file becomes the slug of an example."""
    problems = Problems()
    shown: Shown | None = None
    if found := record_in(kind, path, raw, problems):
        document, record = found
        hidden = isinstance(record, PublishedExample) and not record.review.state.public
        check_record(document, record, settings, problems, privacy=not _is_held(record))
        if problems.errors and not hidden:
            pass
        elif isinstance(record, PublishedExample):
            shown = shown_from(record, document.stem)
        else:
            shown = record
    mark = _mark(path, fingerprint(raw))
    face = of_value(shown.face) if isinstance(shown, LearningExample) else mark
    return ReadFile(mark, face, shown, tuple(problems))


def _is_held(record: PublishedExample | ContentRecord) -> bool:
    """Have the privacy rules been run on it, when two approved it? What is hidden says nothing."""
    return isinstance(record, PublishedExample) and (
        not record.review.state.public or held_to_privacy(record)
    )


@dataclass
class Reader:
    """Reads what has changed, and remembers the rest.

    What was read lies in drawers of many files: what they have in common, as the names of fields,
    is then read back once for all of them, which takes half as long. A drawer is kept for as long
    as everything in it is; of any other, what is still there moves to a new one.
    """

    root: Path
    settings: Settings
    memory: Memory

    def __post_init__(self) -> None:
        kept = self.memory.shelf("records").items()
        self._drawers: dict[bytes, Drawer] = {key: pickle.loads(raw) for key, raw in kept}
        self._known = {one.mark: one for drawer in self._drawers.values() for one in drawer}
        self._read: dict[bytes, ReadFile] = {}

    def read(self, kind: Kind, path: str) -> ReadFile:
        content = self.memory.mark(path)
        found = self._known.get(_mark(path, content)) if content else None
        if not found:
            try:
                raw = raw_of(f"{self.root}/{path}")
            except Refused as why:
                return ReadFile(b"", b"", None, (Problem(Place(path), why.says, why.fix),))
            found = read_file(kind, path, raw, self.settings)
        if not found.problems:  # these quote the file, and what is kept must hold no secret
            self._read[found.mark] = found
        return found

    def remember(self) -> None:
        """What this reader has been asked for, and no more."""
        shelf, now, loose = self.memory.shelf("records"), set(), dict(self._read)
        for key, drawer in self._drawers.items():
            if len(drawer) == IN_A_DRAWER and all(one.mark in loose for one in drawer):
                now.add(key)
                for one in drawer:
                    del loose[one.mark]
        rest = iter(loose.values())
        while drawer := tuple(islice(rest, IN_A_DRAWER)):
            key = fingerprint(*(one.mark for one in drawer))
            now.add(key)
            if key not in self._drawers:
                shelf[key] = pickle.dumps(drawer, pickle.HIGHEST_PROTOCOL)
        for key in self._drawers.keys() - now:
            del shelf[key]


def _mark(path: str, content: bytes) -> bytes:
    return fingerprint(path.encode(), content)
