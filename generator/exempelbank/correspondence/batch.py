"""Everyone who waits for the same letter -> a letter for each, and the notes in their logs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from exempelbank.correspondence.receiver import all_contributions, where_it_came_in
from exempelbank.correspondence.sender_letter import ReadyLetter, build_letter, noted_in_log
from exempelbank.exceptions import NotMade
from exempelbank.i18n import N_, pgettext
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.templates import LetterTemplate
from exempelbank.problems import Problems
from exempelbank.review.repository import (
    StoredContribution,
    find_contribution,
    published,
    submissions,
)
from exempelbank.rules.log import APPROVALS
from exempelbank.rules.publication import state_on
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction

_LIST = N_("file", "letters.txt")


def letter_list_name() -> str:
    """Of the file that says to whom each letter of a folder goes."""
    return pgettext("file", _LIST)


@dataclass(frozen=True, slots=True)
class BatchLetter:
    stored: StoredContribution
    ready: ReadyLetter
    receiver: str  # the address, or in words how to find it


@dataclass(frozen=True, slots=True)
class Batch:
    letters: tuple[BatchLetter, ...]
    not_made: tuple[NotMade, ...]

    def as_files(self, folder: Path, settings: Settings, now: datetime) -> dict[Path, bytes | str]:
        """A draft for each, and a list of whom they are to. Nothing when there are no letters."""
        files: dict[Path, bytes | str] = {}
        for one in self.letters:
            files |= one.ready.as_files(folder / f"{one.stored.record.id}.eml", settings, now)
        if files:
            lines = (f"{one.stored.record.id}: {one.receiver}\n" for one in self.letters)
            files[folder / letter_list_name()] = "".join(lines)
        return files

    def as_notes(self, kind: LetterKind, by: str, now: datetime) -> Transaction:
        """In the log of each, that it was written."""
        noted = [noted_in_log(one.stored, kind, by, now) for one in self.letters]
        return Transaction(
            {document.path: document.text for document in noted},
            read={document.path: document.read for document in noted},
        )


def plan_batch(
    waiting: Sequence[StoredContribution],
    template: LetterTemplate,
    by: str,
    root: Path,
    settings: Settings,
    now: datetime,
) -> Batch:
    """One that can't be written keeps none of the others back."""
    known = all_contributions(root) if waiting else []
    letters, not_made = [], []
    for stored in waiting:
        try:
            ready = build_letter(stored, template, by, root, settings, now)
        except NotMade as why:
            not_made.append(why)
            continue
        receiver = ready.to or "; ".join(where_it_came_in(stored, known, settings))
        letters.append(BatchLetter(stored, ready, receiver))
    return Batch(tuple(letters), tuple(not_made))


def waiting_for(
    kind: LetterKind, root: Path, settings: Settings, today: date, problems: Problems
) -> Iterator[StoredContribution]:
    """Those in the state in which it is awaited, to whom it has not been written: of what is
    published, not since it was last approved.
    """
    known: list[StoredContribution] = [
        *submissions(root, problems, settings),
        *published(root, problems, settings),
    ]
    for stored in known:
        review = stored.record.review
        since_approval: list[str] = []
        for entry in review.log:
            since_approval = [] if entry.did in APPROVALS else [*since_approval, entry.did]
        if state_on(review, today) is kind.awaited_in and kind.deed not in since_approval:
            # Read once more, alone: a file that is written in must be known as it was read.
            found = find_contribution(root, stored.record.id, problems, settings)
            if found:
                yield found
