"""`/pausa` in a closed pull request: what it brought is published, and is hidden by another one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from exempelbank.conversations.answer_plan import AnswerPlan, PlannedAnswer
from exempelbank.conversations.comments import (
    author_of,
    is_of_any_text,
    new_comments,
    planned_commit,
)
from exempelbank.conversations.texts import (
    Lines,
    in_no_contribution,
    not_a_reviewer,
    only_pause,
    pause_title,
    was_edited,
    will_be_paused,
)
from exempelbank.files.paths import CONFIG, CONTENT, SUBMISSIONS
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import ForgeComment, ForgeFacts, PullRequestFacts
from exempelbank.review.slash_commands.answers import refusal_lines
from exempelbank.review.slash_commands.carrying_out import carry_out_commands
from exempelbank.review.slash_commands.parsing import SlashCommand, commands_in
from exempelbank.rules.branch_names import id_in_branch, pause_branch
from exempelbank.settings import Settings


def plan_pause(
    commits: Commits, facts: ForgeFacts, pull: PullRequestFacts, settings: Settings
) -> AnswerPlan:
    """One pause at a time: the next run takes the next."""
    id, answers = id_in_branch(pull.branch), []
    with TemporaryDirectory(prefix="exempelbank-") as name:
        root = Path(name)
        for comment in new_comments(facts, pull):
            commands = commands_in(comment.says)
            if not commands:
                continue
            who = facts.reviewer(comment.by, settings)
            if says := _no_pause(commands, comment, who, id):
                answers.append(PlannedAnswer(to=comment.id, says=says))
                continue
            commits.write_out(commits.tip, root, CONTENT, SUBMISSIONS, CONFIG)
            author = author_of(who, comment, settings)
            outcome = carry_out_commands(commands, id, author, root, settings)
            if outcome.problems or not outcome.changed:
                says = refusal_lines(outcome.problems) if outcome.problems else outcome.says
                answers.append(PlannedAnswer(to=comment.id, says=says))
                continue
            return AnswerPlan(
                number=pull.number,
                parent=commits.tip,
                branch=pause_branch(id, int(comment.id.rpartition(":")[2])),
                opens=pause_title(id),
                asked=f"{pull.number}:{comment.id}",
                commits=(planned_commit(id, commands, comment, outcome, root),),
                answers=(*answers, PlannedAnswer(to=comment.id, says=will_be_paused())),
            )
    return AnswerPlan(
        number=pull.number, parent=commits.tip, branch=pull.branch, answers=tuple(answers)
    )


def _no_pause(
    commands: tuple[SlashCommand, ...], comment: ForgeComment, who: str, id: str
) -> Lines:
    """Why this comment pauses nothing; nothing when it may."""
    if not who:
        return not_a_reviewer()
    if not id:
        return in_no_contribution()
    if comment.edited:
        return was_edited()
    if not is_of_any_text(commands):
        return only_pause()
    return ()
