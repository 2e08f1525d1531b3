"""The branches at the shared repository -> those that hold responses under review, and how far
people have come in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from exempelbank.documents import Document
from exempelbank.files.paths import MEDIA, NEWER
from exempelbank.git.trees import FileChange, Trees
from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW, kind_at
from exempelbank.problems import Problems
from exempelbank.records import document_from_bytes
from exempelbank.rules.branch_names import PREFIX, is_response_branch
from exempelbank.rules.written_by_import import is_as_import_wrote_it

ALL_BRANCHES = f"{PREFIX}*"


@dataclass(frozen=True, slots=True)
class BranchFile:
    """A contribution in a branch, or a newer answer that lies beside it."""

    document: Document
    is_new: bool  # main had no such file when the branch left it

    @property
    def id(self) -> str:
        """By the name of the file, which import gives."""
        return self.document.stem

    @property
    def is_newer_answer(self) -> bool:
        return self.document.path.startswith(f"{NEWER}/")

    @property
    def is_published(self) -> bool:
        return kind_at(self.document.path) in PUBLISHED


@dataclass(frozen=True, slots=True)
class ResponseBranch:
    """`changed`: every path in which it differs from where it left main."""

    name: str
    tip: str
    files: tuple[BranchFile, ...]
    changed: frozenset[str]
    untouched: bool  # each commit is as import makes them, whoever it says that it is by


def holds_answers(path: str) -> bool:
    """Is it where a contribution stands, or a newer answer beside one?"""
    if not path.endswith(".md"):
        return False
    return path.startswith(f"{NEWER}/") or kind_at(path) in (*UNDER_REVIEW, *PUBLISHED)


def open_branches(
    heads: Mapping[str, str], main: str, trees: Trees
) -> tuple[tuple[ResponseBranch, ...], frozenset[str]]:
    """`heads`: branch -> commit. Those that have something that main (a commit) lacks; and the
    names of those that are done with, merged or joined into one commit.
    """
    ours = {name: tip for name, tip in heads.items() if is_response_branch(name)}
    changes = {name: _changes_in(tip, main, trees) for name, tip in ours.items()}
    # All at once, since git answers many questions as fast as one.
    trees.bytes_of(
        change.new
        for of_branch in changes.values()
        for change in of_branch
        if change.new and holds_answers(change.path)
    )
    found = [_open_branch(name, tip, changes[name], main, trees) for name, tip in ours.items()]
    still_open = tuple(branch for branch in found if branch)
    return still_open, frozenset(ours.keys() - {branch.name for branch in still_open})


def _changes_in(tip: str, main: str, trees: Trees) -> list[FileChange]:
    base = trees.merge_base(main, tip)
    return trees.changes_between(base, tip) if base else []


def _open_branch(
    name: str, tip: str, changes: list[FileChange], main: str, trees: Trees
) -> ResponseBranch | None:
    """None when it is done with."""
    if all(trees.blob_at(main, change.path) == change.new for change in changes):
        return None
    files = tuple(_files_in(changes, main, tip, trees))
    if _is_on_main(files, main, trees):
        return None
    changed = frozenset(change.path for change in changes)
    return ResponseBranch(name, tip, files, changed, _is_untouched(main, tip, trees))


def _files_in(
    changes: Iterable[FileChange], main: str, tip: str, trees: Trees
) -> Iterator[BranchFile]:
    for change in changes:
        if change.new is None or not holds_answers(change.path):
            continue
        if document := _last_readable(change, main, tip, trees):
            yield BranchFile(document, change.old is None)


def _last_readable(change: FileChange, main: str, tip: str, trees: Trees) -> Document | None:
    """What stands there; where someone has broken the file, what last could be read in the branch:
    it is still known whose answers it holds.
    """
    if document := _document_at(change, trees):
        return document
    for earlier in _changes_on(main, tip, trees):
        if earlier.path == change.path and (document := _document_at(earlier, trees)):
            return document
    return None


def _is_on_main(files: Iterable[BranchFile], main: str, trees: Trees) -> bool:
    """Has main all that the branch brought, though it does not know its commits?"""
    brought = {file.document.path for file in files if file.is_new and not file.is_newer_answer}
    return bool(brought) and brought <= (trees.tree(main) or {}).keys()


def _is_untouched(main: str, tip: str, trees: Trees) -> bool:
    """Names in git prove nothing, so it is what the commits hold that tells."""
    for commit, parents in trees.commits_between(main, tip):
        if len(parents) != 1:
            return False
        changes = trees.changes_between(parents[0], commit)
        written = {
            PurePosixPath(change.path).stem
            for change in changes
            if holds_answers(change.path)
            and (document := _document_at(change, trees))
            and is_as_import_wrote_it(document)
        }
        if not all(_is_of_import(change, written) for change in changes):
            return False
    return True


def _is_of_import(change: FileChange, written: set[str]) -> bool:
    """`written`: the ids whose files the same commit leaves as import writes them."""
    path = PurePosixPath(change.path)
    is_picture = str(path.parent) == MEDIA and path.suffix == ".jpg"
    return path.stem in written and (is_picture or holds_answers(change.path))


def _changes_on(main: str, tip: str, trees: Trees) -> Iterator[FileChange]:
    """The newest first."""
    for commit, parents in trees.commits_between(main, tip):
        for parent in parents:
            yield from trees.changes_between(parent, commit)


def _document_at(change: FileChange, trees: Trees) -> Document | None:
    if change.new is None or not change.is_ordinary:
        return None
    raw = trees.bytes_of([change.new]).get(change.new.id)
    return None if raw is None else document_from_bytes(change.path, raw, Problems())
