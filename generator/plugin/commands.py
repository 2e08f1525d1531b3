"""Our own commands on MkDocs: as its own, with our words alone on the screen."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.building.build import Build
from generator.building.inputs import CONFIG_FILE
from generator.plugin.plugin import ExempelbankPlugin
from generator.texts import _


def build_with_mkdocs(build: Build, folder: Path | None, strict: bool) -> bool:
    """Finish a build that has begun. False when something must be put right; it has been said."""
    _speak_plainly(logging.WARNING)
    path = str(build.root / CONFIG_FILE)
    try:
        config = load_config(
            path,
            config_file_path=path,
            site_dir=str(folder.absolute()) if folder else None,
            strict=strict or None,
        )
        if "exempelbank" not in config.plugins:
            print(_("mkdocs.yml leaves out the plugin exempelbank."), file=sys.stderr)
            return False
        ours = cast(ExempelbankPlugin, config.plugins["exempelbank"])
        ours.given = build
        config.plugins.on_startup(command="build", dirty=False)
        with build.steps.step(_("Printing the frame of the pages with MkDocs")):
            run_mkdocs(config)
    except MkDocsException as why:
        print(why.format_message(), file=sys.stderr)
        return False
    return True


def serve_project(root: Path, address: str) -> int:
    """As `mkdocs serve`, until interrupted; the exit code."""
    _speak_plainly(logging.INFO)
    try:
        serve(str(root / CONFIG_FILE), dev_addr=address)
    except MkDocsException as why:
        print(why.format_message(), file=sys.stderr)
        return 1
    return 0


def _speak_plainly(level: int) -> None:
    spoken = logging.StreamHandler()
    spoken.setFormatter(logging.Formatter("%(message)s"))
    mkdocs = logging.getLogger("mkdocs")
    mkdocs.handlers = [spoken]
    mkdocs.setLevel(level)
    mkdocs.propagate = False
