"""Which files a change of content may touch, of what kind, and how many must see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exempelbank.checks.example import IMAGE_SUFFIXES
from exempelbank.documents import LARGEST
from exempelbank.files.paths import CONFIG, CONTENT, MEDIA, SUBMISSIONS
from exempelbank.git.trees import LARGEST_IMAGE, Blob, FileChange
from exempelbank.i18n import _
from exempelbank.markdown_pages import BESIDE
from exempelbank.model.kinds import PUBLISHED, PUBLISHED_KINDS
from exempelbank.problems import Location, Problem
from exempelbank.records import mended_file_name
from exempelbank.review.gate.commits import Commits

# Lists of words. What a mark in them decides of consent is looked at by the gate itself.
_WORD_LISTS = re.compile(r"site_config/(vocabularies|municipalities)\.yml")
_SETTINGS_PATHS = re.compile(
    r"site_config/((?!(?i:reviewers|checklist|fields|texts|forge)\.yml)[^/]+(/[^/]+)?\.yml|letters/[^/]+\.md)"
)
_REVIEWED_FOLDERS = re.compile(rf"({SUBMISSIONS}|{'|'.join(kind.folder for kind in PUBLISHED)})/")
# Capitals only, or none: what import names after an id, and what people name.
_CONTENT_PATHS = re.compile(
    r"submissions/(newer/|approved/|trial_notes/)?[A-Z0-9-]+\.md"
    rf"|({'|'.join(kind.folder for kind in PUBLISHED_KINDS)})/[a-z0-9-]+\.md"
    r"|content/pages/([a-z0-9_-]+/)*[a-z0-9_-]+\.md"
    rf"|{MEDIA}/([A-Z0-9-]+|[a-z0-9][a-z0-9._-]*)({'|'.join(map(re.escape, IMAGE_SUFFIXES))})"
)
# Pictures and documents beside the pages written by hand.
_PAGE_FILES = re.compile(
    r"content/pages/([a-z0-9_-]+/)*[a-z0-9][a-z0-9._-]*"
    rf"({'|'.join(map(re.escape, BESIDE))})"
)
# Named in mkdocs.yml they are code: content can't bring them along.
_CODE_BESIDE_PAGES = re.compile(
    r"content/pages/([a-z0-9_-]+/)*[a-z0-9_-]+(\.min)?\.(css|m?js|html|txt|xml|json|webmanifest|ico)"
)


def check_paths(file_changes: list[FileChange], commits: Commits) -> Iterator[Problem]:
    for change in file_changes:
        if change.path.startswith(f"{CONFIG}/"):
            yield from _check_mode(change)
    if not any(_is_content(change.path) for change in file_changes):
        return
    for change in file_changes:
        if _is_content(change.path):
            yield from _check_content_path(change)
        elif not _WORD_LISTS.fullmatch(change.path):
            yield Problem(
                Location(change.path),
                _("can't be changed together with content"),
                _("Make it a change of its own."),
            )
    yield from _check_sizes(file_changes, commits)
    yield from _check_case(file_changes, commits)


def reviewers_needed(path: str) -> int:
    """How many confirmed reviewers must have seen a change of this file, by its name alone.

    What is reviewed, or has been, has rules of its own. Who may review, by which checklist, what
    must be told, by which words one says yes and approves, where tokens are sent, and the program
    that decides it are seen by two, as what they let through is.
    """
    if _REVIEWED_FOLDERS.match(path):
        return 0
    return 1 if _is_content(path) or _SETTINGS_PATHS.fullmatch(path) else 2


def _is_content(path: str) -> bool:
    if _CODE_BESIDE_PAGES.fullmatch(path):
        return False
    return path.startswith((f"{CONTENT}/", f"{SUBMISSIONS}/"))


def is_content_path(path: str) -> bool:
    """Is it where a record or a picture may stand?"""
    return bool(_CONTENT_PATHS.fullmatch(path))


def _check_mode(change: FileChange) -> Iterator[Problem]:
    if change.new and not change.is_ordinary:
        yield Problem(
            Location(change.path),
            _("is not an ordinary file (mode {mode})").format(mode=change.new.mode),
            _("A link, a program or another repository can't be content."),
        )


def _check_content_path(change: FileChange) -> Iterator[Problem]:
    if change.new is None:
        return
    if not change.is_ordinary:
        yield from _check_mode(change)
    elif _has_a_place(change.path):
        return
    elif _has_a_place(mended := _with_mended_name(change.path)):
        yield Problem(
            Location(change.path),
            _("the name of the file can't be an address"),
            _("Rename it, for example to {path}.").format(path=mended),
        )
    else:
        yield Problem(
            Location(change.path),
            _("has no place in the content"),
            _("Records end with .md and lie in their own folder; images lie in content/media."),
        )


def _has_a_place(path: str) -> bool:
    return bool(_CONTENT_PATHS.fullmatch(path) or _PAGE_FILES.fullmatch(path))


def _with_mended_name(path: str) -> str:
    return f"{path.rpartition('/')[0]}/{mended_file_name(path)}"


def _check_sizes(file_changes: Iterable[FileChange], commits: Commits) -> Iterator[Problem]:
    new = {
        change.path: change.new for change in file_changes if change.new and _has_size(change.new)
    }
    sizes = commits.sizes(new.values())
    for path, blob in new.items():
        is_shown = path.startswith(f"{MEDIA}/") or _PAGE_FILES.fullmatch(path)
        most = LARGEST_IMAGE if is_shown else LARGEST
        if sizes.get(blob.id, 0) > most:
            yield Problem(Location(path), _("is larger than {n} kB").format(n=most // 1000))


def _check_case(file_changes: Iterable[FileChange], commits: Commits) -> Iterator[Problem]:
    alike: dict[str, list[str]] = {}
    for path in commits.tree(commits.result) or ():
        alike.setdefault(path.casefold(), []).append(path)
    for change in file_changes:
        for other in alike[change.path.casefold()] if change.new else ():
            if other != change.path:
                yield Problem(
                    Location(change.path),
                    _("is the same file as {other} on computers that don't tell capitals").format(
                        other=other
                    ),
                    _("Give it another name."),
                )


def _has_size(blob: Blob) -> bool:
    return blob.mode != "160000"  # another repository has no size here
