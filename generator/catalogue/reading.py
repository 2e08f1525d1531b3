"""One file of content/ -> what may be shown of it, and what is wrong in it.

Nothing is looked at but the bytes and the settings, so the same always give the same, and whoever
remembers what was read need not read it again. What binds files together is seen to in `load`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.catalogue.learning_example import HiddenExample, LearningExample, shown_from
from generator.checks import check_record
from generator.model.content import ContentRecord
from generator.model.submission import PublishedExample
from generator.problems import Problem, Problems
from generator.records import record_in
from generator.settings import Settings

Kind = type[PublishedExample] | type[ContentRecord]
Shown = LearningExample | HiddenExample | ContentRecord


@dataclass(frozen=True, slots=True)
class ReadFile:
    shown: Shown | None  # none when an error keeps it from being shown
    problems: tuple[Problem, ...] = ()


class Reader(Protocol):
    """`read_file`, or one that remembers."""

    def __call__(self, kind: Kind, path: str, raw: bytes, settings: Settings) -> ReadFile: ...


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
    return ReadFile(shown, tuple(problems))
