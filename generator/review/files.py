"""Accidents of a repository, before anything is read as a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Refused, document_from, text_of
from generator.ignored import is_ignored
from generator.problems import Place, Problem, Problems, Severity
from generator.review.library import FOLDERS, MEDIA, PAGES
from generator.settings import Settings
from generator.texts import _

INBOX = "submissions/inbox"  # exports as they came: ignored by git, and by us
NEWER = "submissions/newer"  # where import lays what a form has said since someone edited
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)

# The parts of the site whose pages come from records.
MADE = (
    "examples",
    "focus_areas",
    "networks",
    "news",
    "events",
    "tips",
    "municipalities",
    "initiatives",
)


def check_files(root: Path, settings: Settings, problems: Problems) -> None:
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*")):
            problems.found += _of_record_file(path, root)
    for path in sorted((root / PAGES).rglob("*.md")):
        if not is_ignored(path.relative_to(root / PAGES)):
            problems.found += _of_page(path, root, settings)
    for folder in (PAGES, MEDIA):
        problems.found += _of_ignored(folder, root)


def _of_record_file(path: Path, root: Path) -> Iterator[Problem]:
    name = path.relative_to(root).as_posix()
    if path.name.startswith(".") or name == INBOX:
        return
    if name == NEWER:
        yield from map(_waits, sorted(path.glob("*.md")))
        return
    if path.is_dir() and not path.is_symlink():
        yield Problem(
            Place(name),
            _("is a folder, and what lies in it is never read"),
            _("Move its files up one step, or take it away."),
        )
    elif path.suffix != ".md":
        yield Problem(
            Place(name),
            _("is not a record, and is never read"),
            _("A record's name ends with .md. Images lie in content/media."),
        )
    elif not path.is_symlink():
        yield from of_conflicts(name, path.read_text("utf-8", errors="replace"))


def _waits(path: Path) -> Problem:
    return Problem(
        Place(f"{NEWER}/{path.name}"),
        _("is a newer answer that nobody has compared with submissions/{file}").format(
            file=path.name
        ),
        _("Take over what belongs there and its answers_hash, and take this file away."),
        Severity.WARNING,
    )


def of_conflicts(name: str, text: str) -> Iterator[Problem]:
    # Most files hold none of these, and to look for plain text is far quicker.
    if any(mark * 7 in text for mark in "<=>") and (found := _CONFLICT.search(text)):
        yield Problem(
            Place(name, text.count("\n", 0, found.start()) + 1),
            _("holds two versions that git could not join"),
            _("Keep the text that is right, and take away the lines <<<<<<<, ======= and >>>>>>>."),
        )


def _of_ignored(folder: str, root: Path) -> Iterator[Problem]:
    """A hidden folder is told of once; what git wants to have there, never."""
    paths = (path.relative_to(root / folder) for path in (root / folder).rglob("*"))
    for path in sorted(paths):
        if is_ignored(path) and not is_ignored(path.parent) and not path.name.startswith(".git"):
            yield Problem(
                Place(f"{folder}/{path.as_posix()}"),
                _("is hidden, or left by an editor, and is not published"),
                _("Take it away. If it should be published, give it another name."),
                Severity.WARNING,
            )


def _of_page(path: Path, root: Path, settings: Settings) -> Iterator[Problem]:
    """Pages written by hand are printed as they stand, so nothing private may be among them."""
    name = path.relative_to(root).as_posix()
    inner = path.relative_to(root / PAGES)
    section = next(
        (s for s in MADE if getattr(settings.addresses, s) == inner.parts[0].removesuffix(".md")),
        None,
    )
    if section:
        yield Problem(
            Place(name),
            _("the site makes the pages of “{section}” itself").format(section=inner.parts[0]),
            _("Move the page to another folder, or give it another name."),
        )
    try:
        text = text_of(path)
        data = document_from(name, text).data if text.startswith("---") else {}
    except Refused as why:
        yield Problem(Place(name, why.line), why.says, why.fix)
        return
    if private := sorted({"schema", "review", "source", "attestations"} & data.keys()):
        yield Problem(
            Place(name),
            _("is a record among the pages written by hand (it has “{field}”)").format(
                field=private[0]
            ),
            _("Move it to submissions or to its own folder in content."),
        )
    yield from of_conflicts(name, text)
