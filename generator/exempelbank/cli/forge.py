"""exempelbank forge: what is asked of the forge where the project lies, and written there."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines
from exempelbank.cli.localized_argparse import LocalizedParser
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.forge.protocol import Forge


def add_commands(commands: Any) -> None:
    forge = commands.add_parser(
        "forge",
        help=_("ask GitHub, Forgejo or GitLab whether the project is guarded, and remind there"),
        description=_(
            "Asks the forge that site_config/forge.yml names, with the token in the environment "
            "variable EXEMPELBANK_FORGE_TOKEN."
        ),
    )
    actions = forge.add_subparsers(
        metavar=_("COMMAND"), required=True, parser_class=LocalizedParser
    )
    check = actions.add_parser(
        "check",
        help=_("what must be switched on there, and where; changes nothing"),
        description=_("Says what must be switched on there, and where. Changes nothing."),
    )
    check.set_defaults(run=_check)
    remind = actions.add_parser(
        "remind",
        help=_("write the week's issue of what waits"),
        description=_(
            "Writes the week's issue of what waits, how long and for whom: numbers, no titles. "
            "The issue of an earlier week is closed."
        ),
    )
    remind.set_defaults(run=_remind)


def connect(root: Path) -> Forge:
    """Raises ForgeError."""
    from exempelbank.forge.address import find_address, find_token
    from exempelbank.forge.connecting import forge_at
    from exempelbank.problems import Problems

    address = find_address(root, os.environ, Problems())
    return forge_at(address, find_token(address, os.environ), wait_and_tell)


def wait_and_tell(seconds: float) -> None:
    """When it takes so long that someone would think that nothing happens."""
    if seconds >= 5:
        says = _("The forge asks us to wait {n} s.").format(n=round(seconds))
        print(says, file=sys.stderr, flush=True)
    time.sleep(seconds)


def _check(_chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.forge.safeguards import problem_of, safeguards_of
    from exempelbank.problems import Problems, Severity

    problems = Problems()
    settings_or_exit(root, Problems())  # whose language is spoken
    forge = connect(root)
    for safeguard in safeguards_of(forge):
        if problem := problem_of(safeguard, forge.kind, forge.where):
            if problem.severity is not Severity.NOTICE:
                problems.found.append(problem)
            print_lines([str(problem)])
        else:
            print_lines([_("ok: {says}").format(says=safeguard.right)])
    print(problems.summary() if problems.found else _("Everything that can be seen is in order."))
    return 1 if problems.errors else 0


def _remind(_chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.forge.reminder_issue import publish_reminder
    from exempelbank.forge.types import PullRequestState
    from exempelbank.review.queue import load_queue
    from exempelbank.review.reminder import weekly_reminder

    context = ReviewContext.open(root)
    forge = connect(root)
    waiting = load_queue(root, context.settings, context.today, context.problems)
    pulls = forge.pull_requests(PullRequestState.OPEN)
    issue = publish_reminder(forge, weekly_reminder(waiting, pulls, context.now))
    print(issue.url if issue else _("Nothing waits, so no reminder is written."))
    context.fail_on_errors()  # what can't be read is not in it
    return 0
