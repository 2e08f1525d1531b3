"""What a command has made -> the file that was asked for, or the screen; and what comes next."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

from exempelbank.cli import print_lines, stop
from exempelbank.files.paths import PROJECT_FOLDERS, PUBLISH_WORKFLOWS
from exempelbank.i18n import _

_OF_OUTPUT = {"", ".csv", ".eml", ".htm", ".html", ".json", ".md", ".txt"}


def write_output(content: str | bytes, out: Path | None, root: Path) -> None:
    """Onto the screen when there is no `out`: text with one line break at its end, bytes as they
    are.
    """
    if out is not None:
        write_out({out: content}, root)
        if out.is_file():  # and not the screen by another name, as /dev/stdout
            print_lines([_("  written: {path}").format(path=out)], to=sys.stderr)
    elif isinstance(content, str):
        print_lines([content.rstrip("\n")])
    else:
        sys.stdout.buffer.write(content)


def write_out(files: Mapping[Path, str | bytes], root: Path, *, anew: bool = False) -> None:
    """All of them or none, where `--out` says. Ends the command rather than write among the
    project's own files, or over what someone has written by hand. `anew`: over nothing at all.
    """
    from exempelbank.files.disk import write_files

    for path in files:
        refuse_own_folder(path, root)
        if path.is_file() and (anew or not _is_output(path)):
            stop(
                _("{path} is there already, and is not written over.").format(path=path),
                _("Nothing was written. Choose another name."),
            )
    write_files(files)


def refuse_own_folder(path: Path, root: Path) -> None:
    for folder in PROJECT_FOLDERS:
        if path.resolve().is_relative_to(root / folder):
            stop(
                _("{path} is in {folder}/, where the project's own files lie.").format(
                    path=path, folder=folder
                ),
                _("Nothing was written. Choose a name outside that folder."),
            )


def _is_output(path: Path) -> bool:
    """Whether a command can have written it: a record and a form to fill in begin with their
    fields.
    """
    with path.open("rb") as file:
        begins = file.read(6).removeprefix(BOM_UTF8)
    return path.suffix.lower() in _OF_OUTPUT and not begins.startswith(b"---")


def when_the_site_changes(root: Path) -> str:
    """A command changes files of the project; readers meet it after the next build."""
    if any((root / path).exists() for path in PUBLISH_WORKFLOWS):
        return _(
            "The site changes when this has been saved in git and become part of main: it is then "
            "built and put out by itself, and every night."
        )
    return _(
        "The site changes when it has been built, by exempelbank build, and put out as you do it "
        "(docs/publicera.md)."
    )
