"""What came of slash commands, in words: friendly, and with what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.i18n import _
from exempelbank.problems import Problem
from exempelbank.review.repository import StoredContribution
from exempelbank.review.slash_commands.parsing import Command, declaration, what_is_new_label
from exempelbank.rules.people import person_name
from exempelbank.settings import Settings


def help_lines() -> tuple[str, ...]:
    """What can be written, one line for each."""
    declared = declaration()
    return (
        _("Write one of these first on a line of its own:"),
        f"- {Command.HANDLE.label} {declared}: " + _("you take it on, as the first pair of eyes"),
        f"- {Command.CHECKLIST.label} …: "
        + _("answers to the checklist, such as “{example}”").format(
            example=_("privacy yes, rights not applicable: no picture")
        ),
        f"- {Command.REQUEST_CHANGES.label} …: " + _("the sender is asked for more; say what"),
        f"- {Command.APPROVE.label} {declared}: "
        + _("you have read it as it stands, and someone else has handled it"),
        f"- {Command.LEADER.label} …: "
        + _("the group leader's note in place of the second pair of eyes; say why"),
        f"- {Command.DECLINE.label} …: " + _("it is not to be published; say why"),
        f"- {Command.PAUSE.label} …: " + _("what is published is hidden at once; say why"),
        _("You are not involved when it is not your own work, your own unit or someone close."),
    )


def misspelt(stored: StoredContribution, written: str) -> Problem:
    return Problem(
        stored.document.location(),
        _("there is no word {word}").format(word=written),
        _("{help} lists them.").format(help=Command.HELP.label),
    )


def without_text(stored: StoredContribution, command: Command) -> Problem:
    return Problem(
        stored.document.location(),
        _("{word} says nothing of why").format(word=command.label),
        _("Write the reason after it, on the same line."),
    )


def not_handled(stored: StoredContribution) -> Problem:
    return Problem(
        stored.document.location(),
        _("nobody handles this example yet"),
        _("A colleague takes it on with {word}, and you approve it then.").format(
            word=f"{Command.HANDLE.label} {declaration()}"
        ),
    )


def not_declared(stored: StoredContribution, reviewer: str, settings: Settings) -> Problem:
    return Problem(
        stored.document.location(),
        _("{name} has not declared that they are not involved").format(
            name=person_name(reviewer, settings)
        ),
        _(
            "It must not be their own work, their own unit or someone close. Then write {word}."
        ).format(word=f"{Command.APPROVE.label} {declaration()}"),
    )


def not_understood(stored: StoredContribution, rest: str) -> Problem:
    return Problem(
        stored.document.location(),
        _("“{text}” is not understood").format(text=rest),
        _("Write it on another line. What is new for readers is written {example}.").format(
            example=f"{Command.APPROVE.label} {declaration()} {what_is_new_label()}: …"
        ),
    )


def refusal_lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Why nothing was done. What a problem says of commands for a terminal is left out."""
    lines = [_("Nothing has been done. This stands in the way:")]
    for problem in problems:
        advice = [
            line
            for line in problem.fix.splitlines()
            if "--" not in line and "exempelbank " not in line
        ]
        lines.append("- " + ". ".join([problem.says, *advice]))
    return tuple(lines)
