"""The way out: export, what the site shows as files for any other program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.markdown_export.export import SiteExport


def add_commands(commands: Any) -> None:
    exporting = commands.add_parser(
        "export",
        help=_("what the site shows, as Markdown for another program"),
        description=_(
            "Writes what the site shows, and nothing else, to a folder that is not there yet: a "
            "Markdown file for each page, pictures, calendar files and lists of words. Another "
            "generator can build a site of it."
        ),
    )
    exporting.add_argument("folder", type=path_from, metavar=_("FOLDER"), help=_("a new folder"))
    exporting.set_defaults(run=run_export)


def run_export(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.output import refuse_own_folder
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.files.disk import write_new_folder
    from exempelbank.markdown_export.export import SiteExport
    from exempelbank.problems import Problems
    from exempelbank.rules.clock import site_today
    from exempelbank.site.assembly import assemble_site

    folder: Path = chosen.folder
    refuse_own_folder(folder, root)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(
            _("{path} is there already, and is not written over.").format(path=folder),
            _("Nothing was written. Choose another name."),
        )
    problems = Problems()
    settings = settings_or_exit(root, problems)
    export = SiteExport(assemble_site(root, settings, site_today(settings), problems), root)
    if problems.errors:
        says = _("{problems}: what they concern is left out. exempelbank check says which.")
        print_lines([says.format(problems=problems.summary())], sys.stderr)
    for page in export.left_out:
        says = _("{path} is left out: hooks or extensions decide what the page shows.")
        print_lines([says.format(path=page)], sys.stderr)
    write_new_folder(folder, _checked(export))
    print_lines([_("The site is in {path}. Its README.md says what is where.").format(path=folder)])
    return 0


def _checked(export: SiteExport) -> Iterator[tuple[str, bytes]]:
    """As the build looks through each file. Ends the command rather than tell a number."""
    from exempelbank.checks.privacy import personal_number_in
    from exempelbank.privacy.output_scan import contains_personal_number

    for path, make in export.files():
        raw = make()
        if contains_personal_number(path, raw):
            stop(str(personal_number_in(path)), _("Nothing was written."))
        yield path, raw
