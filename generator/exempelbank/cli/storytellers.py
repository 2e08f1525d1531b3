"""exempelbank storytellers: who has agreed to tell of their example, for those who plan."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli.localized_argparse import path_from
from exempelbank.cli.tables import Statement, add_format
from exempelbank.i18n import _


def add_commands(commands: Any) -> None:
    command = commands.add_parser(
        "storytellers", help=_("who can tell of their example at a meeting or a seminar")
    )
    add_format(command)
    command.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    command.set_defaults(run=_storytellers)


def _storytellers(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output
    from exempelbank.followup.storytellers import storytellers

    context = CatalogueContext.open(root)
    table = storytellers(context.catalogue, context.settings)
    lead = _("For those who plan activities. Ask before you give a contact to anyone else.")
    statement = Statement(table.title, lead, (table,), context)
    write_output(statement.written_as(chosen.format), chosen.out, root)
    return 0
