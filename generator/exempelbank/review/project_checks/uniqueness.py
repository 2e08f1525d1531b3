"""What must be alone: ids, addresses, answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from exempelbank.i18n import _
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.review.project_records import Library
from exempelbank.review.repository import AnyFiled


def check_names(library: Library, problems: Problems) -> None:
    examples: list[AnyFiled] = [*library.published, *library.submissions]
    for filed, first in _twins(examples, lambda filed: filed.example.id):
        problems.error(
            filed.document.location("id"),
            _("{id} is the id of {other} too").format(
                id=filed.example.id, other=first.document.path
            ),
            _("Give one of them an id of its own, or take one away."),
        )
    for filed, first in _twins(examples, _changes):
        problems.warning(
            filed.document.location("revises"),
            _("{other} proposes to change {id} too").format(
                id=_changes(filed), other=first.document.path
            ),
            _("Join the two, or decline one."),
        )
    for filed, first in _twins(examples, _answer):
        problems.warning(
            filed.document.location("source", "key"),
            _("comes from the same answer as {other}").format(other=first.document.path),
            _("Decline one of them, or say with revises: which example it changes."),
        )


def _twins(
    examples: Iterable[AnyFiled], name: Callable[[AnyFiled], str]
) -> Iterator[tuple[AnyFiled, AnyFiled]]:
    """(the later, the first) of those that share a name."""
    first: dict[str, AnyFiled] = {}
    for filed in examples:
        if key := name(filed):
            if key in first:
                yield filed, first[key]
            first.setdefault(key, filed)


def _changes(filed: AnyFiled) -> str:
    return (isinstance(filed.example, Submission) and filed.example.revises) or ""


def _answer(filed: AnyFiled) -> str:
    """The key of the answer; a revision shares its example's, and is left out."""
    return "" if _changes(filed) else filed.example.source.key
