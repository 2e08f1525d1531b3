"""The questions of `exempelbank add` as a file: written to be filled in, and read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.authoring.kinds import AddedKind
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.documents import Document


def write_form(kind: AddedKind, out: Path | None, context: ReviewContext) -> int:
    from exempelbank.authoring.form import command_for, form_of
    from exempelbank.cli.output import write_out, write_output

    form = form_of(kind, context.settings)
    if out is None:
        write_output(form, None, context.root)
        return 0
    write_out({out: form}, context.root, anew=True)
    print_lines(
        [
            _("The form is in {path}. When it is filled in:").format(path=out),
            f"    {command_for(kind, str(out))}",
        ]
    )
    return 0


def filled_in_file(kind: AddedKind, file: Path, context: ReviewContext) -> Document:
    from exempelbank.authoring.form import filled_in
    from exempelbank.documents import document_from, text_from
    from exempelbank.exceptions import UnreadableFile
    from exempelbank.problems import Location, Problem
    from exempelbank.system_words import system_words

    try:
        document = document_from(file.name, text_from(file.read_bytes()))
    except UnreadableFile as why:
        stop(str(Problem(Location(file.name, why.line), why.says, why.fix)))
    except OSError as why:
        stop(_("{path} can't be read ({why}).").format(path=file, why=system_words(why)))
    return filled_in(document, kind, context.settings, context.today)
