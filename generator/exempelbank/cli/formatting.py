"""Writes labels and other words that people have typed as the ids that stand for them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import file_in_project, print_lines, stop
from exempelbank.cli.review_context import ReviewContext
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.documents import Document


def add_commands(commands: Any) -> None:
    fmt = commands.add_parser(
        "fmt",
        help=_("write the words you have typed as the program writes them"),
        description=_(
            "You may write “Typ av exempel: Arbetssätt” in a file, and it is understood. This "
            "command writes such words as the ids that stand for them. What can't be understood "
            "is left as it is, and exempelbank check tells of it."
        ),
    )
    fmt.add_argument(
        "files", nargs="*", metavar=_("FILE"), help=_("these files alone; without, all of them")
    )
    fmt.add_argument(
        "--check", action="store_true", help=_("write nothing; say which files would be changed")
    )
    fmt.set_defaults(run=fmt_files, access=lambda chosen: "reads" if chosen.check else "writes")


def fmt_files(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.transactions import Transaction, carry_out

    context = ReviewContext.open(root)
    changed = list(_changed(context, chosen.files))
    if changed and not chosen.check:
        written = {document.path: document.text for document in changed}
        carry_out(
            Transaction(written, read={document.path: document.read for document in changed}), root
        )
    n = len(changed)
    says = (
        ngettext("{n} file would be written anew:", "{n} files would be written anew:", n)
        if chosen.check
        else ngettext("{n} file is written anew:", "{n} files are written anew:", n)
    )
    if changed:
        print_lines([says.format(n=n), *(f"  {document.path}" for document in changed)])
    else:
        print(_("All files are written as they should be."))
    context.fail_on_errors()
    return 1 if changed and chosen.check else 0


def _changed(context: ReviewContext, files: list[str]) -> Iterator[Document]:
    from exempelbank.documents import read_document
    from exempelbank.model.example import Example
    from exempelbank.model.kinds import RECORD_KINDS, kind_at
    from exempelbank.records import canonical, record_paths, with_own_headings
    from exempelbank.rules.written_by_import import is_as_import_wrote_it

    root = context.root
    if files:
        paths = [_record_at(root, file) for file in files]
    else:
        paths = [path for kind in RECORD_KINDS for path in record_paths(kind.record, root)]
    for path in paths:
        document, kind = read_document(root / path, root, context.problems), kind_at(path)
        if document and kind:
            settled = canonical(document, kind, context.settings)
            # What import wrote is left so: by that it is known that nobody has begun to review it.
            if issubclass(kind, Example) and not is_as_import_wrote_it(document):
                settled = with_own_headings(settled)
            if settled is not document:
                yield settled


def _record_at(root: Path, file: str) -> str:
    """A file, or an example by its id."""
    from exempelbank.model.kinds import UNDER_REVIEW, kind_at

    for kind in UNDER_REVIEW:
        if (root / kind.folder / f"{file}.md").is_file():
            return f"{kind.folder}/{file}.md"
    found = file_in_project(root, file)
    if found is None:
        stop(_("{path} is not in the project.").format(path=file))
    path = found.relative_to(root).as_posix()
    if kind_at(path) is None or found.suffix != ".md":
        stop(_("{path} is no record.").format(path=file))
    return path
