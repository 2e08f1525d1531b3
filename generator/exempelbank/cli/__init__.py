"""exempelbank <command>: prints and sets exit codes; what is done is done elsewhere.

0: well. 1: something in what was read must be put right, and it has been said what. 2: the command
was not understood. Each module here is the commands of a package; it imports the package only when
one is run, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from errno import EACCES, EDQUOT, EFBIG, EIO, ENOSPC, EPERM, EROFS
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from exempelbank import i18n
from exempelbank.exceptions import CommandExit
from exempelbank.files.names import as_on_disk
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.commands import ProgramParser


def program() -> int:
    """`main`, with which the program ends."""
    try:
        return main()
    finally:
        # Python looks for circles once more as it ends. Nothing of what is frozen is looked at: a
        # seventh of a small build.
        gc.freeze()


def main(arguments: list[str] | None = None) -> int:
    # Python looks for circles among its objects at every 700th new one. A command reads a whole
    # library and is soon over: looking that often takes a tenth of its time, and finds little.
    gc.set_threshold(100_000)
    _speak_as_the_project(Path.cwd())
    parser = program_parser()
    chosen = parser.parse_args(arguments)
    if hidden := _hidden_in(vars(chosen)):
        parser.error(_("the hidden character {code} has no place in a text").format(code=hidden))
    for stream in (sys.stdout, sys.stderr):  # a Windows console may be set to something narrower
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if chosen.version:
        print(_version())
        return 0
    if chosen.run is None:  # no command: whoever types the name alone asks what there is
        parser.print_help()
        return 0
    folder = None
    try:
        folder = project_folder(chosen.project) if chosen.in_project else Path.cwd()
        with _lock(chosen, folder):
            code = int(chosen.run(chosen, folder))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we print has heard enough
        sys.stderr.close()
        return 0
    except CommandExit as stop:
        return stop.code
    except Exception as why:  # a fault of ours: a coordinator gets words, we get the traceback
        if folder is None:
            raise
        if not _print_known_cause(why):
            from exempelbank.transactions.internal_error import record_internal_error

            print(record_internal_error(why, folder), file=sys.stderr)
        return 1


def _speak_as_the_project(here: Path) -> None:
    """Its language alone: help answers at once, and reading all settings takes longer than that."""
    folder = nearest_project(here, here.parents)
    with suppress(OSError, UnicodeDecodeError):
        text = (folder / CONFIG / "organisation.yml").read_text("utf-8") if folder else ""
        found = re.search(r"""^language:[ \t]*["']?(\w+)""", text, re.MULTILINE)
        if found and found[1] in i18n.LANGUAGES and found[1] != i18n.language_in_use():
            i18n.use_language(found[1])


def program_parser() -> ProgramParser:
    """All that may be typed."""
    from exempelbank.cli import (
        adding,
        answers,
        digest,
        doctor,
        exporting,
        forge,
        formatting,
        forms,
        guides,
        importing,
        intake,
        letter,
        map,
        new,
        preview,
        report,
        review_parsers,
        schema,
        search,
        settings,
        site,
        stats,
        storytellers,
        texts,
        words,
    )
    from exempelbank.cli.commands import Commands, ProgramParser
    from exempelbank.cli.localized_argparse import path_from

    parser = ProgramParser(
        prog="exempelbank",
        description=_(
            "From a form export, through review, to a published site of learning examples."
        ),
    )
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--project", type=path_from, metavar=_("FOLDER"))
    parser.set_defaults(access="reads", run=None, in_project=True)
    commands = Commands(parser)
    for module in (
        new,
        intake,
        importing,
        forms,
        adding,
        answers,
        review_parsers,
        formatting,
        letter,
        report,
        preview,
        site,
        exporting,
        search,
        digest,
        stats,
        forge,
        storytellers,
        texts,
        settings,
        schema,
        guides,
        words,
        map,
        doctor,
    ):
        module.add_commands(commands)
    return parser


def _version() -> str:
    from importlib.metadata import version
    from platform import python_version

    return f"Exempelbank {version('exempelbank')} (Python {python_version()})"


def _hidden_in(chosen: dict[str, object]) -> str:
    """The first character that no file may hold, as U+202E: what is said here is written there."""
    from exempelbank.text.characters import REFUSED, name_of

    for value in chosen.values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and (match := REFUSED.search(text)):
                return name_of(match[0])
    return ""


def _lock(chosen: Any, folder: Path) -> AbstractContextManager[None]:
    """`access`: what the command does in the folder, or a function of what was chosen. A preview
    has none: it is at work only now and then.
    """
    from exempelbank.transactions import Access, project_lock

    access = chosen.access(chosen) if callable(chosen.access) else chosen.access
    tell = partial(print, file=sys.stderr, flush=True)
    return project_lock(folder, Access(access), tell) if access else nullcontext()


def _print_known_cause(why: Exception) -> bool:
    """What is no fault of ours: a full disk, someone else at work in the same folder."""
    from exempelbank.exceptions import CommandStopped, UnwritableFile
    from exempelbank.system_words import system_words

    match why:
        case CommandStopped():
            says = str(why)
        case UnwritableFile():
            says = _("Nothing was changed: {path} can't be written ({why}).").format(
                path=why.filename, why=system_words(why)
            )
        case OSError(errno=errno, filename=None) if errno in _DISK_ERRORS:
            says = _("What was to be said can't be written ({why}).").format(why=system_words(why))
            with suppress(OSError):  # or Python would try once more as it ends
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        case OSError(errno=errno) if errno in _DISK_ERRORS:
            says = _("{path} can't be used ({why}).").format(
                path=why.filename, why=system_words(why)
            )
        case _:
            return False
    print(says, file=sys.stderr)
    return True


_DISK_ERRORS = {EACCES, EDQUOT, EFBIG, EIO, ENOSPC, EPERM, EROFS}


def stop(says: str, fix: str = "") -> NoReturn:
    print("\n    ".join(filter(None, (says, fix))), file=sys.stderr)
    raise CommandExit


def project_folder(asked: Path | None) -> Path:
    """That one, or the nearest folder, from where we stand and up, that holds site_config."""
    start = (asked or Path.cwd()).resolve()
    if folder := nearest_project(start, [] if asked else start.parents):
        return folder
    stop(
        _("There is no {config} in {folder}.").format(config=CONFIG, folder=start),
        _("Stand in the project's folder, or name it: exempelbank --project FOLDER …"),
    )


def nearest_project(folder: Path, above: Iterable[Path]) -> Path | None:
    """The first of them that holds site_config."""
    return next((one for one in (folder, *above) if (one / CONFIG).is_dir()), None)


def file_in_project(root: Path, path: str) -> Path | None:
    """A file or folder that is there: from where we stand, or else from the project's folder."""
    for start in (Path.cwd(), root):
        found = as_on_disk(start, path).resolve()
        if found.exists() and found.is_relative_to(root):
            return found
    return None


def print_lines(lines: list[str], to: TextIO | None = None) -> None:
    print(*lines, sep="\n", file=to or sys.stdout)
