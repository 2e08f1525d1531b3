"""exempelbank digest --each and --sent: letters to all at once, and the note that they are sent."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from exempelbank.cli import print_lines, stop
from exempelbank.exceptions import CommandExit
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exempelbank.cli.catalogue_context import CatalogueContext
    from exempelbank.documents import Document
    from exempelbank.mail.mailout import Mailout


def sent_or_exit(root: Path) -> tuple[Document, Mapping[str, date]]:
    """Until when each letter has told. Ends the command when that can't be read."""
    import sys

    from exempelbank.mail.mailout import read_sent
    from exempelbank.problems import Problems

    problems = Problems()
    if found := read_sent(root, problems):
        return found
    print_lines([str(problem) for problem in problems], to=sys.stderr)
    raise CommandExit


def write_each(
    chosen: argparse.Namespace, until: date, context: CatalogueContext, root: Path, ending: str
) -> int:
    from exempelbank.cli.output import refuse_own_folder
    from exempelbank.letters.folder import write_letters
    from exempelbank.mail.letter import as_bytes
    from exempelbank.mail.mailout import list_name, list_text, plan_mailout

    _document, sent = sent_or_exit(root)
    if not chosen.since and not sent:
        stop_without_since()
    mailout = plan_mailout(context.catalogue, context.settings, chosen.since, sent, until)
    files = {one.topic.word: f"{one.topic.word}.{ending}" for one in mailout.letters}
    letters = {
        chosen.out / files[one.topic.word]: as_bytes(
            one.digest, chosen.format, context.settings, one.to
        )
        for one in mailout.letters
    }
    if letters:
        listed = {chosen.out / list_name(): list_text(mailout, files)}
        refuse_own_folder(chosen.out, root)
        write_letters(chosen.out, {**letters, **listed})
    print_lines(_summary(mailout, chosen.out))
    return 0


def stop_without_since() -> NoReturn:
    stop(
        _("Nobody has noted when the letter was last sent."),
        _("Say the first day: --since 2026-03-01. By --sent you note it for the next time."),
    )


def _summary(mailout: Mailout, folder: Path) -> list[str]:
    from exempelbank.cli.letter_kinds import without_address
    from exempelbank.mail.mailout import about

    lines = []
    for one in mailout.letters:
        lines.append(f"  {one.to or '–':<34} {one.topic.name}: {about(one.digest)}")
    count, without = len(mailout.letters), len(mailout.nothing_new)
    lines.append(
        ngettext("{n} letter in {folder}", "{n} letters in {folder}", count).format(
            n=count, folder=folder
        )
    )
    lines += without_address(sum(not one.to for one in mailout.letters))
    if without:
        text = ngettext("{n} has nothing new to tell", "{n} have nothing new to tell", without)
        lines.append(text.format(n=without))
    if count:
        lines.append(
            _("When they are sent: exempelbank digest --sent {folder}").format(folder=folder)
        )
    return lines


def write_letter_list(chosen: argparse.Namespace, context: CatalogueContext, root: Path) -> int:
    from exempelbank.cli.output import write_output
    from exempelbank.cli.tables import Statement
    from exempelbank.mail.letter_list import letter_list

    _document, sent = sent_or_exit(root)
    table = letter_list(context.catalogue, context.settings, sent)
    statement = Statement(table.title, "", (table,), context)
    write_output(statement.written_as(chosen.format), chosen.out, root)
    return 0


def note_sent(folder: Path, root: Path) -> int:
    import sys

    from exempelbank.mail.mailout import read_list, with_sent
    from exempelbank.problems import Problems
    from exempelbank.transactions import Transaction, carry_out

    problems = Problems()
    mailout = read_list(folder, problems)
    if mailout is None:
        print_lines([str(problem) for problem in problems], to=sys.stderr)
        stop(
            _("There is no list of letters in {folder}.").format(folder=folder),
            _("Name the folder that exempelbank digest --each wrote."),
        )
    document, sent = sent_or_exit(root)
    unsent = [one for one in mailout.letters if not (folder / one.file).is_file()]
    new = with_sent(document, sent, mailout, unsent)
    read = {document.path: document.read} if document.read else {}
    carry_out(Transaction({new.path: new.text}, read=read), root)
    says = ngettext(
        "Noted in {path}: {n} letter, until {day}.",
        "Noted in {path}: {n} letters, until {day}.",
        count := len(mailout.letters) - len(unsent),
    )
    print(says.format(path=new.path, n=count, day=mailout.until))
    if unsent:
        text = ngettext(
            "{n} letter was not sent: {names}. What it tells comes the next time.",
            "{n} letters were not sent: {names}. What they tell comes the next time.",
            len(unsent),
        )
        names = ", ".join(one.name or one.topic for one in unsent)
        print(text.format(n=len(unsent), names=names))
    return 0
