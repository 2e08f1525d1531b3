"""The settings of a project, for commands that can do nothing without them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines
from exempelbank.exceptions import CommandExit

if TYPE_CHECKING:
    from exempelbank.problems import Problems
    from exempelbank.settings import Settings


def settings_or_exit(root: Path, problems: Problems) -> Settings:
    """Ends the command when they can't be read, and prints why."""
    from exempelbank.settings import load_settings

    settings = load_settings(root, problems)
    if settings is None:
        print_lines([str(problem) for problem in problems], to=sys.stderr)
        raise CommandExit
    return settings
