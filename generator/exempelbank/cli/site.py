"""exempelbank build, serve: the library -> the site."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.building.build import Build

QUIET_SECONDS = 2  # seconds before a build begins to say what it is doing
LINE_INTERVAL = 5  # seconds from one to the next, where lines stay on the screen


def add_commands(commands: Any) -> None:
    build = commands.add_parser("build", help=_("build the site"))
    build.add_argument(
        "--site-dir", type=path_from, metavar=_("FOLDER"), help=_("where to put it (site)")
    )
    build.add_argument("--strict", action="store_true", help=_("let warnings fail the build too"))
    build.add_argument(
        "--clean", action="store_true", help=_("forget what earlier builds have kept")
    )
    build.add_argument(
        "--workers",
        type=_number,
        metavar=_("NUMBER"),
        help=_("how many processes share the work (one for each core)"),
    )
    build.add_argument("--timings", action="store_true", help=_("tell how long each step took"))
    build.set_defaults(run=_build, access="builds")

    serve = commands.add_parser("serve", help=_("show the site while you edit"))
    serve.add_argument("--port", type=_port, default=8000, metavar=_("PORT"), help=_("(8000)"))
    serve.add_argument(
        "--host",
        type=_host,
        default="127.0.0.1",
        metavar=_("HOST"),
        help=_("whom it answers (127.0.0.1)"),
    )
    serve.add_argument("--open", action="store_true", help=_("open it in the browser"))
    serve.set_defaults(run=_serve, access="")  # it builds now and then, and is at work just then


def _port(text: str) -> int:
    if not (text.isdecimal() and len(text) < 6 and 0 < int(text) < 65_536):
        raise argparse.ArgumentTypeError(_("must be a number from 1 to 65535"))
    return int(text)


def _host(text: str) -> str:
    if not text or ":" in text:
        raise argparse.ArgumentTypeError(_("must be a name or an IPv4 address of this computer"))
    return text


def _number(text: str) -> int:
    if not (text.isdecimal() and 0 < len(text) < 4 and int(text)):
        raise argparse.ArgumentTypeError(_("must be a number from 1 to 999"))
    return int(text)


def _build(chosen: argparse.Namespace, root: Path) -> int:
    import shutil

    from exempelbank.building.caches import cache_folder
    from exempelbank.building.inputs import inputs_hash
    from exempelbank.building.last_build import unchanged_result
    from exempelbank.building.result import not_written_message

    inputs, folder = inputs_hash(root), chosen.site_dir and chosen.site_dir.absolute()
    if chosen.clean:
        shutil.rmtree(cache_folder(root), ignore_errors=True)
    elif result := unchanged_result(root, folder, inputs):
        print(result)
        return 0
    try:
        return _build_anew(chosen, root, inputs)
    except OSError as why:  # a full disk, a folder that may not be written to
        stop(not_written_message(why))


def _build_anew(chosen: argparse.Namespace, root: Path, inputs: bytes | None) -> int:
    from exempelbank.building.build import Build
    from exempelbank.building.progress import Progress
    from exempelbank.plugin.commands import build_with_mkdocs
    from exempelbank.workers import Workers, usable_cores

    progress = ProgressLine()
    workers = Workers(chosen.workers or usable_cores())
    build = Build(root, workers, Progress(progress.say), inputs=inputs)
    well = build_with_mkdocs(build, chosen.site_dir, chosen.strict)
    progress.end()
    if chosen.timings:
        _tell_timings(build)
    if build.result:
        print(build.result)
    return 0 if well else 1


def _tell_timings(build: Build) -> None:
    for name, seconds in sorted(build.progress.spent.items(), key=lambda step: -step[1]):
        print(f"{seconds:8.2f} s  {name}")


class ProgressLine:
    """What a long build is doing: on one line of a terminal, or on a line now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + QUIET_SECONDS
        self._width = 0

    def say(self, step: str, done: int, of: int) -> None:
        if time.monotonic() < self._next:
            return
        line = f"{step} … {done * 100 // of} %" if of else f"{step} …"
        if sys.stderr.isatty():
            print(f"\r{line:{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)
        else:
            print(line, file=sys.stderr, flush=True)
            self._next = time.monotonic() + LINE_INTERVAL

    def end(self) -> None:
        if self._width:
            print(f"\r{'':{self._width}}\r", end="", file=sys.stderr, flush=True)


def _serve(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.plugin.serving import serve_project

    return serve_project(root, chosen.host, chosen.port, chosen.open)
