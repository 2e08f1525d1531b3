"""Main and the open branches, as they are shared -> what an import must know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from exempelbank.documents import Document
from exempelbank.git.trees import Trees
from exempelbank.i18n import _
from exempelbank.intake.known_records import KnownRecords, known_records_from
from exempelbank.problems import Location, Problems
from exempelbank.pull_requests.branches import BranchFile, ResponseBranch, holds_answers
from exempelbank.records import document_from_bytes


@dataclass(frozen=True)
class SharedProject:
    main: str  # a commit
    branches: tuple[ResponseBranch, ...]  # those that are open
    done: frozenset[str]  # names of branches that are there, and done with
    known: KnownRecords  # on main and in the branches
    trees: Trees

    def branch_with(self, id: str) -> ResponseBranch | None:
        """The open branch that holds a contribution with this id, or else a newer answer to it."""
        return self._homes.get(id)

    def is_open(self, name: str) -> bool:
        return any(branch.name == name for branch in self.branches)

    def has_file(self, path: str) -> bool:
        on_main = self.trees.blob_at(self.main, path) is not None
        return on_main or any(path in branch.changed for branch in self.branches)

    @cached_property
    def _homes(self) -> Mapping[str, ResponseBranch]:
        """The first of the contributions counts most, so it is put in last."""
        files = [(branch, file) for branch in reversed(self.branches) for file in branch.files]
        files.sort(key=lambda pair: not pair[1].is_newer_answer)
        return {_id(file): branch for branch, file in files}


def _id(file: BranchFile) -> str:
    """As the record calls itself: a published file is named otherwise."""
    return str(file.document.data.get("id") or file.id)


def shared_project(
    main: str,
    branches: tuple[ResponseBranch, ...],
    done: frozenset[str],
    trees: Trees,
    problems: Problems,
) -> SharedProject:
    """A file on main that can't be read is a problem: its response would be taken for a new one."""
    in_branches = [file.document for branch in branches for file in branch.files]
    keys = {_key(document) for document in in_branches}
    changed = {path for branch in branches for path in branch.changed}
    on_main = [
        document
        for document in _documents_on(main, trees, problems)
        if document.path not in changed or _key(document) not in keys
    ]
    known = known_records_from([*in_branches, *on_main])
    touched = {
        file.document.path for branch in branches if not branch.untouched for file in branch.files
    }
    records = tuple(
        replace(record, untouched=record.untouched and record.path not in touched)
        for record in known.records
    )
    _tell_of_doubles(branches, problems)
    return SharedProject(main, branches, done, replace(known, records=records), trees)


def _documents_on(main: str, trees: Trees, problems: Problems) -> Iterator[Document]:
    files = {
        path: blob
        for path, blob in (trees.tree(main) or {}).items()
        if blob.is_file and holds_answers(path)
    }
    contents = trees.bytes_of(files.values())
    for path, blob in files.items():
        if blob.id not in contents:
            problems.error(Location(path), _("is too large to be read"))
        elif document := document_from_bytes(path, contents[blob.id], problems):
            yield document


def _key(document: Document) -> str:
    source = document.data.get("source")
    return str(source.get("key", "")) if isinstance(source, dict) else ""


def _tell_of_doubles(branches: Iterable[ResponseBranch], problems: Problems) -> None:
    """A first load and another import at once may bring the same response in branches of different
    names.
    """
    first: dict[str, str] = {}
    for branch in branches:
        for file in branch.files:
            key = "" if file.is_newer_answer or file.is_published else _key(file.document)
            if key and (other := first.setdefault(key, branch.name)) != branch.name:
                problems.warning(
                    Location(file.document.path),
                    _("stands in two branches, {branch} and {other}").format(
                        branch=branch.name, other=other
                    ),
                    _("Close the pull request of one of them, or take the response out of it."),
                )
