"""The page of an example as it would look, before anyone has approved it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.cli import stop
from generator.texts import _


def add_commands(commands: Any) -> None:
    preview = commands.add_parser("preview", help=_("the page as it would look, as one file"))
    preview.add_argument("id", metavar=_("ID"), help=_("the example's id, such as FC-2026-014"))
    preview.add_argument("--out", type=Path, metavar=_("FILE"), help=_("write it here"))
    preview.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from generator.catalogue import load_catalogue
    from generator.cli.desk import sit_down
    from generator.cli.personal import personal_data
    from generator.cli.report import write_out
    from generator.preview import preview_of
    from generator.problems import Problems
    from generator.report.passages import passages_of
    from generator.report.personal import personal_data_in

    desk = sit_down(root)
    filed = desk.example(chosen.id)
    passages = passages_of(filed.document, filed.example)
    if any(found.holds for found in personal_data_in(passages, personal_data)):
        stop(
            _("{id} tells something about a person, so no page is made of it.").format(
                id=chosen.id
            ),
            _("See what with exempelbank report {id}, and take it away first.").format(
                id=chosen.id
            ),
        )
    catalogue = load_catalogue(root, desk.settings, Problems())  # `check` tells what is wrong in it
    write_out(preview_of(filed.example, catalogue, desk.settings, desk.today), chosen.out)
    return 0
