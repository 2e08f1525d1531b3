"""What brings answers in: form-export, our form for other tools, and poster, to hang on a wall."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.settings import Settings

_TOOLS = ("limesurvey", "nextcloud", "ms-forms", "google-forms", "text", "json-schema")
_FORMS = ("example", "lead", "trial-note")


def add_commands(commands: Any) -> None:
    exporting = commands.add_parser(
        "form-export",
        help=_("our form, to build in another tool"),
        description=_(
            "Writes our form as a file to load or a text to build from, and the mapping that reads "
            "the answers."
        ),
    )
    exporting.add_argument("tool", choices=_TOOLS, metavar=_("TOOL"), help=", ".join(_TOOLS))
    exporting.add_argument(
        "--form",
        choices=_FORMS,
        default="example",
        help=_("which form: example, lead or trial-note"),
    )
    exporting.add_argument("--out", type=path_from, required=True, metavar=_("FOLDER"))
    exporting.set_defaults(run=run_form_export)

    poster = commands.add_parser(
        "poster", help=_("a page to print, with a QR code that leads to the form")
    )
    poster.add_argument("--out", type=path_from, metavar=_("FILE"))
    poster.set_defaults(run=run_poster)


def run_form_export(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.output import refuse_own_folder
    from exempelbank.files.disk import write_files
    from exempelbank.files.paths import FORMS
    from exempelbank.form_export.tools import export_form
    from exempelbank.model.response_kind import ResponseKind

    refuse_own_folder(chosen.out, root)
    exported = export_form(chosen.tool, ResponseKind(chosen.form), _settings(root))
    write_files({chosen.out / name: text for name, text in exported.files.items()})
    print_lines([_("written: {path}").format(path=chosen.out / name) for name in exported.files])
    if not exported.mapping:
        print_lines([_("What is saved so is read by: exempelbank import FILE")])
        return 0
    print_lines(
        [
            "",
            _(
                "When the form is built and someone has answered it, copy {name} to {folder}, and:"
            ).format(name=f"{exported.name}.yml", folder=FORMS),
            f"    exempelbank import {_('FILE')} --form {exported.name} --dry-run",
        ]
    )
    return 0


def run_poster(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.output import write_output
    from exempelbank.site.poster import poster_page

    write_output(poster_page(_settings(root)), chosen.out, root)
    return 0


def _settings(root: Path) -> Settings:
    from exempelbank.problems import Problems
    from exempelbank.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    if settings is None:
        stop("\n".join(map(str, problems)))
    return settings
