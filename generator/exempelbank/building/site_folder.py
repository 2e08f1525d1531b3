"""Which folder may be given a site: a build clears it of everything else.

One that is new, empty, or marked by an earlier build. Hidden files that a build did not write are
left alone, so a folder with only such files counts as empty.
"""

from __future__ import annotations

from pathlib import Path

from exempelbank.files.disk import writing
from exempelbank.files.paths import PROJECT_FOLDERS
from exempelbank.i18n import _

MARKER = ".exempelbank-site"
_MARKER_SAYS = "Made by exempelbank build, which clears this folder of everything else.\n"


def why_unusable(folder: Path, root: Path) -> str:
    """Why the site may not be put there, in words; empty when it may."""
    if folder.is_symlink():
        return _says(folder, _("it is a link to another folder. Name that folder instead."))
    if _is_in_the_way(folder.resolve(), root.resolve()):
        return _says(folder, _("the project's own files lie there."))
    if folder.exists() and not folder.is_dir():
        return _says(folder, _("it is a file."))
    if not folder.exists() or _is_marked(folder) or _is_empty(folder):
        return ""
    return _says(
        folder,
        _(
            "it holds files that no build has put there, and they would be deleted. Choose a "
            "folder that is new or empty. If it is a site of an earlier version, delete it: it is "
            "made anew."
        ),
    )


def mark_as_site(folder: Path) -> None:
    """Before anything else is written: a build that is cut short must know its folder again."""
    with writing(folder / MARKER):
        folder.mkdir(parents=True, exist_ok=True)
        if not _is_marked(folder):
            (folder / MARKER).write_text(_MARKER_SAYS, "utf-8")


def _is_in_the_way(folder: Path, root: Path) -> bool:
    """Whether the site would take the place of what the project is made of."""
    return root.is_relative_to(folder) or any(
        folder.is_relative_to(root / name) for name in PROJECT_FOLDERS
    )


def _is_marked(folder: Path) -> bool:
    return (folder / MARKER).is_file() and not (folder / MARKER).is_symlink()


def _is_empty(folder: Path) -> bool:
    return all(path.name.startswith(".") and path.name != ".htaccess" for path in folder.iterdir())


def _says(folder: Path, why: str) -> str:
    return _("The site can't be put in {folder}: {why}").format(folder=folder, why=why)
