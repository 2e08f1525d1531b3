"""exempelbank settings: what may stand in each file of site_config."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines, stop
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _, pgettext

MAPPING = "forms"  # a file for each form, below this folder


def add_commands(commands: Any) -> None:
    settings = commands.add_parser(
        "settings", help=_("what each file and key of site_config is for")
    )
    settings.add_argument(
        "file", nargs="?", metavar=_("FILE"), help=_("its name, such as look; all, if left out")
    )
    settings.set_defaults(run=run)


def run(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.localized_argparse import screen_width
    from exempelbank.intake.form.descriptions import MAPPING_DESCRIPTIONS
    from exempelbank.intake.form.mapping import FormMapping
    from exempelbank.model.record import FrozenModel
    from exempelbank.problems import Problems
    from exempelbank.settings import load_settings
    from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS
    from exempelbank.settings.file_descriptions import FILE_DESCRIPTIONS
    from exempelbank.settings.files import SETTINGS_FILES
    from exempelbank.settings.listing import key_lines
    from exempelbank.text.choices import choices_text

    load_settings(root, Problems())  # whose language is spoken
    if not chosen.file:
        for name, about in FILE_DESCRIPTIONS.items():
            there = "" if (root / CONFIG / f"{name}.yml").exists() else _(" (is not there)")
            says = pgettext("use of a file", about)
            print_lines([f"{CONFIG}/{name}.yml{there}", f"    {says}"])
        print_lines([_("exempelbank settings FILE tells every key of a file.")])
        return 0
    name = Path(chosen.file).name.removesuffix(".yml")
    kinds: dict[str, type[FrozenModel]] = {**SETTINGS_FILES, MAPPING: FormMapping}
    if Path(chosen.file).parent.name == MAPPING:
        name = MAPPING
    if name not in kinds:
        says = _("There is no settings file called {name}.").format(name=name)
        stop(says, choices_text(name, kinds))
    descriptions = MAPPING_DESCRIPTIONS if name == MAPPING else SETTING_DESCRIPTIONS
    print_lines([*key_lines(kinds[name], descriptions, screen_width())])
    return 0
