"""The project's folder -> its settings, its catalogue and its day, for commands that only read."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exempelbank.cli import print_lines
from exempelbank.cli.project_settings import settings_or_exit
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.catalogue import Catalogue
    from exempelbank.settings import Settings


class CatalogueContext(NamedTuple):
    settings: Settings
    catalogue: Catalogue
    today: date

    @classmethod
    def open(cls, root: Path) -> CatalogueContext:
        """Ends the command when the settings can't be read; says how much is wrong in the rest."""
        from exempelbank.catalogue import load_catalogue
        from exempelbank.problems import Problems
        from exempelbank.rules.clock import site_today

        problems = Problems()
        settings = settings_or_exit(root, problems)
        catalogue = load_catalogue(root, settings, problems)
        if problems.errors:
            left_out = _("{problems}: what they concern is left out. exempelbank check says which.")
            print_lines([left_out.format(problems=problems.summary())], sys.stderr)
        return cls(settings, catalogue, site_today(settings))
