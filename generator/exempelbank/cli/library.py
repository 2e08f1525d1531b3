"""The project's folder -> its settings, its library and its day, for commands that only read; and
what they have made -> where it is wanted.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exempelbank.cli import print_lines
from exempelbank.exceptions import CommandExit
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.catalogue import Catalogue
    from exempelbank.settings import Settings


class Library(NamedTuple):
    settings: Settings
    catalogue: Catalogue
    today: date


def open_library(root: Path) -> Library:
    from exempelbank.catalogue import load_catalogue
    from exempelbank.problems import Problems
    from exempelbank.rules.clock import site_today
    from exempelbank.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    if settings is None:
        print_lines([str(problem) for problem in problems], sys.stderr)
        raise CommandExit
    catalogue = load_catalogue(root, settings, problems)
    if problems.errors:
        left_out = _("{problems}: what they concern is left out. exempelbank check says which.")
        print_lines([left_out.format(problems=problems.summary())], sys.stderr)
    return Library(settings, catalogue, site_today(settings))


def hand_over(made: bytes, out: Path | None) -> None:
    """Into the file, or onto the screen when there is none."""
    from exempelbank.files.disk import write_files

    if out is None:
        sys.stdout.buffer.write(made)
        return
    write_files({out: made})
