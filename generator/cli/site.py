"""exempelbank build, serve: the library -> the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from generator.texts import _


def add_commands(commands: Any) -> None:
    build = commands.add_parser("build", help=_("build the site"))
    build.add_argument(
        "--site-dir", type=Path, metavar=_("FOLDER"), help=_("where to put it (site)")
    )
    build.add_argument("--strict", action="store_true", help=_("let warnings fail the build too"))
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help=_("show the site while you edit"))
    serve.add_argument("--port", type=int, default=8000, metavar=_("PORT"), help=_("(8000)"))
    serve.set_defaults(run=_serve)


def _build(chosen: argparse.Namespace, root: Path) -> int:
    from generator.building.build import opened_build

    with opened_build(root) as build:
        folder = chosen.site_dir.resolve() if chosen.site_dir else build.kept_folder()
        if chosen.strict or not folder:  # MkDocs's own warnings count in a strict build
            outcome = None
        else:
            outcome = build.as_before(folder) or build.with_kept_frame(folder)
        if outcome is None:
            from generator.plugin import build_with_mkdocs

            well = build_with_mkdocs(build, chosen.site_dir, chosen.strict)
            outcome = build.outcome
        else:
            well = not outcome.failure
            for said in filter(None, (*outcome.problems, outcome.failure)):
                print(said, file=sys.stderr)
    if outcome:
        print(outcome)
    return 0 if well else 1


def _serve(chosen: argparse.Namespace, root: Path) -> int:
    from generator.plugin import serve_project

    return serve_project(root, f"127.0.0.1:{chosen.port}")
