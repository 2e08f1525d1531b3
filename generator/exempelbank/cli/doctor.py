"""exempelbank doctor: how things stand, on one page."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import nearest_project, print_lines
from exempelbank.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exempelbank.doctor import Diagnosis


def add_commands(commands: Any) -> None:
    doctor = commands.add_parser(
        "doctor",
        help=_("how things stand with the program, the computer and the project; what to do"),
        description=_(
            "how things stand with the program, the computer and the project; what to do. Changes "
            "nothing, and asks nobody over the net but with --forge. Ends with 1 when something "
            "must be mended."
        ),
    )
    doctor.add_argument(
        "--forge",
        action="store_true",
        help=_("ask the forge too whether it guards the project; takes a token"),
    )
    # It finds its folder itself, and takes no lock: it is to work where nothing else does.
    doctor.set_defaults(run=run, access="", in_project=False)


def run(chosen: argparse.Namespace, _folder: Path) -> int:
    from exempelbank.building.caches import cache_folder
    from exempelbank.cli.checking import check_folder
    from exempelbank.cli.forge import connect
    from exempelbank.doctor import Situation, Standing, examine
    from exempelbank.doctor.computer import Computer
    from exempelbank.doctor.git_state import look_at_git

    start = (chosen.project or Path.cwd()).resolve()
    root = nearest_project(start, [] if chosen.project else start.parents) or start
    situation = Situation(
        Computer.this(),
        look_at_git(root),
        cache_folder(root),
        check_folder,
        partial(connect, root) if chosen.forge else None,
    )
    diagnoses = [*examine(root, situation)]
    print_lines([*_page(root, diagnoses)])
    return 1 if any(one.standing is Standing.MEND for one in diagnoses) else 0


def _page(root: Path, diagnoses: list[Diagnosis]) -> Iterator[str]:
    from exempelbank.doctor import Standing

    yield _("How things stand in {folder}").format(folder=root)
    for standing in Standing:
        if found := [str(one) for one in diagnoses if one.standing is standing]:
            yield from ("", standing.heading, *found)
    worst = {one.standing for one in diagnoses}
    yield ""
    if Standing.MEND in worst:
        yield _("Mend what stands last, and run the command again.")
    elif Standing.LOOK_OVER in worst:
        yield _("Nothing stops the site. Look over what stands last.")
    else:
        yield _("All is in order.")
