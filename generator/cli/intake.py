"""import: a form export becomes submissions. inspect and the rest of what concerns exports."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.cli import print_lines
from generator.texts import _


def add_commands(commands: Any) -> None:
    importing = commands.add_parser(
        "import", help=_("read a form export into submissions/"), description=_("Reads a form export into submissions/. The same export again changes nothing.")
    )  # fmt: skip
    importing.add_argument("file", type=Path, metavar=_("FILE"))
    importing.add_argument(
        "--form",
        required=True,
        metavar=_("NAME"),
        help=_("the mapping: site_config/forms/NAME.yml"),
    )
    importing.add_argument("--dry-run", action="store_true", help=_("only show what would happen"))
    importing.add_argument("--format", choices=("text", "json"), default="text")
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
    importing.set_defaults(run=run_import)


def run_import(chosen: argparse.Namespace, root: Path) -> int:
    import json
    import sys

    from generator.intake.importing import import_export
    from generator.intake.report import plan_json, plan_lines
    from generator.problems import Place, Problems
    from generator.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    if chosen.release and not chosen.reason.strip():
        problems.error(
            Place(chosen.file.name),
            _("--release needs a reason"),
            _("Write --reason and why it is no secret. The reason stays in the log."),
        )
    plan = None
    if settings and not problems.errors:
        plan = import_export(
            chosen.file,
            chosen.form,
            root,
            settings,
            now=_now(settings),
            releases=dict.fromkeys(chosen.release, chosen.reason.strip()),
            dry_run=chosen.dry_run,
            problems=problems,
        )
    print_lines([str(problem) for problem in problems], sys.stderr) if len(problems) else None
    if chosen.format == "json":
        found = list(problems)
        told = plan_json(plan, found) if plan else {"responses": [], "problems": [*map(str, found)]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif plan:
        print_lines(plan_lines(plan, chosen.file.name, chosen.dry_run))
    return 0 if plan else 1


def _now(settings: Any) -> Any:
    """The moment; on a site with a fixed day, that day's."""
    from datetime import datetime

    now = datetime.now(settings.zone).replace(microsecond=0)
    day = settings.organisation.as_of
    return datetime.combine(day, now.timetz()) if day else now
