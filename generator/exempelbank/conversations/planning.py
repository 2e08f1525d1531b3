"""What the forge confirms of a pull request, and its files -> what is to be done and answered.

Every word is carried out on the text as it stands, in the order they were written. All that decides
is read from the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from exempelbank.conversations.answer_plan import AnswerPlan, PlannedAnswer, PlannedCommit
from exempelbank.conversations.comments import (
    author_of,
    is_of_any_text,
    new_comments,
    planned_commit,
)
from exempelbank.conversations.pausing import plan_pause
from exempelbank.conversations.texts import (
    announcement,
    done_already,
    in_conflict,
    in_no_contribution,
    in_several,
    not_a_reviewer,
    of_an_earlier_text,
    was_edited,
    was_not_read,
    will_be_merged,
)
from exempelbank.exceptions import MergeConflict
from exempelbank.files.paths import CONFIG, CONTENT, MEDIA, SUBMISSIONS
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problems
from exempelbank.review.gate.change_set import ChangeSet, ContributionDiff
from exempelbank.review.gate.change_set_reading import read_change_set
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import ForgeComment, ForgeFacts, PullRequestFacts
from exempelbank.review.gate.gate import settings_at_base
from exempelbank.review.gate.stored_in import stored_in
from exempelbank.review.repository import StoredContribution, find_contribution
from exempelbank.review.slash_commands.answers import refusal_lines
from exempelbank.review.slash_commands.carrying_out import (
    Author,
    carry_out_commands,
)
from exempelbank.review.slash_commands.parsing import (
    Command,
    SlashCommand,
    commands_in,
    declaration,
    holds_declaration,
)
from exempelbank.rules.publication import public_view
from exempelbank.settings import Settings

_DECIDED = (ReviewState.APPROVED, ReviewState.PAUSED, ReviewState.DECLINED)
_DECIDING = (Command.APPROVE, Command.LEADER, Command.DECLINE, Command.PAUSE)


def plan_answers(
    root: Path, since: str, facts: ForgeFacts, pull: PullRequestFacts, problems: Problems
) -> AnswerPlan | None:
    """`since`: the base's branch, as it is known in the folder. None, and problems, when the
    settings there can't be read. Raises GitError.
    """
    is_open = pull.state == "open"
    commits = Commits(root, since, pull.head if is_open else since)
    try:
        settings = settings_at_base(commits, problems)
        file_changes = commits.file_changes()
    except MergeConflict:
        settings = settings_at_base(Commits(root, since, since), problems)
        return _plan_of_conflict(facts, pull, settings) if settings else None
    if settings is None:
        return None
    if not is_open:
        return plan_pause(commits, facts, pull, settings)
    change_set = read_change_set(file_changes, commits, settings, Problems())
    return _Conversation(commits, facts, pull, settings, change_set).plan()


def _plan_of_conflict(facts: ForgeFacts, pull: PullRequestFacts, settings: Settings) -> AnswerPlan:
    """Nothing can be done until a person has chosen between the branch and the base."""
    answers = tuple(
        PlannedAnswer(to=comment.id, says=in_conflict())
        for comment in new_comments(facts, pull)
        if commands_in(comment.says) and facts.reviewer(comment.by, settings)
    )
    return AnswerPlan(number=pull.number, parent=pull.head, branch=pull.branch, answers=answers)


@dataclass
class _Conversation:
    """Of one open pull request. What is carried out is written in a copy, word after word."""

    commits: Commits
    facts: ForgeFacts
    pull: PullRequestFacts
    settings: Settings
    change_set: ChangeSet
    planned: list[PlannedCommit] = field(default_factory=list)

    def plan(self) -> AnswerPlan:
        with TemporaryDirectory(prefix="exempelbank-") as name:
            root = Path(name)
            self.commits.write_out(self.commits.result, root, CONTENT, SUBMISSIONS)
            self.commits.write_out(self.commits.tip, root, CONFIG)
            ids = self._ids()
            answers = [
                PlannedAnswer(to=comment.id, says=says)
                for comment in new_comments(self.facts, self.pull)
                if (says := self._answer(comment, root))
            ]
            states = _states_of(ids, root, self.settings)
        if not answers and (says := self._announcement()):
            answers = [PlannedAnswer(says=says)]
        return AnswerPlan(
            number=self.pull.number,
            parent=self.pull.head,
            branch=self.pull.branch,
            commits=tuple(self.planned),
            answers=tuple(answers),
            states=states,
            is_decided=not self.planned and self._is_decided(),
            is_behind=self.commits.base != self.commits.tip,
        )

    def _answer(self, comment: ForgeComment, root: Path) -> tuple[str, ...]:
        """What to say; nothing to what holds no word for us. What it asks for is done in `root`."""
        commands = commands_in(comment.says)
        implied = comment.is_approval and not any(one.name is Command.APPROVE for one in commands)
        if implied and self._waits_for_approval(root):
            declared = declaration() if holds_declaration(comment.says) else ""
            commands = (*commands, SlashCommand(Command.APPROVE, declared))
        if not commands:
            return ()
        if not (who := self.facts.reviewer(comment.by, self.settings)):
            return not_a_reviewer()
        if comment.edited:
            return was_edited()
        if self.pull.from_fork or not (ids := self._ids()):
            return in_no_contribution()
        if len(ids) > 1:
            return in_several(len(ids))
        if not is_of_any_text(commands):
            if not comment.commit:
                return was_not_read()
            if not self._stands_as_at(comment.commit):
                return of_an_earlier_text()
        author = author_of(who, comment, self.settings)
        return self._carry_out(commands, ids[0], author, comment, root)

    def _carry_out(
        self,
        commands: tuple[SlashCommand, ...],
        id: str,
        author: Author,
        comment: ForgeComment,
        root: Path,
    ) -> tuple[str, ...]:
        if self._is_logged(author):
            return done_already()
        outcome = carry_out_commands(commands, id, author, root, self.settings)
        if outcome.problems:
            return refusal_lines(outcome.problems)
        if not outcome.changed:
            return outcome.says
        self.planned.append(planned_commit(id, commands, comment, outcome, root))
        decides = any(one.name in _DECIDING for one in commands)
        return (*outcome.says, *(will_be_merged() if decides else ()))

    # ---- What it is about ----

    def _ids(self) -> list[str]:
        """Of the contributions that it brings or changes; a revision is that of its submission,
        until it is published.
        """
        waiting = [diff.id for diff in self._diffs() if isinstance(_record(diff), UnderReview)]
        return waiting or [diff.id for diff in self._diffs()]

    def _diffs(self) -> Iterator[ContributionDiff]:
        return (diff for diff in self.change_set.diffs if diff.after)

    def _waits_for_approval(self, root: Path) -> bool:
        """As it stands by now: a word before this one may have published it."""
        found = (find_contribution(root, id, Problems(), self.settings) for id in self._ids())
        return any(isinstance(stored.record, UnderReview) for stored in found if stored)

    def _announcement(self) -> tuple[str, ...]:
        """Nothing when the text is as it was announced, or there is none that words are about."""
        if self.pull.from_fork or not self._ids():
            return ()
        if not self.pull.announced:
            return announcement(first=True)
        return () if self._stands_as_at(self.pull.announced) else announcement(first=False)

    def _stands_as_at(self, commit: str) -> bool:
        """Was the text, with its picture, the same at this commit?"""
        return all(
            self._text_at(commit, diff) == self._text_at(self.pull.head, diff)
            for diff in self._diffs()
        )

    def _text_at(self, commit: str, diff: ContributionDiff) -> object:
        files = self.commits.tree(commit) or {}
        for stored in filter(None, (diff.after, diff.reviewed)):
            path, kind = stored.document.path, type(stored.record)
            found = stored_in(files, self.commits, path, kind, self.settings)
            if found:
                image = found.record.image_file
                blob = files.get(f"{MEDIA}/{image}") if image else None
                return public_view(found.record).content_hash(), blob
        return None

    def _is_logged(self, author: Author) -> bool:
        """Has what was written then been carried out in an earlier run?"""
        return any(
            entry.at == author.at.replace(microsecond=0)
            and (entry.by == author.by or author.by in _approvers(stored))
            for stored in self._stored()
            for entry in stored.record.review.log
        )

    def _is_decided(self) -> bool:
        """Is it a word, or an approving review, that has brought it where it is; and has nobody
        asked for changes, as the gate may not have heard yet?
        """
        verdicts = self.facts.verdicts(self.settings).values()
        if any(verdict.verdict == "changes-requested" for verdict in verdicts):
            return False
        said = {comment.at.replace(microsecond=0) for comment in self._of_reviewers()}
        decided = [stored for stored in self._stored() if stored.record.review.state in _DECIDED]
        return bool(decided) and all(
            any(entry.at in said for entry in stored.record.review.log[-1:]) for stored in decided
        )

    def _of_reviewers(self) -> Iterator[ForgeComment]:
        for comment in self.facts.comments:
            says_something = comment.is_approval or commands_in(comment.says)
            who = self.facts.reviewer(comment.by, self.settings)
            if who and says_something and not comment.edited:
                yield comment

    def _stored(self) -> Iterator[StoredContribution]:
        return (diff.after for diff in self._diffs() if diff.after)


def _states_of(ids: Iterable[str], root: Path, settings: Settings) -> tuple[str, ...]:
    found = (find_contribution(root, id, Problems(), settings) for id in ids)
    return tuple(stored.record.review.state.value for stored in found if stored)


def _record(diff: ContributionDiff) -> object:
    return diff.after.record if diff.after else None


def _approvers(stored: StoredContribution) -> tuple[str, ...]:
    return stored.record.review.approved_by if isinstance(stored.record, Published) else ()
