"""One file of content/ -> what may be shown of it, and what is wrong in it.

A published example in which something is wrong keeps its address, and says nothing there.

Nothing is looked at but the bytes, their path and the settings, so the same always give the same:
what was read may be kept. What binds files together is seen to in `load`.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from exempelbank.catalogue.learning_example import (
    HiddenExample,
    LearningExample,
    changed_on,
    public_example_from,
    refused_example,
    unreadable_example,
)
from exempelbank.catalogue.public_trial_note import (
    HiddenTrialNote,
    PublicTrialNote,
    public_trial_note_from,
)
from exempelbank.checks import check_record, is_reserved, privacy_checked_at_approval
from exempelbank.model.content import ContentRecord, Initiative
from exempelbank.model.submission import Published, PublishedExample, PublishedTrialNote
from exempelbank.problems import Problem, Problems
from exempelbank.records import record_in
from exempelbank.rules.measurements import without_small_groups
from exempelbank.settings import Settings
from exempelbank.text.normalization import is_slug

Kind = type[Published] | type[ContentRecord]
Public = LearningExample | PublicTrialNote
Hidden = HiddenExample | HiddenTrialNote
Shown = Public | Hidden | ContentRecord


class FileToRead(NamedTuple):
    kind: Kind
    path: str  # from the project; the name of the file becomes the slug of an example
    raw: bytes


class ReadFile(NamedTuple):
    shown: Shown | None  # none when an error keeps it from being shown, and it has no address
    problems: tuple[Problem, ...] = ()


def read_file(settings: Settings, file: FileToRead) -> ReadFile:
    problems = Problems()
    shown: Shown | None = None
    if found := record_in(*file, problems, settings):
        document, record = found
        hidden = isinstance(record, Published) and not record.review.state.public
        check_record(document, record, settings, problems, privacy=not _has_checked_privacy(record))
        if problems.errors and not hidden:
            shown = _refused(record, document.stem, settings)
        elif isinstance(record, PublishedExample):
            shown = public_example_from(record, document.stem)
        elif isinstance(record, PublishedTrialNote):
            shown = public_trial_note_from(record)
        elif isinstance(record, Initiative):
            shown = without_small_groups(record)
        elif isinstance(record, ContentRecord):
            shown = record
    elif file.kind is PublishedExample and _is_address(name := Path(file.path).stem, settings):
        shown = unreadable_example(file.raw, name)
    return ReadFile(shown, tuple(problems))


def _refused(
    record: Published | ContentRecord, name: str, settings: Settings
) -> HiddenExample | HiddenTrialNote | None:
    if isinstance(record, PublishedExample) and _is_address(name, settings):
        return refused_example(record, name)
    if isinstance(record, PublishedTrialNote):
        return HiddenTrialNote(record.id, changed_on(record.review))
    return None


def _is_address(name: str, settings: Settings) -> bool:
    return is_slug(name) and not is_reserved(name, settings)


def _has_checked_privacy(record: Published | ContentRecord) -> bool:
    """Have the privacy rules been run on it, when two approved it? What is hidden says nothing."""
    return isinstance(record, Published) and (
        not record.review.state.public or privacy_checked_at_approval(record)
    )
