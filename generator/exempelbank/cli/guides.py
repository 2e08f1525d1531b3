"""The guides of this version of the program, in the project's own docs/."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _


def add_commands(commands: Any) -> None:
    guides = commands.add_parser(
        "guides",
        help=_("write the guides that belong to this version of the program, in Swedish"),
        description=_(
            "Writes the guides that belong to this version of the program, in Swedish and with the "
            "project's own numbers. Those of an earlier version are written over, and nothing else."
        ),
    )
    guides.add_argument(
        "--out",
        type=path_from,
        metavar=_("FOLDER"),
        required=True,
        help=_("where to, such as docs"),
    )
    guides.set_defaults(run=run, access="writes")


def run(chosen: argparse.Namespace, root: Path) -> int:
    from importlib.metadata import version

    from exempelbank.cli.output import write_out
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.guides import project_guides
    from exempelbank.problems import Problems

    settings = settings_or_exit(root, Problems())
    made = project_guides(settings.organisation.id_prefix, version("exempelbank"))
    files: dict[Path, str | bytes] = {chosen.out / name: raw for name, raw in made.items()}
    written_before = _is_guide(chosen.out / "index.md")  # the examples then too
    others = [
        path
        for path in files
        if path.is_file() and not (_is_guide(path) if path.suffix == ".md" else written_before)
    ]
    if others:
        says = _("{path} is not one of our guides.")
        stop(
            "\n".join(says.format(path=path) for path in others),
            _("Nothing was written. Choose another folder, or move what lies there."),
        )
    write_out(files, root)
    print_lines([_("The guides are in {path}. Begin with index.md.").format(path=chosen.out)])
    return 0


def _is_guide(path: Path) -> bool:
    from exempelbank.guides import is_ours

    return path.is_file() and is_ours(path.read_bytes())
