"""exempelbank digest: the letter to the CKA, or the same text for other channels."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.spoken import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.library import Library
    from exempelbank.mail.digest import About


def add_commands(commands: Any) -> None:
    digest = commands.add_parser("digest", help=_("a letter about what is new"))
    digest.add_argument(
        "--since", type=_day, required=True, metavar=_("DATE"), help=_("the first day: 2026-03-01")
    )
    digest.add_argument("--until", type=_day, metavar=_("DATE"), help=_("the last day (today)"))
    digest.add_argument(
        "--for", dest="about", metavar=_("NAME"), help=_("a municipality, network or focus area")
    )
    digest.add_argument(
        "--format",
        choices=("eml", "text"),
        default="text",
        help=_("eml: a letter to open in a mail program; text: for any other channel"),
    )
    digest.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    digest.set_defaults(run=_digest)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("must be a date such as 2026-03-05")) from None


def _digest(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.library import hand_over, open_library
    from exempelbank.mail.digest import digest_of
    from exempelbank.mail.letter import letter_from, text_from

    library = open_library(root)
    until = chosen.until or library.today
    if until < chosen.since:
        stop(_("--until must not be before --since."))
    about = _about(chosen.about, library) if chosen.about else None
    digest = digest_of(library.catalogue, library.settings, chosen.since, until, about)
    if digest.empty:
        print_lines([_("There is nothing new to tell, so no letter was written.")], sys.stderr)
        return 0
    if chosen.format == "eml":
        written = letter_from(digest, library.settings).as_bytes()
    else:
        written = text_from(digest, library.settings).encode()
    hand_over(written, chosen.out)
    return 0


def _about(wording: str, library: Library) -> About:
    from exempelbank.mail.digest import about_from

    found = about_from(wording, library.catalogue, library.settings)
    if found:
        return found
    lists = ("municipalities", "networks", "focus_areas")
    near = [library.settings.vocabulary(name).suggestion(wording) for name in lists]
    guess = next(filter(None, near), "")
    stop(
        _("There is no municipality, network or focus area named “{name}”.").format(name=wording),
        _("Did you mean “{guess}”?").format(guess=guess) if guess else "",
    )
