"""exempelbank digest: the letter to the CKA, or the same text for other channels."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.mail.digest import Topic


def add_commands(commands: Any) -> None:
    digest = commands.add_parser("digest", help=_("a letter about what is new"))
    digest.add_argument(
        "--since", type=_day, required=True, metavar=_("DATE"), help=_("the first day: 2026-03-01")
    )
    digest.add_argument("--until", type=_day, metavar=_("DATE"), help=_("the last day (today)"))
    digest.add_argument(
        "--for", dest="topic", metavar=_("NAME"), help=_("a municipality, network or focus area")
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
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output
    from exempelbank.mail.digest import build_digest
    from exempelbank.mail.letter import letter_from, text_from

    context = CatalogueContext.open(root)
    until = chosen.until or context.today
    if until < chosen.since:
        stop(_("--until must not be before --since."))
    topic = _topic(chosen.topic, context) if chosen.topic else None
    digest = build_digest(context.catalogue, chosen.since, until, topic)
    if digest.empty:
        print_lines([_("There is nothing new to tell, so no letter was written.")], sys.stderr)
        return 0
    if chosen.format == "eml":
        letter = letter_from(digest, context.settings).as_bytes()
    else:
        letter = text_from(digest, context.settings).encode()
    write_output(letter, chosen.out)
    return 0


def _topic(wording: str, context: CatalogueContext) -> Topic:
    from exempelbank.mail.digest import topic_from

    if topic := topic_from(wording, context.catalogue, context.settings):
        return topic
    vocabularies = ("municipalities", "networks", "focus_areas")
    near = [context.settings.vocabulary(name).suggestion(wording) for name in vocabularies]
    guess = next(filter(None, near), "")
    stop(
        _("There is no municipality, network or focus area named “{name}”.").format(name=wording),
        _("Did you mean “{guess}”?").format(guess=guess) if guess else "",
    )
