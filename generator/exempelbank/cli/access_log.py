"""A web server's log -> what was counted in it, for commands that are given one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exempelbank.cli import print_lines, stop
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.followup.access_log import LogCounts
    from exempelbank.settings import Settings

    Counts = TypeVar("Counts", bound=LogCounts)


def counts_of_log(
    log: Path, settings: Settings, read: Callable[[Iterable[str], Settings], Counts]
) -> Counts:
    """Ends the command when it can't be read; says how many of its lines are in another format."""
    from exempelbank.followup.access_log import open_log
    from exempelbank.system_words import system_words

    try:
        with open_log(log) as lines:
            counts = read(lines, settings)
    except (OSError, EOFError) as error:
        stop(_("{file} could not be read: {why}").format(file=log, why=system_words(error)))
    if counts.unparsed:
        says = _("{n} lines are not in the common or combined log format, and are not counted.")
        print_lines([says.format(n=counts.unparsed)], sys.stderr)
    return counts
