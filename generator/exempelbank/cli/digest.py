"""exempelbank digest: the letter about what is new, for everyone or about one topic."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import day_from, path_from
from exempelbank.cli.mailout import (
    note_sent,
    sent_or_exit,
    stop_without_since,
    write_each,
    write_letter_list,
)
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.catalogue.topics import Topic
    from exempelbank.cli.catalogue_context import CatalogueContext

_ENDINGS = {"eml": "eml", "html": "html", "text": "txt"}
_OF_THE_LIST = ("csv-excel", "csv")


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
    about.add_argument(
        "--list",
        action="store_true",
        help=_("the letters there are, to whom they go, and until when each has told"),
    )
    digest.add_argument(
        "--format",
        choices=(*_ENDINGS, *_OF_THE_LIST),
        default="text",
        help=_(
            "eml: a letter to open in a mail program; html: to paste into a mail service; "
            "text: for any other channel; csv-excel and csv: of --list"
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
    if chosen.format in (("eml",) if chosen.list else _OF_THE_LIST):
        stop(
            _("--format {form} is for letters, and --list is none.").format(form=chosen.format)
            if chosen.list
            else _("--format {form} is for --list.").format(form=chosen.format)
        )
    context = CatalogueContext.open(root)
    if chosen.list:
        return write_letter_list(chosen, context, root)
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
    write_output(as_bytes(digest, chosen.format, context.settings, to), chosen.out, root)
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
