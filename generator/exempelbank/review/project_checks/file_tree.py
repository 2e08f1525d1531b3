"""Accidents of a repository, before anything is read as a record or a setting."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from exempelbank.documents.images import inspect_image
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.ignored import is_ignored
from exempelbank.files.paths import (
    APPROVED,
    CONFIG,
    CONTENT,
    INBOX,
    MEDIA,
    MKDOCS_FILE,
    NEWER,
    PAGES,
    SUBMISSIONS,
)
from exempelbank.i18n import _
from exempelbank.model.kinds import FOLDERS
from exempelbank.problems import Location, Problem, Problems, Severity

READ_FOLDERS = (*FOLDERS, PAGES, MEDIA)
TEXT_SUFFIXES = (".yml", ".yaml", ".txt", ".json", ".md")
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)


def check_file_tree(root: Path, problems: Problems) -> None:
    problems.found += _check_symlinks(root)
    problems.found += _check_folders(root)
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*")):
            problems.found += _check_record_file(path, root)
    for folder in (PAGES, MEDIA):
        problems.found += _check_ignored(folder, root)
    for path in sorted((root / MEDIA).glob("*")):
        problems.found += _check_image_file(path, root)
    for path in _texts_outside_records(root):
        problems.found += check_conflict_markers(_path_from(path, root), _text(path))


def _check_symlinks(root: Path) -> Iterator[Problem]:
    """Nothing that is read may lie elsewhere than it seems to, least of all outside the project."""
    for start in (CONTENT, CONFIG, SUBMISSIONS):
        paths = [root / start]
        for folder, folders, files in os.walk(root / start):
            if _path_from(Path(folder), root) == INBOX:
                folders.clear()
            else:
                paths += (Path(folder, name) for name in (*folders, *files))
        for path in sorted(path for path in paths if path.is_symlink()):
            yield Problem(
                Location(_path_from(path, root)),
                _("is a link to another file"),
                _("Put the file itself here."),
            )


def _check_folders(root: Path) -> Iterator[Problem]:
    for name in READ_FOLDERS:
        if (root / name).exists() and not (root / name).is_dir():
            yield Problem(Location(name), _("must be a folder"))
    unread = [
        path for path in (root / CONTENT).glob("*") if _path_from(path, root) not in READ_FOLDERS
    ]
    for path in sorted([*unread, *(root / CONFIG).rglob("*.yaml")]):
        if not path.name.startswith("."):
            yield Problem(
                Location(_path_from(path, root)),
                _("is never read"),
                _("Look for a slip in its name, or take it away."),
                Severity.WARNING,
            )


def _check_record_file(path: Path, root: Path) -> Iterator[Problem]:
    name = _path_from(path, root)
    if path.name.startswith(".") or name in (APPROVED, INBOX) or path.is_symlink():
        return
    if name == NEWER:
        yield from map(_newer_answer, sorted(path.glob("*.md")))
        return
    if path.is_dir():
        if name not in READ_FOLDERS:
            yield _unread_folder(name)
    elif path.suffix != ".md":
        yield Problem(
            Location(name),
            _("is not a record, and is never read"),
            _("A record's name ends with .md. Images lie in content/media."),
        )
    else:
        yield from check_conflict_markers(name, _text(path))


def _newer_answer(path: Path) -> Problem:
    return Problem(
        Location(f"{NEWER}/{path.name}"),
        _("is a newer answer that nobody has compared with submissions/{file}").format(
            file=path.name
        ),
        _("Take over what belongs there and its answers_hash, and take this file away."),
        Severity.WARNING,
    )


def _check_image_file(path: Path, root: Path) -> Iterator[Problem]:
    name = _path_from(path, root)
    if is_ignored(Path(path.name)) or path.is_symlink():
        return
    if path.is_dir():
        yield _unread_folder(name)
        return
    try:
        inspect_image(path)
    except UnreadableFile as why:
        yield Problem(Location(name), why.says, why.fix)


def _unread_folder(name: str) -> Problem:
    return Problem(
        Location(name),
        _("is a folder, and what lies in it is never read"),
        _("Move its files up one step, or take it away."),
    )


def _texts_outside_records(root: Path) -> Iterator[Path]:
    paths = [*(root / CONFIG).rglob("*"), *(root / PAGES).rglob("*.md"), root / MKDOCS_FILE]
    for path in sorted(paths):
        if path.suffix in TEXT_SUFFIXES and path.is_file() and not path.is_symlink():
            yield path


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def check_conflict_markers(name: str, text: str) -> Iterator[Problem]:
    # Most files hold none of these, and to look for plain text is far quicker.
    if any(sign * 7 in text for sign in "<=>") and (conflict := _CONFLICT.search(text)):
        yield Problem(
            Location(name, text.count("\n", 0, conflict.start()) + 1),
            _("holds two versions that git could not join"),
            _("Keep the text that is right, and take away the lines <<<<<<<, ======= and >>>>>>>."),
        )


def _check_ignored(folder: str, root: Path) -> Iterator[Problem]:
    """A hidden folder is told of once; what git wants to have there, never."""
    paths = (path.relative_to(root / folder) for path in (root / folder).rglob("*"))
    for path in sorted(paths):
        if is_ignored(path) and not is_ignored(path.parent) and not path.name.startswith(".git"):
            yield Problem(
                Location(f"{folder}/{path.as_posix()}"),
                _("is hidden, or left by an editor, and is not published"),
                _("Take it away. If it should be published, give it another name."),
                Severity.WARNING,
            )


def _path_from(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
