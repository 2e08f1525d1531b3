"""The municipalities as shapes on a page: map."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _, ngettext


def add_commands(commands: Any) -> None:
    drawing = commands.add_parser(
        "map",
        help=_("draw the map of the municipalities"),
        description=_(
            "Draws any municipalities of Sweden as shapes for the pages. It takes packages that "
            "nothing else does, and says how to install them."
        ),
    )
    drawing.add_argument(
        "municipalities",
        nargs="*",
        metavar=_("NAME"),
        help=_(
            "a name, a code such as 1780, or the two digits of a county; without, those in "
            "site_config/municipalities.yml"
        ),
    )
    drawing.add_argument(
        "--out",
        type=path_from,
        metavar=_("FILE"),
        help=_("where to: site_config/map.yml; without, the screen"),
    )
    drawing.set_defaults(run=run, access=lambda chosen: "writes" if chosen.out else "reads")


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cartography.borders import check_packages, names_by_code, shapes_by_code
    from exempelbank.cartography.choosing import codes_from
    from exempelbank.cartography.drawing import draw_map
    from exempelbank.cartography.map_file import map_text
    from exempelbank.cli.review_context import ReviewContext

    context = ReviewContext.open(root)
    check_packages()
    places = [place for place in context.settings.municipalities if place.is_municipality]
    names = names_by_code()
    codes = codes_from(
        chosen.municipalities or [place.code or place.label for place in places], names
    )
    if not codes:
        stop(
            _("There is no municipality to draw."),
            _("Name some, or write them in site_config/municipalities.yml."),
        )
    _write(map_text(draw_map(shapes_by_code(codes))), chosen.out, root)
    drawn = ngettext("Drawn: {n} municipality.", "Drawn: {n} municipalities.", len(codes))
    print_lines([drawn.format(n=len(codes))], to=sys.stderr)
    unlisted = [f"{code} {names[code]}" for code in codes if code not in {p.code for p in places}]
    if unlisted:
        says = _(
            "The map shows those whose code stands in site_config/municipalities.yml. It lacks: "
            "{names}."
        )
        print_lines([says.format(names=", ".join(unlisted))], to=sys.stderr)
    return 0


def _write(text: str, out: Path | None, root: Path) -> None:
    from exempelbank.cli.output import write_output
    from exempelbank.documents import read_document
    from exempelbank.files.paths import MAP
    from exempelbank.problems import Problems
    from exempelbank.transactions import Transaction, carry_out

    path = root / MAP
    if out is None or out.resolve() != path.resolve():
        write_output(text, out, root)
        return
    before = read_document(path, root, Problems()) if path.exists() else None
    carry_out(Transaction({MAP: text}, read={MAP: before.read} if before else {}), root)
    print_lines([_("  written: {path}").format(path=MAP)], to=sys.stderr)
