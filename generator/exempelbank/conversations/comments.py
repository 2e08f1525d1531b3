"""The comments of a pull request that are new, and what has been decided of one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from exempelbank.conversations.answer_plan import PlannedCommit
from exempelbank.conversations.texts import commit_message
from exempelbank.review.gate.forge_facts import ForgeComment, ForgeFacts, PullRequestFacts
from exempelbank.review.slash_commands.carrying_out import Author, CommandOutcome
from exempelbank.review.slash_commands.parsing import Command, SlashCommand
from exempelbank.settings import Settings


def author_of(who: str, comment: ForgeComment, settings: Settings) -> Author:
    return Author(who, comment.at.astimezone(ZoneInfo(settings.organisation.timezone)))


def new_comments(facts: ForgeFacts, pull: PullRequestFacts) -> Iterator[ForgeComment]:
    """The oldest first."""
    for comment in sorted(facts.comments, key=lambda one: one.at):
        if not comment.about and comment.id not in pull.answered:
            yield comment


def planned_commit(
    id: str,
    commands: tuple[SlashCommand, ...],
    comment: ForgeComment,
    outcome: CommandOutcome,
    root: Path,
) -> PlannedCommit:
    files = {
        path: (root / path).read_text("utf-8") if (root / path).is_file() else None
        for path in outcome.changed
    }
    names = [one.name.label for one in commands if one.name]
    return PlannedCommit(message=commit_message(id, names, comment.id), files=files)


def is_of_any_text(commands: tuple[SlashCommand, ...]) -> bool:
    """Do they say nothing of how the text stands?"""
    return all(one.name in (Command.HELP, Command.PAUSE, None) for one in commands)
