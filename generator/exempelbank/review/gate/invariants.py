"""What is never lost, and never altered: names, origin, addresses, the log; and how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exempelbank.files.paths import MEDIA
from exempelbank.git.trees import FileChange
from exempelbank.i18n import _
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published, Source, UnderReview
from exempelbank.problems import Location, Problems
from exempelbank.review.gate.change_set import ChangeSet
from exempelbank.review.gate.forge_verifier import ForgeVerifier
from exempelbank.review.repository import StoredContribution, published
from exempelbank.review.transitions import NEEDS_REASON
from exempelbank.rules.erasure import is_erased, without_notes


def check_removal(
    before: StoredContribution, change_set: ChangeSet, verifier: ForgeVerifier, problems: Problems
) -> None:
    example, place = before.record, Location(before.document.path)
    if isinstance(example, Published) and (example.review.state is not ReviewState.WITHDRAWN):
        problems.error(
            place,
            _("a published example is never taken away or renamed"),
            _("Put the file back. To hide it: exempelbank pause {id}, or withdraw.").format(
                id=example.id
            ),
        )
    elif isinstance(example, Published) or example.revises not in change_set.approved_ids:
        change = change_set.change_of[before.document.path]
        verifier.check_one_reviewer(place, change, "", problems)  # erased, at its sender's wish


def check_stays_published(
    before: StoredContribution, after: StoredContribution, problems: Problems
) -> None:
    """A published example stays published, at its address."""
    if not isinstance(before.record, Published):
        return
    if isinstance(after.record, UnderReview):
        problems.error(
            after.document.location("review", "state"),
            _("a published example can't go back to the queue"),
            _("Put it back in {folder}, and pause it.").format(folder=before.record.folder),
        )
    elif before.document.path != after.document.path:
        problems.error(
            Location(after.document.path), _("the address of a published example is never changed")
        )


def check_source_unchanged(
    origins: Sequence[StoredContribution],
    after: StoredContribution,
    exactly: bool,
    problems: Problems,
) -> None:
    """`origins`: the same example earlier, and the submission whose text it may have taken.
    `exactly`: what import writes of an edited answer too.
    """
    changes = [
        _changed_origin_fields(origin, after, exactly)
        for origin in origins
        if origin.record.review.state is not ReviewState.LEAD  # it takes on that of its answer
    ]
    for name in changes[-1] if changes and all(changes) else ():
        problems.error(
            after.document.location("source", name),
            _("says where the example came from, and is never changed"),
            _("Put back what stood there."),
        )


def check_unbound_images(
    root: Path, file_changes: Sequence[FileChange], problems: Problems
) -> None:
    """A picture that no approval has bound stays as it is at the base."""
    image_paths = {change.path for change in file_changes if change.path.startswith(f"{MEDIA}/")}
    for stored in published(root, Problems()) if image_paths else ():
        image_file, bound = stored.record.image_file, stored.record.review.hash_version > 1
        if image_file and not bound and f"{MEDIA}/{image_file}" in image_paths:
            problems.error(
                stored.document.location("image", "file"),
                _("the picture has been changed, and nobody has approved the change"),
                _("Approve it as a new version: exempelbank approve {id} --help shows how.").format(
                    id=stored.record.id
                ),
            )


def check_takedown(
    after: StoredContribution,
    new_entries: tuple[LogEntry, ...],
    change: FileChange,
    verifier: ForgeVerifier,
    problems: Problems,
) -> None:
    """One reviewer may do it at once, and says in the log that they did."""
    state, place = after.record.review.state, after.document.location("review", "log")
    entry = next((entry for entry in reversed(new_entries) if entry.did == state), None)
    if entry is None:
        problems.error(
            place,
            _("the log does not say who made it “{state}”").format(state=state.label),
            _("Use the commands pause, withdraw, archive or set-state, which write it."),
        )
        return
    if state in NEEDS_REASON and not entry.note.strip():
        problems.error(place, _("the reason is missing"))
    paused = entry if state is ReviewState.PAUSED else None
    verifier.check_one_reviewer(place, change, entry.by, problems, paused, after.record.id)


def _changed_origin_fields(
    origin: StoredContribution, after: StoredContribution, exactly: bool
) -> list[str]:
    old, new = origin.record.source, after.record.source
    names = (
        Source.model_fields
        if exactly
        else ("dialect", "form", "recorded_by", "key", "submitted_at")
    )
    unset = () if exactly else ("", None)
    return [name for name in names if getattr(old, name) not in (*unset, getattr(new, name))]


def added_log_entries(
    before: StoredContribution | None, after: StoredContribution, problems: Problems
) -> tuple[LogEntry, ...]:
    """What the change has added to the log; it begins anew when the example is published."""
    if before is None or not isinstance(before.record, type(after.record)):
        return after.record.review.log
    old, new = before.record.review.log, after.record.review.log
    if is_erased(after.record) and new[: len(old)] == without_notes(old):
        return new[len(old) :]
    if new[: len(old)] != old:
        problems.error(
            after.document.location("review", "log"),
            _("the log has been rewritten, and it may only grow"),
            _("Put back what stood there, and add what is new below."),
        )
    return new[len(old) :]
