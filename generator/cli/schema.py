"""JSON Schema of every kind of file, for editors."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.cli import print_lines, stop
from generator.cli.spoken import path_from
from generator.texts import _


def add_commands(commands: Any) -> None:
    schema = commands.add_parser(
        "schema", help=_("write JSON Schema of every kind of file, for editors")
    )
    schema.add_argument(
        "--write",
        type=path_from,
        metavar=_("FOLDER"),
        help=_("where to (site_config/schemas, if nothing is said)"),
    )
    schema.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from generator.cli.desk import sit_down
    from generator.documents import write_atomically
    from generator.schemas import FOLDER, schema_files

    desk = sit_down(root)
    folder = chosen.write or root / FOLDER
    files = schema_files(desk.settings)
    try:
        for name, text in files.items():
            write_atomically(folder / name, text)
    except OSError as why:
        stop(_("{path} can't be written ({why}).").format(path=folder, why=why.strerror))
    print_lines([str(folder / name) for name in files])
    return 0
