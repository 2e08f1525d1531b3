"""What concerns form exports beside import: inspect, inbox, privacy-bench."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _, ngettext

if TYPE_CHECKING:
    from exempelbank.problems import Problems
    from exempelbank.settings import Settings


def add_commands(commands: Any) -> None:
    inspecting = commands.add_parser(
        "inspect", help=_("show what an export holds, and suggest a mapping")
    )
    inspecting.add_argument("file", type=path_from, metavar=_("FILE"))
    inspecting.add_argument(
        "--save", metavar=_("NAME"), help=_("save the suggestion as site_config/forms/NAME.yml")
    )
    inspecting.set_defaults(
        run=run_inspect, access=lambda chosen: "writes" if chosen.save else "reads"
    )

    inbox = commands.add_parser("inbox", help=_("list raw exports, and purge old ones"))
    inbox.add_argument(
        "--purge", type=int, metavar=_("DAYS"), help=_("delete those that are this old, or older")
    )
    inbox.set_defaults(
        run=run_inbox, access=lambda chosen: "reads" if chosen.purge is None else "writes"
    )

    bench = commands.add_parser(
        "privacy-bench", help=_("measure what the privacy rules find in labelled sentences")
    )
    bench.add_argument("file", type=path_from, nargs="?", metavar=_("FILE"))
    bench.set_defaults(run=run_privacy_bench)


def run_inspect(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.exceptions import UnreadableFile
    from exempelbank.files.paths import FORMS
    from exempelbank.intake.own_answers import read_own_answers
    from exempelbank.intake.suggest.draft_mapping import draft_mapping, matches_of
    from exempelbank.intake.suggest.inspection import inspect_export, inspection_lines
    from exempelbank.intake.suggest.lacking import lacking_lines, lacking_questions
    from exempelbank.problems import Location, Problem, Problems
    from exempelbank.text.normalization import slug_from
    from exempelbank.transactions import Transaction, carry_out

    problems = Problems()
    settings = _settings(root, problems)
    if settings is None:
        stop("\n".join(map(str, problems)))
    if read_own_answers(chosen.file, Problems()):
        says = _("These are answers to our own form. They are read in without a mapping:")
        print_lines([says, f"    exempelbank import {chosen.file} --dry-run"])
        return 0
    name = slug_from(chosen.save or "", 40) or "formular"
    try:
        inspection = inspect_export(chosen.file)
    except UnreadableFile as why:
        stop(str(Problem(Location(chosen.file.name, why.line), why.says, why.fix)))
    suggestion = draft_mapping(inspection, settings, name)
    print_lines(inspection_lines(inspection, settings))
    path = root / FORMS / f"{name}.yml"
    if not chosen.save:
        print_lines(["", suggestion])  # what the form lacks stands last in it
        return 0
    asked = matches_of(inspection, settings).questions
    print_lines(["", *lacking_lines(lacking_questions(asked, settings))])
    if path.exists():
        stop(
            _("{path} is there already.").format(path=f"{FORMS}/{name}.yml"),
            _("Choose another name, or take the old file away first."),
        )
    carry_out(Transaction({f"{FORMS}/{name}.yml": suggestion}), root)
    print_lines(
        [
            "",
            _("Saved as {path}. Read it through, and then try:").format(path=f"{FORMS}/{name}.yml"),
            f"    exempelbank import {chosen.file} --form {name} --dry-run",
        ]
    )
    return 0


def run_inbox(chosen: argparse.Namespace, root: Path) -> int:
    from datetime import UTC, datetime
    from math import floor

    from exempelbank.files.paths import INBOX
    from exempelbank.intake.inbox import age, exports_in, older_than
    from exempelbank.problems import Problems
    from exempelbank.system_words import system_words

    _settings(root, Problems())  # for its language
    now = datetime.now(UTC)  # of the files' own clock, also where the site has a fixed day
    exports = exports_in(root)
    if chosen.purge is None:
        for path in exports:
            print(f"{path.relative_to(root).as_posix()}  " + _days(floor(age(path, now))))
        print(
            ngettext("{n} export in {folder}", "{n} exports in {folder}", len(exports)).format(
                n=len(exports), folder=INBOX
            )
        )
        return 0
    if chosen.purge < 0:
        stop(_("The number of days can't be negative."))
    old = older_than(exports, chosen.purge, now)
    for path in old:
        name = path.relative_to(root).as_posix()
        try:
            path.unlink()
        except OSError as why:
            stop(_("{path} can't be deleted ({why}).").format(path=name, why=system_words(why)))
        print(_("deleted: {path}").format(path=name))
    print(
        ngettext(
            "{n} export deleted, {left} left", "{n} exports deleted, {left} left", len(old)
        ).format(n=len(old), left=len(exports) - len(old))
    )
    return 0


def run_privacy_bench(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.exceptions import UnreadableFile
    from exempelbank.privacy.evaluation import SENTENCES, evaluate, read_sentences
    from exempelbank.problems import Location, Problem, Problems

    _settings(root, Problems())  # for its language
    file = chosen.file or root / SENTENCES
    try:
        sentences = read_sentences(file)
    except UnreadableFile as why:
        stop(str(Problem(Location(file.name, why.line), why.says, why.fix)))
    print(ngettext("{n} sentence", "{n} sentences", len(sentences)).format(n=len(sentences)))
    for score in evaluate(sentences):
        if not score.sentences:  # it has not been measured, and that is said
            nothing = ngettext("{n} sentence", "{n} sentences", 0).format(n=0)
            print(f"{score.rule:16} {nothing}")
            continue
        print(
            f"{score.rule:16} "
            + _("recall {recall:.3f}  precision {precision:.3f}").format(
                recall=score.recall, precision=score.precision
            )
        )
        for word, lines in ((_("missed"), score.missed), (_("wrong"), score.wrong)):
            if lines:
                print(f"    {word}: " + _("lines {lines}").format(lines=", ".join(map(str, lines))))
    return 0


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _settings(root: Path, problems: Problems) -> Settings | None:
    from exempelbank.settings import load_settings

    return load_settings(root, problems)
