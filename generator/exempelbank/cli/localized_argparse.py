"""argparse, speaking the language in use, and quick to begin.

Its own texts go through our catalogues. Left to itself it looks for catalogues of its own 80 times
before it has said anything, and loads half of a library to learn the width of the screen.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from exempelbank.i18n import N_, _, ngettext, pgettext

_LONGEST = 10_000  # characters of an argument; a reason takes a few hundred
_LONGEST_NAME = 255  # bytes, on every disk in use
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

_ARGPARSE_MESSAGES = (
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


class LocalizedParser(argparse.ArgumentParser):
    """`examples`: whole lines to type, which its help and its refusals end with."""

    def __init__(self, *arguments: Any, examples: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*arguments, **{"formatter_class": _formatter, **options})
        self._examples = examples

    def format_help(self) -> str:
        return "\n".join([super().format_help(), *self._example_lines()])

    def _example_lines(self) -> list[str]:
        if not self._examples:
            return []
        return [_("For example:"), *(f"  {line}" for line in self._examples), ""]

    def error(self, message: str) -> NoReturn:
        super().error("\n".join([message, *self._example_lines()]).rstrip())

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            from exempelbank.text.choices import choices_text

            says = _("“{word}” is none of the words that may stand here").format(word=value)
            shown = choices_text(value, action.choices, "exempelbank --help")
            raise argparse.ArgumentError(action, f"{says}\n{shown}")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """A command's last words may stand after an option too: argparse takes them for a list that
        ended, empty, before it.
        """
        args = sys.argv[1:] if args is None else args
        for word in args:
            if says := _error_in(word):
                self.error(says)
        chosen, rest = super().parse_known_args(args, namespace)
        last = self._get_positional_actions()[-1:]
        if last and last[0].nargs == argparse.ZERO_OR_MORE:
            words = [word for word in rest if not word.startswith("-")]
            setattr(chosen, last[0].dest, [*getattr(chosen, last[0].dest), *words])
            rest = [word for word in rest if word.startswith("-")]
        if rest:
            self._refuse(rest)
        return chosen, rest

    def _refuse(self, words: list[str]) -> None:
        from exempelbank.text.choices import choices_text

        says = pgettext("argparse", "unrecognized arguments: %s") % " ".join(words)
        written, _equals, _value = words[0].partition("=")
        options = [option for option in self._option_string_actions if option.startswith("--")]
        shown = choices_text(written, options) if written.startswith("-") else ""
        self.error("\n".join(filter(None, (says, shown))))


def path_from(text: str) -> Path:
    """A file or folder, as an argument's `type`."""
    if not text:
        raise argparse.ArgumentTypeError(_("must be the name of a file or folder, not nothing"))
    if any(len(os.fsencode(part)) > _LONGEST_NAME for part in Path(text).parts):
        says = _("a name of more than {n} bytes is too long for any disk")
        raise argparse.ArgumentTypeError(says.format(n=_LONGEST_NAME))
    return Path(text)


def day_from(text: str) -> date:
    """A day, as an argument's `type`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("must be a date such as 2026-03-05")) from None


def _error_in(word: str) -> str:
    """What no file, log or name may hold, whichever the command; or ""."""
    beginning = word[:40].encode("utf-8", "replace").decode()
    if len(word) > _LONGEST:
        return _("“{word} …” is longer than {n} characters").format(word=beginning, n=_LONGEST)
    if _SURROGATE.search(word):  # Python's sign for a byte that it could not read
        return _(
            "“{word}” is not UTF-8 text: set the terminal to UTF-8, or rename the file"
        ).format(word=beginning)
    if _CONTROL.search(word):
        return _("“{word}” holds a control character").format(word=_CONTROL.sub("?", beginning))
    return ""


class _LocalizedFormatter(argparse.HelpFormatter):
    def _get_default_metavar_for_optional(self, action: argparse.Action) -> str:
        """Left to itself, argparse writes the option's own name."""
        return _("NUMBER") if action.type is int else _("TEXT")


def screen_width() -> int:
    try:
        return os.get_terminal_size().columns - 2
    except OSError:  # not a screen
        columns = os.environ.get("COLUMNS", "")
        return (int(columns) if columns.isdecimal() else 80) - 2


def _formatter(prog: str) -> argparse.HelpFormatter:
    return _LocalizedFormatter(prog, width=screen_width())
