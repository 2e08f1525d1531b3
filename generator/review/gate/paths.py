"""Which files a change of content may touch, and of what kind they may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.documents import LARGEST
from generator.problems import Place, Problem
from generator.review.gate.commits import FILE, Blob, Changed, Commits
from generator.texts import _

LARGEST_IMAGE = 10_000_000  # bytes

# Lists of words; nothing in them changes how the program works or who may review.
_WORDS = re.compile(r"site_config/(vocabularies|municipalities)\.yml")
# Capitals only, or none: two names that differ in nothing else would be one file on some computers.
_CONTENT = re.compile(
    r"submissions/[A-Z0-9-]+\.md"
    r"|content/(examples|news|events|networks|focus_areas|tips|initiatives)/[a-z0-9-]+\.md"
    r"|content/pages/([a-z0-9_-]+/)*[a-z0-9_-]+\.md"
    r"|content/media/[a-z0-9._-]+\.(jpe?g|png|webp)"
)


def of_paths(changed: list[Changed], commits: Commits) -> Iterator[Problem]:
    if not any(_is_content(change.path) for change in changed):
        return  # A change of the program alone; it has reviewers and tests of its own.
    for change in changed:
        if _is_content(change.path):
            yield from _of_content(change)
        elif not _WORDS.fullmatch(change.path):
            yield Problem(
                Place(change.path),
                _("can't be changed together with content"),
                _("Make it a change of its own."),
            )
    yield from _of_sizes(changed, commits)


def _is_content(path: str) -> bool:
    return path.startswith(("content/", "submissions/"))


def _of_content(change: Changed) -> Iterator[Problem]:
    if change.new is None:
        return
    if change.new.mode != FILE:
        yield Problem(
            Place(change.path),
            _("is not an ordinary file (mode {mode})").format(mode=change.new.mode),
            _("A link, a program or another repository can't be content."),
        )
    elif not _CONTENT.fullmatch(change.path):
        yield Problem(
            Place(change.path),
            _("has no place in the content"),
            _("Records end with .md and lie in their own folder; images lie in content/media."),
        )


def _of_sizes(changed: Iterable[Changed], commits: Commits) -> Iterator[Problem]:
    new = {change.path: change.new for change in changed if change.new and _is_blob(change.new)}
    sizes = commits.sizes(new.values())
    for path, blob in new.items():
        most = LARGEST_IMAGE if path.startswith("content/media/") else LARGEST
        if sizes.get(blob.id, 0) > most:
            yield Problem(Place(path), _("is larger than {n} kB").format(n=most // 1000))


def _is_blob(blob: Blob) -> bool:
    return blob.mode != "160000"  # another repository has no size here
