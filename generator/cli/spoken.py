"""argparse, speaking the language in use, and quick to begin.

Its own texts go through our catalogues. Left to itself it looks for catalogues of its own 80 times
before it has said anything, and loads half of a library to learn the width of the screen.
"""

from __future__ import annotations

import argparse
import os
from typing import Any

from generator.texts import N_, ngettext, pgettext

_SAID_BY_ARGPARSE = (
    N_("argparse", "usage: "),
    N_("argparse", "options"),
    N_("argparse", "positional arguments"),
    N_("argparse", "show this help message and exit"),
    N_("argparse", "%(prog)s: error: %(message)s\n"),
    N_("argparse", "argument %(argument_name)s: %(message)s"),
    N_("argparse", "the following arguments are required: %s"),
    N_("argparse", "unrecognized arguments: %s"),
    N_("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argparse", "invalid %(type)s value: %(value)r"),
    N_("argparse", "ambiguous option: %(option)s could match %(matches)s"),
    N_("argparse", "expected one argument"),
    N_("argparse", "expected at least one argument"),
    N_("argparse", "expected at most one argument"),
)

argparse._ = lambda message: pgettext("argparse", message)  # type: ignore[attr-defined]
argparse.ngettext = ngettext  # type: ignore[attr-defined]


class Command(argparse.ArgumentParser):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"formatter_class": _help, **options})

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """A command's last words may stand after an option too: argparse takes them for a list that
        ended, empty, before it.
        """
        chosen, rest = super().parse_known_args(args, namespace)
        last = self._get_positional_actions()[-1:]
        if last and last[0].nargs == argparse.ZERO_OR_MORE:
            words = [word for word in rest if not word.startswith("-")]
            setattr(chosen, last[0].dest, [*getattr(chosen, last[0].dest), *words])
            rest = [word for word in rest if word.startswith("-")]
        return chosen, rest


def _help(prog: str) -> argparse.HelpFormatter:
    try:
        width = os.get_terminal_size().columns
    except OSError:  # not a screen
        width = int(os.environ.get("COLUMNS") or 80)
    return argparse.HelpFormatter(prog, width=width - 2)
