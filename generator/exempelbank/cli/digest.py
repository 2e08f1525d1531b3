"""exempelbank digest: the letter about what is new, for everyone or about one topic."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import day_from, path_from
from exempelbank.cli.mailout import note_sent, sent_or_exit, stop_without_since, write_each
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.catalogue.topics import Topic
    from exempelbank.cli.catalogue_context import CatalogueContext

_ENDINGS = {"eml": "eml", "html": "html", "text": "txt"}


def add_commands(commands: Any) -> None:
    digest = commands.add_parser("digest", help=_("a letter about what is new"))
    digest.add_argument(
        "--since",
        type=day_from,
        metavar=_("DATE"),
        help=_("the first day: 2026-03-01; left out: since the last time that was noted"),
    )
    digest.add_argument("--until", type=day_from, metavar=_("DATE"), help=_("the last day (today)"))
    about = digest.add_mutually_exclusive_group()
    about.add_argument(
        "--for",
        dest="topic",
        metavar=_("NAME"),
        help=_("a municipality, district, organisation, network, focus area or role"),
    )
    about.add_argument(
        "--each",
        action="store_true",
        help=_("a letter for each that one can get mail about, in the folder --out"),
    )
    about.add_argument(
        "--sent",
        type=path_from,
        metavar=_("FOLDER"),
        help=_("note that the letters in this folder are sent, for the next time"),
    )
    digest.add_argument(
        "--format",
        choices=tuple(_ENDINGS),
        default="text",
        help=_(
            "eml: a letter to open in a mail program; html: to paste into a mail service; "
            "text: for any other channel"
        ),
    )
    digest.add_argument("--out", type=path_from, metavar=_("FILE"), help=_("write it here"))
    digest.set_defaults(run=_digest, access=lambda chosen: "writes" if chosen.sent else "reads")


def _digest(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output
    from exempelbank.mail.digest import build_digest
    from exempelbank.mail.letter import as_bytes
    from exempelbank.mail.mailout import receiver_of

    if chosen.sent:
        return note_sent(chosen.sent, root)
    if chosen.each and not chosen.out:
        stop(_("--each needs --out: the folder where the letters should be."))
    context = CatalogueContext.open(root)
    until = chosen.until or context.today
    if chosen.since and until < chosen.since:
        stop(_("--until must not be before --since."))
    if chosen.each:
        return write_each(chosen, until, context, root, _ENDINGS[chosen.format])
    topic = _topic(chosen.topic, context) if chosen.topic else None
    since = chosen.since or _since_last_time(topic, root)
    digest = build_digest(context.catalogue, since, until, topic)
    if digest.empty:
        print_lines([_("There is nothing new to tell, so no letter was written.")], sys.stderr)
        return 0
    to = receiver_of(topic, context.catalogue, context.settings)
    write_output(as_bytes(digest, chosen.format, context.settings, to), chosen.out)
    return 0


def _since_last_time(topic: Topic | None, root: Path) -> date:
    from exempelbank.mail.mailout import first_day

    _document, sent = sent_or_exit(root)
    return (first_day(sent, topic.word) if topic else None) or stop_without_since()


def _topic(wording: str, context: CatalogueContext) -> Topic:
    from exempelbank.mail.digest import topic_from

    if topic := topic_from(wording, context.catalogue, context.settings):
        return topic
    kinds = ("municipalities", "districts", "organisations", "networks", "focus_areas", "roles")
    near = [context.settings.vocabulary(name).suggestion(wording) for name in kinds]
    guess = next(filter(None, near), "")
    stop(
        _(
            "There is no municipality, district, organisation, network, focus area or role named "
            "“{name}”."
        ).format(name=wording),
        _("Did you mean “{guess}”?").format(guess=guess) if guess else "",
    )
