"""What is never lost, and never altered: names, origin, addresses, the log."""

from __future__ import annotations

from generator.model.review import LogEntry, ReviewState
from generator.model.submission import PublishedExample, Submission
from generator.problems import Place, Problems
from generator.review.desk import AnyFiled
from generator.review.gate.witness import Witness
from generator.texts import _


def check_loss(before: AnyFiled, published: set[str], witness: Witness, problems: Problems) -> None:
    example, place = before.example, Place(before.document.path)
    if isinstance(example, Submission):
        if example.revises not in published:
            witness.one_reviewer(place, "", problems)  # erased at its sender's wish
    elif example.review.state is not ReviewState.WITHDRAWN:
        problems.error(
            place,
            _("a published example is never taken away or renamed"),
            _("Put the file back. To hide it: exempelbank pause {id}, or withdraw.").format(
                id=example.id
            ),
        )


def check_frozen(before: AnyFiled, after: AnyFiled, problems: Problems) -> None:
    old, new, document = before.example, after.example, after.document
    if isinstance(old, PublishedExample):
        if isinstance(new, Submission):
            problems.error(
                document.place("review", "state"),
                _("a published example can't go back to the queue"),
                _("Put it back in content/examples, and pause it."),
            )
        elif before.document.path != document.path:
            problems.error(
                Place(document.path), _("the address of a published example is never changed")
            )
    if isinstance(old, type(new)):
        for name in ("dialect", "form", "key", "submitted_at"):
            was, is_now = getattr(old.source, name), getattr(new.source, name)
            if was and was != is_now and not _takes_a_revision(new):
                problems.error(
                    document.place("source", name),
                    _("says where the example came from, and is never changed"),
                    _("Put back what stood there."),
                )


def _takes_a_revision(example: Submission | PublishedExample) -> bool:
    """A revision brings the source of the newer answer."""
    return isinstance(example, PublishedExample) and example.review.version > 1


def new_log(before: AnyFiled | None, after: AnyFiled, problems: Problems) -> tuple[LogEntry, ...]:
    """What the change has added to the log; it begins anew when the example is published."""
    if before is None or not isinstance(before.example, type(after.example)):
        return after.example.review.log
    old, new = before.example.review.log, after.example.review.log
    if new[: len(old)] != old:
        problems.error(
            after.document.place("review", "log"),
            _("the log has been rewritten, and it may only grow"),
            _("Put back what stood there, and add what is new below."),
        )
    return new[len(old) :]
