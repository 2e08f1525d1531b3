"""exempelbank build, serve: the library -> the site."""

from __future__ import annotations

import argparse
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
    from generator.plugin import build_project

    return build_project(root, chosen.site_dir, chosen.strict)


def _serve(chosen: argparse.Namespace, root: Path) -> int:
    from generator.plugin import serve_project

    return serve_project(root, f"127.0.0.1:{chosen.port}")
