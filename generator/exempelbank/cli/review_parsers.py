"""The review by command: what waits, one example, its moves, its approval, and the check of all."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from exempelbank.cli.localized_argparse import path_from
from exempelbank.i18n import _


def add_commands(commands: Any) -> None:
    queue = commands.add_parser("queue", help=_("what waits for review"))
    queue.add_argument("--format", choices=("text", "json"), default="text", help=_("text or json"))
    queue.set_defaults(run=_lazy("review_commands", "queue"))

    show = _add_example_command(commands, "show", _("one example: what is missing, done, and next"))
    show.set_defaults(run=_lazy("review_commands", "show"))

    handle = _add_example_command(
        commands, "handle", _("take on an example: edit it, tick the checklist")
    )
    add_by(handle)
    _add_not_involved(handle)
    handle.add_argument(
        "--follow-up",
        default="",
        metavar=_("DATE"),
        help=_(
            "the day to come back to it, such as 2026-04-15 or “15 April 2026”: the queue tells "
            "when it has come"
        ),
    )
    handle.add_argument(
        "--note",
        default="",
        help=_("a note in the log; it is never published"),
    )
    handle.set_defaults(run=_lazy("review_commands", "handle"), access="writes")

    checklist = _add_example_command(commands, "checklist", _("answer the checklist"))
    checklist.add_argument(
        "answers",
        nargs="*",
        metavar=_("ITEM=ANSWER"),
        help=_(
            "a question of the checklist and yes, no or not applicable, with a comment after a "
            "colon: “Delaktighet=nej: why”"
        ),
    )
    add_by(checklist)
    checklist.set_defaults(
        run=_lazy("review_commands", "checklist"),
        access=lambda chosen: "writes" if chosen.answers else "reads",
    )

    state = _add_example_command(
        commands, "set-state", _("move an example on: received, in review, declined …")
    )
    state.add_argument(
        "state",
        metavar=_("STATE"),
        help=_("Received, In review, Changes requested, Declined or To be reviewed again"),
    )
    add_by(state)
    state.add_argument(
        "--note",
        default="",
        help=_("a note in the log; never published, but a letter of what is declined tells it"),
    )
    state.set_defaults(run=_lazy("review_commands", "set_state"), access="writes")

    release = commands.add_parser(
        "release",
        help=_("give your word on a text that the privacy rules have stopped"),
        description=_(
            "Lets what is told of someone's health be published, when nobody can be recognised. "
            "It holds for the text as it stands, and falls when the text is changed. "
            "A personal identity number is never released."
        ),
    )
    release.add_argument(
        "file", metavar=_("ID"), help=_("an example's id, or the file of another record or page")
    )
    add_by(release)
    release.add_argument(
        "--reason", required=True, help=_("why, for those who approve; it is never published")
    )
    release.set_defaults(run=_lazy("review_commands", "release"))

    approve = _add_example_command(
        commands,
        "approve",
        _("publish an example as the second pair of eyes, or renew one that is published"),
    )
    add_by(approve)
    _add_not_involved(approve)
    approve.add_argument(
        "--handled-by",
        default="",
        metavar=_("REVIEWER"),
        help=_("for one already published: who edited or read it, and is not involved either"),
    )
    approve.add_argument("--what", default="", help=_("what has changed, told to readers"))
    approve.add_argument("--slug", default="", help=_("its address, if not that of the title"))
    approve.add_argument(
        "--leader",
        default="",
        metavar=_("REVIEWER"),
        help=_("when only one reviewer is free: the group leader, whose note this is"),
    )
    approve.add_argument("--note", default="", help=_("the leader's note: why one is enough"))
    approve.set_defaults(run=_lazy("review_commands", "approve"), access="writes")

    news = commands.add_parser(
        "publish-news",
        help=_("let a draft of news out"),
        description=_(
            "Takes the mark of a draft off, and dates the news today unless it is to wait longer. "
            "Read it first, and change what you like in its file."
        ),
    )
    news.add_argument(
        "name", metavar=_("NEWS"), help=_("the id of its example, its own name, or its file")
    )
    add_by(news)
    news.set_defaults(run=_lazy("review_commands", "publish_news"), access="writes")

    withdraw = commands.add_parser(
        "withdraw",
        help=_("take an example back for good; its sender no longer consents"),
        description=_(
            "Takes the words, the contact, the picture and the news of an example out of the "
            "project. Its number, its address and who did what remain. It asks first, and says "
            "where the text may lie still."
        ),
    )
    _add_id(withdraw)
    add_by(withdraw)
    _add_reason(withdraw, needed=True)
    withdraw.add_argument(
        "--decision",
        default="",
        metavar=_("NUMBER"),
        help=_("what decides that a text which lies nowhere else may be destroyed"),
    )
    withdraw.add_argument("--yes", action="store_true", help=_("don't ask"))
    withdraw.set_defaults(run=_lazy("withdrawing", "withdraw"), access="writes")

    for name, about, needed in (
        ("pause", _("take a published example off the site at once, for a time"), True),
        ("archive", _("keep a published example, with a banner and out of lists"), False),
    ):
        move = _add_example_command(commands, name, about)
        add_by(move)
        _add_reason(move, needed)
        move.set_defaults(run=_lazy("review_commands", "move"), access="writes", becomes=name)

    check = commands.add_parser("check", help=_("look everything over, and say what is wrong"))
    check.add_argument(
        "paths", nargs="*", metavar=_("PATH"), help=_("say only what is wrong in these")
    )
    check.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help=_("text, github (remarks on the lines of a pull request) or json"),
    )
    check.add_argument(
        "--since",
        metavar=_("REF"),
        help=_("the gate: look at what a branch changes, since it left this commit"),
    )
    check.add_argument(
        "--head", default="HEAD", metavar=_("REF"), help=_("the branch, if not where you stand")
    )
    check.add_argument(
        "--facts",
        type=path_from,
        metavar=_("FILE"),
        help=_("what the forge has confirmed: who wrote, and who approved which commit"),
    )
    check.set_defaults(run=_lazy("checking", "check"), access="checks")


def _lazy(module: str, name: str) -> Callable[[argparse.Namespace, Path], int]:
    """The command of this name; its module is imported when it is run, so that help is quick."""

    def run(chosen: argparse.Namespace, root: Path) -> int:
        command = getattr(import_module(f"exempelbank.cli.{module}"), name)
        return int(command(chosen, root))

    return run


def _add_example_command(commands: Any, name: str, about: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    _add_id(command)
    return command


def _add_id(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar=_("ID"), help=_("the example's id, such as EX-2026-007"))


def _add_reason(command: argparse.ArgumentParser, needed: bool) -> None:
    command.add_argument(
        "--reason",
        required=needed,
        default="",
        help=_("why, for the log; it is never published. Name no one in it"),
    )


def add_by(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--by",
        required=True,
        metavar=_("REVIEWER"),
        help=_("your name or id in site_config/reviewers.yml"),
    )


def _add_not_involved(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--not-involved",
        action="store_true",
        help=_("it is not your own work or unit, nor someone close to you"),
    )
