"""JSON Schema of every kind of file, for editors."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _


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
    schema.set_defaults(run=run, access="writes")


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.files.disk import write_files
    from exempelbank.files.paths import SCHEMAS
    from exempelbank.intake.form.json_schema import mapping_schema_files
    from exempelbank.settings.json_schema import schema_files, settings_schema_files

    context = ReviewContext.open(root)
    folder = chosen.write or root / SCHEMAS
    schemas = {
        **schema_files(context.settings),
        **settings_schema_files(),
        **mapping_schema_files(),
    }
    files = {folder / name: text for name, text in schemas.items()}
    write_files(files)
    print_lines([str(path) for path in files])
    return 0
