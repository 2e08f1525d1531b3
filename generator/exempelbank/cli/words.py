"""exempelbank words: what reviewers write in a pull request, done and answered by a workflow."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exempelbank.cli import print_lines, stop
from exempelbank.cli.localized_argparse import LocalizedParser, path_from
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.conversations.answer_plan import AnswerPlan
    from exempelbank.review.gate.forge_facts import ForgeFacts, PullRequestFacts


def add_commands(commands: Any) -> None:
    words = commands.add_parser(
        "words",
        help=_("what reviewers write in a pull request, for workflows"),
        description=_(
            "What reviewers write in a pull request: read from the forge (facts), decided without "
            "a token (plan), done and answered (post). The guide shows the workflow."
        ),
    )
    steps = words.add_subparsers(metavar=_("COMMAND"), required=True, parser_class=LocalizedParser)

    facts = steps.add_parser("facts", help=_("what the forge confirms of a pull request, as JSON"))
    facts.add_argument("number", type=int, metavar=_("NUMBER"), help=_("of the pull request"))
    facts.add_argument(
        "--head", default="", help=_("the commit that must still be its newest, or nothing is said")
    )
    facts.set_defaults(run=_facts)

    plan = steps.add_parser("plan", help=_("what the words come to; asks no forge, writes nothing"))
    plan.add_argument("--facts", type=path_from, required=True, metavar=_("FILE"))
    plan.add_argument("--since", default="main", help=_("the branch it would become part of"))
    plan.set_defaults(run=_plan)

    post = steps.add_parser("post", help=_("carry it out: commits, answers, and the merge"))
    post.add_argument("plan", type=path_from, metavar=_("FILE"))
    post.set_defaults(run=_post)


def _facts(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.forge import connect
    from exempelbank.conversations.facts import gather_facts

    facts = gather_facts(connect(root), chosen.number)
    if chosen.head and facts.pull and facts.pull.head != chosen.head:
        stop(_("#{number} has moved on since.").format(number=chosen.number))
    print(facts.model_dump_json(exclude_none=True, indent=1))
    return 0


def _plan(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.conversations.planning import plan_answers
    from exempelbank.exceptions import GitError
    from exempelbank.problems import Problems

    facts, pull = _read_facts(chosen.facts)
    problems = Problems()
    try:
        plan = plan_answers(root, chosen.since, facts, pull, problems)
    except GitError as why:
        stop(why.says, why.fix)
    if plan is None:
        print_lines([str(problem) for problem in problems])
        return 1
    print(plan.model_dump_json(indent=1))
    return 0


def _post(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.forge import connect
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.conversations.posting import Poster
    from exempelbank.exceptions import GitError
    from exempelbank.forge.address import TOKEN
    from exempelbank.git.writing import Signature
    from exempelbank.problems import Problems
    from exempelbank.pull_requests.place import place_on_forge
    from exempelbank.rules.clock import site_now

    plan = _read_plan(chosen.plan)
    settings = settings_or_exit(root, Problems())
    by = Signature("exempelbank", settings.organisation.signs_with, site_now(settings))
    forge = connect(root)
    try:
        place = place_on_forge(root, forge, os.environ[TOKEN])
        for line in Poster(forge, place.git, place.remote, place.main, by).post(plan):
            print(line)
    except GitError as why:
        stop(why.says, why.fix)
    return 0


def _read_facts(path: Path) -> tuple[ForgeFacts, PullRequestFacts]:
    from exempelbank.review.gate.forge_facts import facts_from

    facts = facts_from(_text_of(path))
    if facts is None or facts.pull is None:
        stop(
            _("{path} does not hold what a forge has confirmed.").format(path=path),
            _("It is written by exempelbank words facts NUMBER."),
        )
    return facts, facts.pull


def _read_plan(path: Path) -> AnswerPlan:
    from exempelbank.conversations.answer_plan import plan_from

    plan = plan_from(_text_of(path))
    if plan is None:
        stop(
            _("{path} does not hold what is to be answered.").format(path=path),
            _("It is written by exempelbank words plan."),
        )
    return plan


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        stop(_("{path} can't be read.").format(path=path))
