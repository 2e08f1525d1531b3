"""import: a form export, or the answers to our own form, into submissions/ or into branches."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines
from exempelbank.cli.import_into_branches import (
    add_arguments,
    into_branches,
    run_into_branches,
)
from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

    from exempelbank.intake.importing import ImportChoices
    from exempelbank.model.response_kind import ResponseKind
    from exempelbank.problems import Problems
    from exempelbank.settings import Settings


def add_commands(commands: Any) -> None:
    importing = commands.add_parser(
        "import",
        help=_("read a form export into submissions/"),
        description=_(
            "Reads a form export into submissions/. The same export again changes nothing."
        ),
    )
    importing.add_argument(
        "file",
        type=path_from,
        metavar=_("FILE"),
        help=_("or a folder of answers that our own form has saved"),
    )
    importing.add_argument(
        "--form",
        default="",
        metavar=_("NAME"),
        help=_("the mapping: site_config/forms/NAME.yml. Our own form needs none"),
    )
    importing.add_argument("--dry-run", action="store_true", help=_("only show what would happen"))
    importing.add_argument("--format", choices=("text", "json"), default="text")
    importing.add_argument(
        "--attachments",
        type=path_from,
        metavar=_("FOLDER"),
        help=_("pictures that were sent in; nothing is fetched"),
    )
    importing.add_argument(
        "--release",
        action="append",
        default=[],
        metavar=_("KEY"),
        help=_("let a held response through"),
    )
    importing.add_argument(
        "--reason", default="", metavar=_("TEXT"), help=_("why it may be let through")
    )
    importing.add_argument(
        "--by",
        default="",
        metavar=_("REVIEWER"),
        help=_("who lets it through: your id in site_config/reviewers.yml"),
    )
    importing.add_argument(
        "--only", default="", metavar=_("ID"), help=_("read in this one alone, by its id")
    )
    add_arguments(importing)
    importing.set_defaults(run=run_import, access=_access_of_import)


def _access_of_import(chosen: argparse.Namespace) -> str:
    if into_branches(chosen):
        return ""  # it may take long, and what others write here does not matter to it
    return "reads" if chosen.dry_run else "writes"


def run_import(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.intake.importing import forms_in
    from exempelbank.problems import Problems
    from exempelbank.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    _check_arguments(chosen, settings, problems)
    forms = [] if problems.errors else forms_in(chosen.file, chosen.form, problems)
    if settings is None or not forms:
        return _refused(chosen, problems)
    if into_branches(chosen):
        return _into_branches(chosen, root, settings, forms, problems)
    return _into_folder(chosen, root, settings, forms, problems)


def _check_arguments(
    chosen: argparse.Namespace, settings: Settings | None, problems: Problems
) -> None:
    from exempelbank.problems import Location
    from exempelbank.review.transitions import check_reviewer

    place = Location(chosen.file.name)
    if chosen.release and not chosen.reason.strip():
        problems.error(
            place,
            _("--release needs a reason"),
            _("Write --reason and why it is no secret. The reason stays in the log."),
        )
    if settings and chosen.by:
        check_reviewer(place, chosen.by, settings, problems)
    if chosen.batch and not into_branches(chosen):
        problems.error(
            place,
            _("--batch is for branches"),
            _("Write --pull-requests or --branches too."),
        )


def _into_folder(
    chosen: argparse.Namespace,
    root: Path,
    settings: Settings,
    forms: list[str | ResponseKind],
    problems: Problems,
) -> int:
    """What can't be read of a folder has been told of in `problems`, and stops nothing else."""
    import json

    from exempelbank.intake.importing import import_export
    from exempelbank.intake.report import plan_json, plan_lines
    from exempelbank.problems import Problems

    found = [Problems() for _form in forms]
    plans = [
        import_export(
            chosen.file,
            form,
            root,
            settings,
            now=_now(settings),
            problems=own,
            choices=_choices(chosen, form),
            dry_run=chosen.dry_run,
        )
        for form, own in zip(forms, found, strict=True)
    ]
    messages = [str(problem) for each in (problems, *found) for problem in each]
    if messages:
        print_lines(messages, sys.stderr)
    done = [plan for plan in plans if plan]
    if chosen.format == "json":
        print(json.dumps(plan_json(done, messages), ensure_ascii=False, indent=2))
    else:
        for plan in done:
            print_lines(plan_lines(plan, chosen.file.name, chosen.dry_run))
    return 0 if len(done) == len(forms) and not problems.errors else 1


def _into_branches(
    chosen: argparse.Namespace,
    root: Path,
    settings: Settings,
    forms: list[str | ResponseKind],
    problems: Problems,
) -> int:
    from exempelbank.problems import Problems

    if problems.found:
        print_lines([str(problem) for problem in problems], sys.stderr)
    codes = [
        run_into_branches(
            chosen, form, root, settings, _choices(chosen, form), _now(settings), Problems()
        )
        for form in forms
    ]
    return 1 if problems.errors else max(codes)


def _refused(chosen: argparse.Namespace, problems: Problems) -> int:
    import json

    from exempelbank.intake.report import plan_json

    messages = [str(problem) for problem in problems]
    print_lines(messages, sys.stderr)
    if chosen.format == "json":
        print(json.dumps(plan_json([], messages), ensure_ascii=False, indent=2))
    return 1


def _choices(chosen: argparse.Namespace, form: str | ResponseKind) -> ImportChoices:
    from exempelbank.intake.importing import ImportChoices, keys_of
    from exempelbank.model.review import IMPORT

    return ImportChoices(
        dict.fromkeys(keys_of(form, chosen.release), chosen.reason.strip()),
        chosen.by or IMPORT,
        chosen.attachments,
        chosen.only,
    )


def _now(settings: Settings) -> datetime:
    """The moment; on a site with a fixed day, that day's."""
    from datetime import datetime

    now = datetime.now(settings.zone).replace(microsecond=0)
    day = settings.organisation.as_of
    return datetime.combine(day, now.timetz()) if day else now
