"""The page of an example as it would look, before anyone has approved it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import stop
from exempelbank.cli.spoken import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.desk import Desk
    from exempelbank.review.repository import StoredExample


def add_commands(commands: Any) -> None:
    preview = commands.add_parser("preview", help=_("the page as it would look, as one file"))
    preview.add_argument(
        "id", nargs="?", metavar=_("ID"), help=_("its id; without one, all changed since --against")
    )
    preview.add_argument(
        "--against", default="", metavar="REF", help=_("the commit to count changes from")
    )
    preview.add_argument(
        "--out",
        type=path_from,
        metavar=_("FILE"),
        help=_("write it here; a folder when there are many"),
    )
    preview.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.desk import sit_down
    from exempelbank.cli.report import write_out
    from exempelbank.files.disk import write_files, writing

    desk = sit_down(root)
    if chosen.id:
        stored = desk.example(chosen.id)
        if _tells_of_a_person(stored):
            stop(*_why_not(stored))
        write_out(_press(desk)(stored), chosen.out)
        return 0
    if not chosen.against or not chosen.out:
        stop(_("Name an example, or a commit and a folder: --against REF --out FOLDER."))
    with writing(chosen.out):
        chosen.out.mkdir(parents=True, exist_ok=True)
    page_of, pages = _press(desk), {}
    for stored in _changed(chosen.against, desk):
        if _tells_of_a_person(stored):
            print(*_why_not(stored), sep="\n    ", file=sys.stderr)
        else:
            pages[chosen.out / f"{stored.record.id}.html"] = page_of(stored)
    write_files(pages)
    return 0


def _changed(against: str, desk: Desk) -> Iterator[StoredExample]:
    """Those that can be read; what is wrong with the others stands in the report."""
    from exempelbank.cli.report import MOST
    from exempelbank.cli.versions import example_at, versions_from
    from exempelbank.problems import Problems

    for path in versions_from(against, desk).changed()[:MOST]:
        if stored := example_at(path, desk, Problems()):
            yield stored


def _tells_of_a_person(stored: StoredExample) -> bool:
    from exempelbank.checks.privacy import check_privacy
    from exempelbank.problems import Severity

    found = check_privacy(stored.document, stored.record)
    return any(problem.severity is Severity.ERROR for problem in found)


def _why_not(stored: StoredExample) -> tuple[str, str]:
    id = stored.record.id
    return (
        _("{id} tells something about a person, so no page is made of it.").format(id=id),
        _("See what with exempelbank report {id}, and take it away first.").format(id=id),
    )


def _press(desk: Desk) -> Callable[[StoredExample], str]:
    """Prints previews among the pages that are published; those are read once."""
    from exempelbank.catalogue import load_catalogue
    from exempelbank.problems import Problems
    from exempelbank.site.draft import draft_page

    catalogue = load_catalogue(desk.root, desk.settings, Problems())  # `check` tells what is wrong
    return lambda stored: draft_page(stored.record, catalogue, desk.settings, desk.today)
