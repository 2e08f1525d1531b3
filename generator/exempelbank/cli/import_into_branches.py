"""import --branches and --pull-requests: what is read in goes where the project is shared."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.exceptions import GitError
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.intake.importing import ImportChoices, PlannedExport
    from exempelbank.intake.known_records import KnownRecords
    from exempelbank.model.response_kind import ResponseKind
    from exempelbank.problems import Problems
    from exempelbank.pull_requests.place import Place
    from exempelbank.settings import Settings


def add_arguments(importing: Any) -> None:
    ways = importing.add_mutually_exclusive_group()
    ways.add_argument(
        "--pull-requests",
        action="store_true",
        help=_("write nothing here: a branch and a pull request for each response"),
    )
    ways.add_argument(
        "--branches",
        action="store_true",
        help=_("write nothing here: a branch for each response, where the folder is shared"),
    )
    importing.add_argument(
        "--batch",
        action="store_true",
        help=_("with either: all that is new in one branch, for a first load"),
    )


def into_branches(chosen: argparse.Namespace) -> bool:
    return bool(chosen.branches or chosen.pull_requests)


def run_into_branches(
    chosen: argparse.Namespace,
    form: str | ResponseKind,
    root: Path,
    settings: Settings,
    choices: ImportChoices,
    now: datetime,
    problems: Problems,
) -> int:
    from exempelbank.pull_requests.proposing import Proposing, propose
    from exempelbank.pull_requests.report import outcome_json, outcome_lines

    def plan(
        known: KnownRecords, has_file: Callable[[str], bool], problems: Problems
    ) -> PlannedExport | None:
        from exempelbank.intake.importing import plan_export

        return plan_export(
            chosen.file,
            form,
            root,
            settings,
            known,
            has_file,
            now=now,
            problems=problems,
            choices=choices,
            keep_secret=not chosen.dry_run,
        )

    try:
        place = _place(chosen, root, problems)
        proposing = Proposing(place, settings, plan, chosen.form, now, chosen.batch)
        outcome = propose(proposing, problems, chosen.dry_run)
    except GitError as why:
        stop(why.says, why.fix)
    messages = [str(problem) for problem in problems]
    if messages:
        print_lines(messages, sys.stderr)
    if chosen.format == "json":
        print(json.dumps(outcome_json(outcome, messages), ensure_ascii=False, indent=2))
    elif outcome:
        on_forge = chosen.pull_requests
        print_lines(outcome_lines(outcome, chosen.file.name, on_forge, chosen.dry_run))
    return 0 if outcome and outcome.is_whole else 1


def _place(chosen: argparse.Namespace, root: Path, problems: Problems) -> Place:
    import os

    from exempelbank.pull_requests.place import place_of_folder, place_on_forge

    if not chosen.pull_requests:
        return place_of_folder(root)
    from exempelbank.cli.forge import wait_and_tell
    from exempelbank.forge.address import find_address, find_token
    from exempelbank.forge.connecting import forge_at
    from exempelbank.settings.forge_file import load_forge_file

    address = find_address(root, os.environ, problems)
    token = find_token(address, os.environ)
    file = load_forge_file(root, problems)
    ask = file.ask if file else None
    return place_on_forge(root, forge_at(address, token, wait_and_tell), token.value, ask)
