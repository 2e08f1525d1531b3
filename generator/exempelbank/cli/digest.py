"""exempelbank digest: the letter about what is new, for everyone or about one topic."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import day_from, path_from
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.catalogue.topics import Topic
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.mail.digest import Digest
    from exempelbank.settings import Settings

_ENDINGS = {"eml": "eml", "html": "html", "text": "txt"}


def add_commands(commands: Any) -> None:
    digest = commands.add_parser("digest", help=_("a letter about what is new"))
    digest.add_argument(
        "--since",
        type=day_from,
        required=True,
        metavar=_("DATE"),
        help=_("the first day: 2026-03-01"),
    )
    digest.add_argument("--until", type=day_from, metavar=_("DATE"), help=_("the last day (today)"))
    about = digest.add_mutually_exclusive_group()
    about.add_argument(
        "--for",
        dest="topic",
        metavar=_("NAME"),
        help=_("a municipality, network, focus area or role"),
    )
    about.add_argument(
        "--each",
        action="store_true",
        help=_("a letter for each that one can get mail about, in the folder --out"),
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
    digest.set_defaults(run=_digest)


def _digest(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.cli.output import write_output
    from exempelbank.mail.digest import build_digest

    if chosen.each and not chosen.out:
        stop(_("--each needs --out: the folder where the letters should be."))
    context = CatalogueContext.open(root)
    until = chosen.until or context.today
    if until < chosen.since:
        stop(_("--until must not be before --since."))
    if chosen.each:
        return _write_each(chosen, until, context)
    topic = _topic(chosen.topic, context) if chosen.topic else None
    digest = build_digest(context.catalogue, chosen.since, until, topic)
    if digest.empty:
        print_lines([_("There is nothing new to tell, so no letter was written.")], sys.stderr)
        return 0
    write_output(_written(digest, chosen.format, context.settings), chosen.out)
    return 0


def _write_each(chosen: argparse.Namespace, until: date, context: CatalogueContext) -> int:
    from exempelbank.catalogue.topics import topics_of
    from exempelbank.files.disk import write_files
    from exempelbank.mail.digest import build_digest

    topics = [one for one in topics_of(context.catalogue, context.settings) if not one.over]
    letters = {
        chosen.out / f"{topic.word}.{_ENDINGS[chosen.format]}": _written(
            digest, chosen.format, context.settings
        )
        for topic in topics
        if not (digest := build_digest(context.catalogue, chosen.since, until, topic)).empty
    }
    write_files(letters)
    without = len(topics) - len(letters)
    print_lines(
        [
            ngettext("{n} letter in {folder}", "{n} letters in {folder}", len(letters)).format(
                n=len(letters), folder=chosen.out
            ),
            *(
                [
                    ngettext(
                        "{n} has nothing new to tell", "{n} have nothing new to tell", without
                    ).format(n=without)
                ]
                if without
                else []
            ),
        ]
    )
    return 0


def _written(digest: Digest, format: str, settings: Settings) -> bytes:
    from exempelbank.mail.letter import html_from, letter_from, text_from

    if format == "eml":
        return letter_from(digest, settings).as_bytes()
    return (html_from if format == "html" else text_from)(digest, settings).encode()


def _topic(wording: str, context: CatalogueContext) -> Topic:
    from exempelbank.mail.digest import topic_from

    if topic := topic_from(wording, context.catalogue, context.settings):
        return topic
    vocabularies = ("municipalities", "networks", "focus_areas", "roles")
    near = [context.settings.vocabulary(name).suggestion(wording) for name in vocabularies]
    guess = next(filter(None, near), "")
    stop(
        _("There is no municipality, network, focus area or role named “{name}”.").format(
            name=wording
        ),
        _("Did you mean “{guess}”?").format(guess=guess) if guess else "",
    )
